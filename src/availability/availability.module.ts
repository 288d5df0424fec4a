import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { GroupsModule } from '../groups/groups.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { PeopleModule } from '../people/people.module';
import { JobsModule } from '../platform/jobs/jobs.module';
import { AvailabilityRepository } from './availability.repository';
import { Availability } from './availability.service';
import { CalendarAddressController } from './calendar-address.controller';
import { CalendarFetching } from './calendar-fetching.service';
import { CalendarFileController } from './calendar-file.controller';
import { CalendarFiles } from './calendar-files.service';
import { CalendarReader } from './calendar-reader.service';
import { CalendarRepository } from './calendar.repository';
import { CalendarViews } from './calendar-views.service';
import { CalendarVisits } from './calendar-visits.service';
import { CalendarsController } from './calendars.controller';
import { CalendarsJob } from './calendars-job.service';
import { Calendars } from './calendars.service';
import { HoursController } from './hours.controller';
import { HoursNotes } from './hours-notes.service';
import { MeetingsElsewhere } from './meetings-elsewhere.service';
import { OrganisationCalendar } from './organisation-calendar.service';
import { OwnDaysController } from './own-days.controller';
import { OwnDaysNotes } from './own-days-notes.service';
import { OwnDaysRepository } from './own-days.repository';
import { OwnTimes } from './own-times.service';
import { PatternRepository } from './pattern.repository';
import { Patterns } from './patterns.service';
import { PersonalTimesNotes } from './personal-times.service';
import { TypeormAvailabilityRepository } from './store/typeorm-availability.repository';
import { TypeormCalendarRepository } from './store/typeorm-calendar.repository';
import { TypeormOwnDaysRepository } from './store/typeorm-own-days.repository';
import { TypeormPatternRepository } from './store/typeorm-pattern.repository';
import { TypeormThingsRepository } from './store/typeorm-things.repository';
import { TypeormTravelRepository } from './store/typeorm-travel.repository';
import { ThingsController } from './things.controller';
import { ThingsRepository } from './things.repository';
import { Things } from './things.service';
import { TravelController } from './travel.controller';
import { TravelNotes } from './travel-notes.service';
import { TravelRepository } from './travel.repository';

@Module({
  imports: [AuditModule, PeopleModule, GroupsModule, MeetingsModule, JobsModule],
  controllers: [
    HoursController,
    CalendarsController,
    CalendarFileController,
    CalendarAddressController,
    OwnDaysController,
    ThingsController,
    TravelController,
  ],
  providers: [
    Availability,
    OwnTimes,
    PersonalTimesNotes,
    HoursNotes,
    Patterns,
    Calendars,
    CalendarViews,
    CalendarFiles,
    CalendarReader,
    CalendarFetching,
    CalendarVisits,
    CalendarsJob,
    OrganisationCalendar,
    OwnDaysNotes,
    MeetingsElsewhere,
    Things,
    TravelNotes,
    { provide: ThingsRepository, useClass: TypeormThingsRepository },
    { provide: TravelRepository, useClass: TypeormTravelRepository },
    { provide: OwnDaysRepository, useClass: TypeormOwnDaysRepository },
    { provide: CalendarRepository, useClass: TypeormCalendarRepository },
    { provide: PatternRepository, useClass: TypeormPatternRepository },
    { provide: AvailabilityRepository, useClass: TypeormAvailabilityRepository },
  ],
  exports: [Availability, OrganisationCalendar, HoursNotes, Patterns, PersonalTimesNotes, Things],
})
export class AvailabilityModule {}
