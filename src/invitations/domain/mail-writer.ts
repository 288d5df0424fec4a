import { Instant } from '../../kernel/instant';
import type { MessageKind } from '../../outbox/domain/delivery';
import { CalendarEvent } from './calendar-event';
import { calendarOfCall } from './calendar-of-call';
import { Call, meetingPage } from './meeting-page';
import { Mail } from './mail';
import { Mailbox } from './mailbox';
import { MailPage } from './mail-page';
import { oneAddress } from './one-address';
import { overviewPage, YearOfMeetings } from './overview-page';
import { type Asking, patternPage } from './pattern-page';
import { plainLine } from './plain-text';
import { type Reminding, taskPage } from './task-page';
import { Words } from './wording';

/** Every mail about one meeting is laid out alike. */
type MailView = 'meeting' | 'overview' | 'task' | 'pattern';

function viewOf(kind: MessageKind): MailView {
  if (kind === 'taskReminder') return 'task';
  if (kind === 'pattern') return 'pattern';
  return kind === 'overview' || kind === 'handover' ? 'overview' : 'meeting';
}

/** Turns a page of finished strings into the three texts of a mail. */
export interface MailViews {
  render(view: MailView, page: object): RenderedMail;
}

interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What is fixed before the first attempt, so that every copy has the same bytes. */
export interface Stamp {
  readonly messageId: string;
  readonly date: Instant;
}

/** Writes the mails that call people to meetings, each as its route may carry it. */
export class MailWriter {
  constructor(
    private readonly words: Words,
    private readonly views: MailViews,
    private readonly calendarText: (event: CalendarEvent) => string,
  ) {}

  /** All the meetings booked with one person, in one table. `replyAddress` carries a token of this person. */
  overviewMail(year: YearOfMeetings & { readonly replyAddress: string }, stamp: Stamp): Mail {
    const page = overviewPage(year, this.words(year.recipient.language));
    return this.mail(year.kind, { page, to: year.recipient, replyAddress: year.replyAddress, stamp });
  }

  /** A reminder of what somebody has promised to do; it bears no calendar entry. */
  taskMail(reminding: Reminding & { readonly replyAddress: string }, stamp: Stamp): Mail {
    const page = taskPage(reminding, this.words(reminding.recipient.language));
    return this.mail('taskReminder', { page, to: reminding.recipient, replyAddress: reminding.replyAddress, stamp });
  }

  /** The question when it usually suits somebody; it bears no calendar entry either. */
  patternMail(asking: Asking & { readonly replyAddress: string }, stamp: Stamp): Mail {
    const page = patternPage(asking, this.words(asking.recipient.language));
    return this.mail('pattern', { page, to: asking.recipient, replyAddress: asking.replyAddress, stamp });
  }

  /** A mail about one meeting; all but a reminder bear its calendar entry. */
  meetingMail(call: Call, stamp: Stamp): Mail {
    const say = this.words(call.recipient.language);
    const { kind } = call.purpose;
    const { replyAddress } = call.meeting;
    const mail = this.mail(kind, { page: meetingPage(call, say), to: call.recipient, replyAddress, stamp });
    if (kind === 'reminder') return mail;
    const event = calendarOfCall(call, stamp.date, say);
    return { ...mail, calendar: { method: event.fields.method, text: this.calendarText(event) } };
  }

  private mail(kind: MessageKind, { page, to, replyAddress, stamp }: Addressed): Mail {
    const from: Mailbox = { name: this.words(page.language)('mail.from'), address: oneAddress(replyAddress) };
    const recipient: Mailbox = { name: plainLine(to.calledName), address: oneAddress(to.address) };
    return {
      kind,
      from,
      to: recipient,
      envelope: { from: from.address, to: recipient.address },
      ...this.views.render(viewOf(kind), page),
      ...stamp,
    };
  }
}

interface Addressed {
  readonly page: MailPage;
  readonly to: YearOfMeetings['recipient'];
  readonly replyAddress: string;
  readonly stamp: Stamp;
}
