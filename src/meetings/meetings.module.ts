import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { GroupsModule } from '../groups/groups.module';
import { PeopleModule } from '../people/people.module';
import { Bookings } from './bookings.service';
import { CancellingController } from './cancelling.controller';
import { MeetingChanges } from './meeting-changes.service';
import { MeetingsInTransit } from './meetings-in-transit.service';
import { MeetingsController } from './meetings.controller';
import { MeetingsRepository } from './meetings.repository';
import { Rescheduling } from './rescheduling.service';
import { Meetings } from './meetings.service';
import { TypeormMeetingsRepository } from './store/typeorm-meetings.repository';
import { Terms } from './terms.service';

@Module({
  imports: [AuditModule, PeopleModule, GroupsModule],
  controllers: [MeetingsController, CancellingController],
  providers: [
    Meetings,
    Bookings,
    MeetingChanges,
    MeetingsInTransit,
    Rescheduling,
    Terms,
    { provide: MeetingsRepository, useClass: TypeormMeetingsRepository },
  ],
  exports: [Meetings, MeetingsInTransit, Bookings, Rescheduling],
})
export class MeetingsModule {}
