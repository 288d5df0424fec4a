import { DomainError } from '../../kernel/domain-error';
import { Instant } from '../../kernel/instant';
import { Mailbox } from './mailbox';

/** RFC 5546: what the receiving calendar is to do. */
export type CalendarMethod = 'REQUEST' | 'CANCEL';

/** RFC 5545 §3.2.12: what the recipient has answered so far. */
export type Participation = 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE';

interface EventFields {
  readonly method: CalendarMethod;
  readonly uid: string;
  readonly sequence: number;
  /** New for every message, the same when the message is tried again. */
  readonly stamp: Instant;
  readonly start: Instant;
  readonly end: Instant;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly organizer: Mailbox;
  readonly attendee: Mailbox;
  readonly participation: Participation;
}

/** One meeting in one person's calendar, at one revision. */
export class CalendarEvent {
  private constructor(readonly fields: EventFields) {}

  static of(fields: EventFields): CalendarEvent {
    if (!Number.isInteger(fields.sequence) || fields.sequence < 0)
      throw new DomainError('sequenceNotWhole', { given: fields.sequence });
    if (!fields.start.isBefore(fields.end)) throw new DomainError('meetingEndsBeforeItStarts');
    return new CalendarEvent(fields);
  }

  get status(): 'CONFIRMED' | 'CANCELLED' {
    return this.fields.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED';
  }

  // RFC 5546 §2.1.4: a cancellation with the sequence of the request may be taken for an old message.
  cancelled(stamp: Instant): CalendarEvent {
    return new CalendarEvent({ ...this.fields, method: 'CANCEL', sequence: this.fields.sequence + 1, stamp });
  }
}
