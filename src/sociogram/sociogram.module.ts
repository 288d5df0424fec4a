import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { PeopleModule } from '../people/people.module';
import { NominationSteps } from './nomination-steps.service';
import { NominationRepository } from './nomination.repository';
import { NominationsController } from './nominations.controller';
import { Nominations } from './nominations.service';
import { SociogramController } from './sociogram.controller';
import { SociogramRepository } from './sociogram.repository';
import { Sociograms } from './sociograms.service';
import { TypeormNominationRepository } from './store/typeorm-nomination.repository';
import { TypeormSociogramRepository } from './store/typeorm-sociogram.repository';

@Module({
  imports: [AuditModule, PeopleModule],
  controllers: [SociogramController, NominationsController],
  providers: [
    Sociograms,
    Nominations,
    NominationSteps,
    { provide: SociogramRepository, useClass: TypeormSociogramRepository },
    { provide: NominationRepository, useClass: TypeormNominationRepository },
  ],
  exports: [Sociograms, Nominations],
})
export class SociogramModule {}
