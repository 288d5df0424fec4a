import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { AgendasModule } from '../agendas/agendas.module';
import { AuditModule } from '../audit/audit.module';
import { GroupsModule } from '../groups/groups.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { PeopleModule } from '../people/people.module';
import { JobsModule } from '../platform/jobs/jobs.module';
import { MailModule } from '../platform/mail/mail.module';
import { LinkKeeper } from '../platform/web/link-keeper';
import { AgendaCodeController } from './agenda-code.controller';
import { AgendaCodes } from './agenda-codes.service';
import { AgendasToSend } from './agendas-to-send.service';
import { CallsReading } from './calls-reading.service';
import { Dispatcher } from './dispatcher.service';
import { Pace, usualPace } from './domain/pace';
import { DueMail } from './due-mail.service';
import { FollowController } from './follow.controller';
import { Following } from './follow.service';
import { Gatherings } from './gatherings.service';
import { IdentityIssue } from './identities.service';
import { InvitationRepository } from './invitation.repository';
import { KeptLetters } from './kept-letters.service';
import { LastLook } from './last-look.service';
import { Letters } from './letters.service';
import { OwnLinkKeeper } from './link.keeper';
import { LinkSessions } from './link-sessions.service';
import { LinksRepository } from './links.repository';
import { Mailroom } from './mailroom.service';
import { MayStillGo } from './may-still-go';
import { MessagesToday } from './messages-today.service';
import { OutboxJob } from './outbox-job.service';
import { OutboxRepository } from './outbox.repository';
import { Outbox } from './outbox.service';
import { OwnAgendaController } from './own-agenda.controller';
import { OwnMeetings } from './own-meetings.service';
import { OwnPageController } from './own-page.controller';
import { OwnPageKeys } from './own-page-keys.service';
import { OwnYearController } from './own-year.controller';
import { OwnYears } from './own-years.service';
import { PeopleToCall } from './people-to-call.service';
import { LinksThatDie, PersonalLinks } from './personal-links.service';
import { Postings } from './postings.service';
import { RevisionsNow } from './revisions-now.service';
import { SendController } from './send.controller';
import { Sending } from './sending.service';
import { TypeormInvitationRepository } from './store/typeorm-invitation.repository';
import { TypeormLinksRepository } from './store/typeorm-links.repository';
import { TypeormOutboxRepository } from './store/typeorm-outbox.repository';
import { Tokens } from './tokens';

const stores = [
  { provide: OutboxRepository, useClass: TypeormOutboxRepository },
  { provide: InvitationRepository, useClass: TypeormInvitationRepository },
  { provide: LinksRepository, useClass: TypeormLinksRepository },
];

const outbox = [
  Outbox,
  DueMail,
  Dispatcher,
  OutboxJob,
  { provide: Pace, useValue: usualPace },
  RevisionsNow,
  { provide: MayStillGo, useClass: LastLook },
];

const calling = [Sending, Gatherings, PeopleToCall, AgendasToSend, IdentityIssue, Mailroom, Postings, Tokens];
const following = [CallsReading, Following, KeptLetters, Letters, MessagesToday];

const ownPages = [
  PersonalLinks,
  LinksThatDie,
  LinkSessions,
  OwnYears,
  OwnMeetings,
  OwnPageKeys,
  AgendaCodes,
  { provide: LinkKeeper, useClass: OwnLinkKeeper },
];

/** Who must be told what, whether it reached them, and the pages behind people's own links. */
@Module({
  imports: [
    AuditModule,
    AccessModule,
    PeopleModule,
    GroupsModule,
    MeetingsModule,
    AgendasModule,
    MailModule,
    JobsModule,
  ],
  controllers: [
    SendController,
    FollowController,
    OwnPageController,
    OwnYearController,
    AgendaCodeController,
    OwnAgendaController,
  ],
  providers: [...stores, ...outbox, ...calling, ...following, ...ownPages],
  exports: [Sending, Outbox, Dispatcher, OutboxJob, OwnPageKeys, PersonalLinks],
})
export class InvitationsModule {}
