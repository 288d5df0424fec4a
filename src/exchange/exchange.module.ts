import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { AgendasModule } from '../agendas/agendas.module';
import { AuditModule } from '../audit/audit.module';
import { GroupsModule } from '../groups/groups.module';
import { CallsInTransitModule } from '../invitations/calls-in-transit.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { PeopleModule } from '../people/people.module';
import { PlanningModule } from '../planning/planning.module';
import { BringingIn } from './bringing-in.service';
import { GroupDoors, YearDoors } from './doors.service';
import { TakingOut } from './taking-out.service';

/** Groups leave as files and come in from them. No route leads here; two commands do. */
@Module({
  imports: [
    AuditModule,
    AccessModule,
    PeopleModule,
    GroupsModule,
    MeetingsModule,
    PlanningModule,
    AgendasModule,
    CallsInTransitModule,
  ],
  providers: [GroupDoors, YearDoors, TakingOut, BringingIn],
  exports: [TakingOut, BringingIn],
})
export class ExchangeModule {}
