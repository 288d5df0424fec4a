import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { AuditModule } from '../audit/audit.module';
import { CoordinatorsAsPeople } from './coordinators-as-people.service';
import { PeopleInTransit } from './people-in-transit.service';
import { PeopleController } from './people.controller';
import { PeopleRepository } from './people.repository';
import { People } from './people.service';
import { ProtectedDomainRepository } from './protected-domain.repository';
import { ProtectedMailController } from './protected-mail.controller';
import { ProtectedMail } from './protected-mail.service';
import { Stamp } from './stamp.service';
import { TypeormPeopleRepository } from './store/typeorm-people.repository';
import { TypeormProtectedDomainRepository } from './store/typeorm-protected-domain.repository';

@Module({
  imports: [AuditModule, AccessModule],
  controllers: [PeopleController, ProtectedMailController],
  providers: [
    People,
    PeopleInTransit,
    ProtectedMail,
    Stamp,
    CoordinatorsAsPeople,
    { provide: PeopleRepository, useClass: TypeormPeopleRepository },
    { provide: ProtectedDomainRepository, useClass: TypeormProtectedDomainRepository },
  ],
  exports: [People, PeopleInTransit, ProtectedMail, Stamp],
})
export class PeopleModule {}
