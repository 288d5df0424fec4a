import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { GroupsModule } from '../groups/groups.module';
import { PeopleModule } from '../people/people.module';
import { Bookings } from './bookings.service';
import { Deputies } from './deputies.service';
import { DeputiesController } from './deputies.controller';
import { DeputiesRepository } from './deputies.repository';
import { DeputiesThatEnd } from './deputies-that-end.service';
import { DeputyReading } from './deputy-reading.service';
import { CancellingController } from './cancelling.controller';
import { MeetingChanges } from './meeting-changes.service';
import { MeetingsInTransit } from './meetings-in-transit.service';
import { MeetingsController } from './meetings.controller';
import { MeetingsRepository } from './meetings.repository';
import { Rescheduling } from './rescheduling.service';
import { Meetings } from './meetings.service';
import { StandIns } from './stand-ins.service';
import { TypeormDeputiesRepository } from './store/typeorm-deputies.repository';
import { TypeormMeetingsRepository } from './store/typeorm-meetings.repository';
import { Terms } from './terms.service';

@Module({
  imports: [AuditModule, PeopleModule, GroupsModule],
  controllers: [MeetingsController, CancellingController, DeputiesController],
  providers: [
    Meetings,
    Bookings,
    Deputies,
    DeputiesThatEnd,
    DeputyReading,
    MeetingChanges,
    MeetingsInTransit,
    Rescheduling,
    StandIns,
    Terms,
    { provide: DeputiesRepository, useClass: TypeormDeputiesRepository },
    { provide: MeetingsRepository, useClass: TypeormMeetingsRepository },
  ],
  exports: [Deputies, Meetings, MeetingsInTransit, Bookings, Rescheduling],
})
export class MeetingsModule {}
