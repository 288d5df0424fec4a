import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { AgendasModule } from '../agendas/agendas.module';
import { AuditModule } from '../audit/audit.module';
import { GroupsModule } from '../groups/groups.module';
import { InvitationsModule } from '../invitations/invitations.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { NotesModule } from '../notes/notes.module';
import { OutboxModule } from '../outbox/outbox.module';
import { PeopleModule } from '../people/people.module';
import { PlanningModule } from '../planning/planning.module';
import { ProgressModule } from '../progress/progress.module';
import { SociogramModule } from '../sociogram/sociogram.module';
import { MethodCircle } from './method-circle.service';
import { MethodReading } from './method-reading.service';
import { MethodController } from './method.controller';
import { Outgoing } from './outgoing.service';
import { PeopleOfGroup } from './people-of-group.service';
import { Pictures } from './pictures.service';
import { StatementsRepository } from './statements.repository';
import { Statements } from './statements.service';
import { TypeormStatementsRepository } from './store/typeorm-statements.repository';
import { WorkOfGroup } from './work-of-group.service';
import { YearOfMeetings } from './year-of-meetings.service';

const sides = [PeopleOfGroup, YearOfMeetings, WorkOfGroup, Outgoing];

/** The method check of a group: what stands, what is to come, and what was chosen otherwise. */
@Module({
  imports: [
    AuditModule,
    AccessModule,
    PeopleModule,
    SociogramModule,
    GroupsModule,
    MeetingsModule,
    PlanningModule,
    AgendasModule,
    ProgressModule,
    NotesModule,
    OutboxModule,
    InvitationsModule,
  ],
  controllers: [MethodController],
  providers: [
    ...sides,
    Pictures,
    MethodCircle,
    MethodReading,
    Statements,
    { provide: StatementsRepository, useClass: TypeormStatementsRepository },
  ],
})
export class MethodModule {}
