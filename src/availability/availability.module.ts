import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { GroupsModule } from '../groups/groups.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { PeopleModule } from '../people/people.module';
import { AvailabilityRepository } from './availability.repository';
import { Availability } from './availability.service';
import { HoursController } from './hours.controller';
import { PersonalTimesNotes } from './personal-times.service';
import { TypeormAvailabilityRepository } from './store/typeorm-availability.repository';

@Module({
  imports: [AuditModule, PeopleModule, GroupsModule, MeetingsModule],
  controllers: [HoursController],
  providers: [
    Availability,
    PersonalTimesNotes,
    { provide: AvailabilityRepository, useClass: TypeormAvailabilityRepository },
  ],
  exports: [Availability, PersonalTimesNotes],
})
export class AvailabilityModule {}
