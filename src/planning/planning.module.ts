import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { GroupsModule } from '../groups/groups.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { PeopleModule } from '../people/people.module';
import { AvailabilityModule } from '../availability/availability.module';
import { CaseloadPlanner } from './caseload-planner.service';
import { MovingController } from './moving.controller';
import { MovingReading } from './moving-reading.service';
import { Moving } from './moving.service';
import { OtherTimes } from './other-times.service';
import { PlansInTransit } from './plans-in-transit.service';
import { PlanReasons } from './plan-reasons.service';
import { PlanningRepository } from './planning.repository';
import { TypeormPlanningRepository } from './store/typeorm-planning.repository';
import { NamedGroups } from './named-groups.service';
import { Offers } from './offers.service';
import { Proposals } from './proposals.service';
import { WishesController } from './wishes.controller';
import { WishesReading } from './wishes-reading.service';
import { YearBooking } from './year-booking.service';
import { YearController } from './year.controller';
import { YearPicture } from './year-picture.service';
import { YearPlans } from './year-plans.service';
import { YearReading } from './year-reading.service';

@Module({
  imports: [AuditModule, PeopleModule, GroupsModule, MeetingsModule, AvailabilityModule],
  controllers: [WishesController, YearController, MovingController],
  providers: [
    CaseloadPlanner,
    Moving,
    MovingReading,
    NamedGroups,
    Offers,
    OtherTimes,
    Proposals,
    PlanReasons,
    PlansInTransit,
    WishesReading,
    YearBooking,
    YearPicture,
    YearPlans,
    YearReading,
    { provide: PlanningRepository, useClass: TypeormPlanningRepository },
  ],
  exports: [CaseloadPlanner, PlanReasons, WishesReading, YearPlans, YearBooking, PlansInTransit, YearPicture],
})
export class PlanningModule {}
