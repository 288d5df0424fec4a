import { Module, OnModuleInit } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { AgendasModule } from '../agendas/agendas.module';
import { AnswersModule } from '../answers/answers.module';
import { GuestsAsked } from '../answers/guests-asked.service';
import { AuditModule } from '../audit/audit.module';
import { AvailabilityModule } from '../availability/availability.module';
import { GroupsModule } from '../groups/groups.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { LastQuestion } from '../outbox/last-question.service';
import { OutboxModule } from '../outbox/outbox.module';
import { PeopleModule } from '../people/people.module';
import { LinkKeeper } from '../platform/web/link-keeper';
import { ProgressModule } from '../progress/progress.module';
import { AgendaCodeController } from './agenda-code.controller';
import { AgendaCodes } from './agenda-codes.service';
import { AgendasToSend } from './agendas-to-send.service';
import { CalendarFeedController } from './calendar-feed.controller';
import { CalendarFeeds, FeedsThatDie } from './calendar-feeds.service';
import { Answerers } from './answerers.service';
import { CalendarNames } from './calendar-names.service';
import { CallsDue } from './calls-due.service';
import { CallsJob } from './calls-job.service';
import { CallsReading } from './calls-reading.service';
import { CoordinatorHandoverController } from './coordinator-handover.controller';
import { FedMeetings } from './fed-meetings.service';
import { FollowController } from './follow.controller';
import { Following } from './follow.service';
import { Gatherings } from './gatherings.service';
import { Goodbyes } from './goodbyes.service';
import { GuestsParts } from './guests-parts.service';
import { HandoverController } from './handover.controller';
import { HandoverReading } from './handover-reading.service';
import { HandoverSending } from './handover-sending.service';
import { HandoverSteps } from './handover-steps.service';
import { Handovers } from './handovers.service';
import { IdentityIssue } from './identities.service';
import { InvitationRepository } from './invitation.repository';
import { KeyHolders } from './key-holders.service';
import { KeptLetters } from './kept-letters.service';
import { LastLook } from './last-look.service';
import { Letters } from './letters.service';
import { OwnLinkKeeper } from './link.keeper';
import { LinkSessions } from './link-sessions.service';
import { LinksRepository } from './links.repository';
import { Mailroom } from './mailroom.service';
import { MessagesToday } from './messages-today.service';
import { OwnAgendaController } from './own-agenda.controller';
import { OwnAgendas } from './own-agendas.service';
import { OwnAnswersController } from './own-answers.controller';
import { OwnAnswers } from './own-answers.service';
import { OwnMeetings } from './own-meetings.service';
import { OwnChoicesController } from './own-choices.controller';
import { OwnChoicesRepository } from './own-choices.repository';
import { OwnChoices } from './own-choices.service';
import { OwnPageController } from './own-page.controller';
import { OwnPageKeys } from './own-page-keys.service';
import { OwnPatternController } from './own-pattern.controller';
import { OwnYearController } from './own-year.controller';
import { OwnYears } from './own-years.service';
import { PatternAsking } from './pattern-asking.service';
import { PatternController } from './pattern.controller';
import { PatternQuestions } from './pattern-questions.service';
import { PatternReading } from './pattern-reading.service';
import { PeopleToCall } from './people-to-call.service';
import { LinksThatDie, PersonalLinks } from './personal-links.service';
import { Postings } from './postings.service';
import { RemindersDue } from './reminders-due.service';
import { Reminders } from './reminders.service';
import { RevisionsNow } from './revisions-now.service';
import { SaidSoFar } from './said-so-far.service';
import { SendController } from './send.controller';
import { Sending } from './sending.service';
import { SendingByItself } from './sending-by-itself.service';
import { TypeormInvitationRepository } from './store/typeorm-invitation.repository';
import { TypeormLinksRepository } from './store/typeorm-links.repository';
import { TypeormOwnChoicesRepository } from './store/typeorm-own-choices.repository';
import { Tokens } from './tokens';

const stores = [
  { provide: InvitationRepository, useClass: TypeormInvitationRepository },
  { provide: LinksRepository, useClass: TypeormLinksRepository },
  { provide: OwnChoicesRepository, useClass: TypeormOwnChoicesRepository },
];

const lastLook = [Answerers, GuestsParts, RevisionsNow, LastLook];
const calling = [
  Sending,
  Gatherings,
  SaidSoFar,
  PeopleToCall,
  AgendasToSend,
  IdentityIssue,
  Mailroom,
  Postings,
  Tokens,
];
const byItself = [SendingByItself, Goodbyes, CallsDue, CallsJob, Reminders, RemindersDue];
const following = [CalendarNames, CallsReading, Following, KeptLetters, Letters, MessagesToday];

const patternPoll = [PatternAsking, PatternQuestions, PatternReading];

const handover = [HandoverReading, HandoverSending, HandoverSteps, Handovers];

const ownPages = [
  PersonalLinks,
  LinksThatDie,
  LinkSessions,
  OwnYears,
  OwnAgendas,
  OwnAnswers,
  OwnMeetings,
  KeyHolders,
  OwnPageKeys,
  AgendaCodes,
  OwnChoices,
  CalendarFeeds,
  FeedsThatDie,
  FedMeetings,
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
    AvailabilityModule,
    AgendasModule,
    ProgressModule,
    OutboxModule,
    AnswersModule,
  ],
  controllers: [
    SendController,
    FollowController,
    HandoverController,
    CoordinatorHandoverController,
    OwnPageController,
    OwnYearController,
    OwnAnswersController,
    AgendaCodeController,
    OwnAgendaController,
    OwnChoicesController,
    OwnPatternController,
    PatternController,
    CalendarFeedController,
  ],
  providers: [...stores, ...lastLook, ...calling, ...byItself, ...following, ...handover, ...patternPoll, ...ownPages],
  exports: [Answerers, Sending, CallsJob, CalendarNames, OutboxModule, OwnPageKeys, OwnYears, PersonalLinks],
})
export class InvitationsModule implements OnModuleInit {
  constructor(
    private readonly question: LastQuestion,
    private readonly look: LastLook,
    private readonly guests: GuestsAsked,
    private readonly parts: GuestsParts,
  ) {}

  onModuleInit(): void {
    this.question.answeredBy(this.look);
    this.guests.answeredBy(this.parts);
  }
}
