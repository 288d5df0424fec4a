import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { JobsModule } from '../platform/jobs/jobs.module';
import { MailModule } from '../platform/mail/mail.module';
import { Dispatcher } from './dispatcher.service';
import { MayStillGo } from './domain/may-still-go';
import { Pace, usualPace } from './domain/pace';
import { DueMail } from './due-mail.service';
import { KeptMessagesModule } from './kept-messages.module';
import { LastQuestion } from './last-question.service';
import { OutboxJob } from './outbox-job.service';
import { Outbox } from './outbox.service';

/** What must go out, kept with the change that caused it until it has gone. */
@Module({
  imports: [AccessModule, MailModule, JobsModule, KeptMessagesModule],
  providers: [
    Outbox,
    DueMail,
    Dispatcher,
    OutboxJob,
    LastQuestion,
    { provide: MayStillGo, useExisting: LastQuestion },
    { provide: Pace, useValue: usualPace },
  ],
  exports: [Outbox, Dispatcher, OutboxJob, LastQuestion, KeptMessagesModule],
})
export class OutboxModule {}
