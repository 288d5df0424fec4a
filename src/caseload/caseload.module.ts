import { Module } from '@nestjs/common';
import { AnswersModule } from '../answers/answers.module';
import { AuditModule } from '../audit/audit.module';
import { AvailabilityModule } from '../availability/availability.module';
import { GroupsModule } from '../groups/groups.module';
import { InvitationsModule } from '../invitations/invitations.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { PeopleModule } from '../people/people.module';
import { PlanningModule } from '../planning/planning.module';
import { JobsModule } from '../platform/jobs/jobs.module';
import { Accepting } from './accepting.service';
import { CaseloadNames } from './caseload-names.service';
import { CaseloadOverview } from './caseload-overview.service';
import { CaseloadReading } from './caseload-reading.service';
import { CaseloadRunsRepository } from './caseload-runs.repository';
import { CaseloadTogether } from './caseload-together.service';
import { CaseloadController } from './caseload.controller';
import { ChangesChecking } from './changes-checking.service';
import { GroupInRunController } from './group-in-run.controller';
import { ProposedYears } from './proposed-years.service';
import { RepairReading } from './repair-reading.service';
import { RunAsking } from './run-asking.service';
import { ExtraController } from './extra.controller';
import { ExtraMeetings } from './extra-meetings.service';
import { Mending } from './mending.service';
import { RepairAsking } from './repair-asking.service';
import { RowBooking } from './next-booking.service';
import { NextController } from './next.controller';
import { RowReading } from './next-reading.service';
import { NextStretches } from './next-stretches.service';
import { RepairAccepting } from './repair-accepting.service';
import { RepairController } from './repair.controller';
import { Repairs } from './repairs.service';
import { RunJob } from './run-job.service';
import { RunPreparing } from './run-preparing.service';
import { RunReading } from './run-reading.service';
import { RunWork } from './run-work.service';
import { RunController } from './run.controller';
import { TypeormCaseloadRunsRepository } from './store/typeorm-caseload-runs.repository';
import { TaperChanges } from './taper-changes.service';
import { TaperController } from './taper.controller';
import { Wishing } from './wishing.service';

/** All of a coordinator's groups at once: what is booked, what is proposed, and what must be mended. */
@Module({
  imports: [
    JobsModule,
    AuditModule,
    PeopleModule,
    GroupsModule,
    MeetingsModule,
    AvailabilityModule,
    PlanningModule,
    InvitationsModule,
    AnswersModule,
  ],
  controllers: [
    CaseloadController,
    RunController,
    GroupInRunController,
    RepairController,
    NextController,
    TaperController,
    ExtraController,
  ],
  providers: [
    Accepting,
    CaseloadNames,
    CaseloadOverview,
    CaseloadReading,
    CaseloadTogether,
    ChangesChecking,
    ProposedYears,
    ExtraMeetings,
    Mending,
    NextStretches,
    RepairAccepting,
    RepairAsking,
    Repairs,
    RowBooking,
    RowReading,
    TaperChanges,
    RepairReading,
    RunAsking,
    RunJob,
    RunPreparing,
    RunReading,
    RunWork,
    Wishing,
    { provide: CaseloadRunsRepository, useClass: TypeormCaseloadRunsRepository },
  ],
})
export class CaseloadModule {}
