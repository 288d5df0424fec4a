import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { AuditModule } from '../audit/audit.module';
import { GroupsModule } from '../groups/groups.module';
import { JobsModule } from '../platform/jobs/jobs.module';
import { Settings } from '../platform/config/settings';
import { MailModule } from '../platform/mail/mail.module';
import { Dispatcher } from './dispatcher.service';
import { MayStillGo } from './domain/may-still-go';
import { Pace } from './domain/pace';
import { DueMail } from './due-mail.service';
import { HoldingByName } from './holding-by-name.service';
import { Holding } from './holding.service';
import { KeptMessagesModule } from './kept-messages.module';
import { LastQuestion } from './last-question.service';
import { MarkFile } from './mark-file';
import { MarksRepository } from './marks.repository';
import { OutboxJob } from './outbox-job.service';
import { OutboxController } from './outbox.controller';
import { Outbox } from './outbox.service';
import { Queues } from './queues.service';
import { MarkPlaces, RestoreWatch } from './restore-watch.service';
import { TypeormMarksRepository } from './store/typeorm-marks.repository';

/** What must go out, kept with the change that caused it until it has gone. */
@Module({
  imports: [AuditModule, AccessModule, GroupsModule, MailModule, JobsModule, KeptMessagesModule],
  controllers: [OutboxController],
  providers: [
    Outbox,
    Queues,
    DueMail,
    Dispatcher,
    OutboxJob,
    LastQuestion,
    { provide: MayStillGo, useExisting: LastQuestion },
    Holding,
    HoldingByName,
    MarkFile,
    MarkPlaces,
    RestoreWatch,
    { provide: MarksRepository, useClass: TypeormMarksRepository },
    { provide: Pace, inject: [Settings], useFactory: ({ mail }: Settings) => Pace.usual(mail.lease) },
  ],
  exports: [Outbox, Queues, Holding, Dispatcher, OutboxJob, LastQuestion, KeptMessagesModule],
})
export class OutboxModule {}
