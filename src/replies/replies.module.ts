import { Module } from '@nestjs/common';
import { AnswersModule } from '../answers/answers.module';
import { AuditModule } from '../audit/audit.module';
import { GroupsModule } from '../groups/groups.module';
import { InvitationsModule } from '../invitations/invitations.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { OutboxModule } from '../outbox/outbox.module';
import { PeopleModule } from '../people/people.module';
import { JobsModule } from '../platform/jobs/jobs.module';
import { MailboxModule } from '../platform/mailbox/mailbox.module';
import { Consequences } from './consequences.service';
import { InvitationsKnown } from './domain/known-invitation';
import { IncomingMailRepository } from './incoming-mail.repository';
import { IncomingMails } from './incoming-mails.service';
import { InvitationsPut } from './invitations-put.service';
import { MailReader } from './mail-reader.service';
import { MailboxRounds } from './mailbox-rounds.service';
import { RepliesClosing } from './replies-closing.service';
import { RepliesJob } from './replies-job.service';
import { RepliesReading } from './replies-reading.service';
import { RepliesController } from './replies.controller';
import { SendingAgain } from './sending-again.service';
import { TypeormIncomingMailRepository } from './store/typeorm-incoming-mail.repository';
import { TakingIn } from './taking-in.service';
import { WaitingReplies } from './waiting-replies.service';

/** Mail that comes back: answers from calendars, letters from people, and what did not arrive. */
@Module({
  imports: [
    AuditModule,
    PeopleModule,
    GroupsModule,
    MeetingsModule,
    OutboxModule,
    AnswersModule,
    InvitationsModule,
    JobsModule,
    MailboxModule,
  ],
  controllers: [RepliesController],
  providers: [
    Consequences,
    IncomingMails,
    MailReader,
    MailboxRounds,
    RepliesClosing,
    RepliesJob,
    RepliesReading,
    SendingAgain,
    TakingIn,
    WaitingReplies,
    { provide: IncomingMailRepository, useClass: TypeormIncomingMailRepository },
    { provide: InvitationsKnown, useClass: InvitationsPut },
  ],
  exports: [MailboxRounds, RepliesJob, WaitingReplies],
})
export class RepliesModule {}
