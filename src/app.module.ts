import { DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { AccessModule } from './access/access.module';
import { AgendasModule } from './agendas/agendas.module';
import { AnswersModule } from './answers/answers.module';
import { AuditModule } from './audit/audit.module';
import { DeskModule } from './desk/desk.module';
import { GroupsModule } from './groups/groups.module';
import { InvitationsModule } from './invitations/invitations.module';
import { MeetingsModule } from './meetings/meetings.module';
import { MethodModule } from './method/method.module';
import { MyPageModule } from './my-page/my-page.module';
import { NotesModule } from './notes/notes.module';
import { OutboxModule } from './outbox/outbox.module';
import { PeopleModule } from './people/people.module';
import { AvailabilityModule } from './availability/availability.module';
import { CaseloadModule } from './caseload/caseload.module';
import { PlanningModule } from './planning/planning.module';
import { Ground, PlatformModule } from './platform/platform.module';
import { AnswerInterceptor } from './platform/web/answer.interceptor';
import { ProblemFilter } from './platform/web/problem.filter';
import { TransactionInterceptor } from './platform/web/transaction.interceptor';
import { ProgressModule } from './progress/progress.module';
import { RepliesModule } from './replies/replies.module';
import { SociogramModule } from './sociogram/sociogram.module';

const rooms = [
  AuditModule,
  AccessModule,
  PeopleModule,
  SociogramModule,
  GroupsModule,
  MeetingsModule,
  AvailabilityModule,
  PlanningModule,
  AgendasModule,
  ProgressModule,
  NotesModule,
  OutboxModule,
  AnswersModule,
  InvitationsModule,
  RepliesModule,
  MyPageModule,
  MethodModule,
  CaseloadModule,
  DeskModule,
];

/** Composition root: the rooms of the house, in the order they may look at each other. */
@Module({})
export class AppModule {
  static on(ground: Ground): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.on(ground), ...rooms],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        // The answer is rendered outside the transaction, once it has held.
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
      ],
    };
  }
}
