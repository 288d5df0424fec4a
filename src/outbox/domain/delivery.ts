import type { Slice } from '../../agendas/domain/released-agenda';
import { DomainError } from '../../kernel/domain-error';
import type { DeliveryId, GroupId, MeetingId, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import type { Protection } from '../../people/domain/reach';
import { pauseAfter } from './retry-ladder';

/** What a message is for: one is never put twice for the same person, meeting and revision. */
export type MessageKind = (typeof messageKinds)[number];
export const messageKinds = [
  'overview',
  'invitation',
  'change',
  'cancellation',
  'call',
  'reminder',
  'handover',
  'taskReminder',
  'pattern',
] as const;

const ofNoMeeting: readonly MessageKind[] = ['taskReminder', 'pattern'];

/** Whether what it says holds whatever becomes of the meetings. */
export const isOfNoMeeting = (kind: MessageKind): boolean => ofNoMeeting.includes(kind);

export type Channel = 'email' | 'letter' | 'phone' | 'inPerson';

export type DeliveryState =
  'waiting' | 'in-flight' | 'deferred' | 'sent' | 'bounced' | 'written' | 'failed' | 'cancelled' | 'held' | 'noted';

// `written`: into the folder of a start without a mail server. `noted`: a person posted or told it.
// `held`: how waiting mail is shown while its organisation's mail is held back; the table says that it waits.
const mayBecome = {
  waiting: ['in-flight', 'cancelled', 'held', 'noted'],
  'in-flight': ['sent', 'written', 'deferred', 'failed', 'cancelled'],
  deferred: ['in-flight', 'cancelled', 'held'],
  held: [],
  sent: ['bounced'],
  bounced: [],
  written: [],
  failed: [],
  cancelled: [],
  noted: [],
} as const satisfies Record<DeliveryState, readonly DeliveryState[]>;

/** Why a message that was put is not wanted any more when its turn comes. */
export type StopReason =
  'changed' | 'calledOff' | 'notApproved' | 'noConsent' | 'leftGroup' | 'otherRoute' | 'lessProtected' | 'tooLate';

/** Why an attempt is made again later. */
export type Obstacle =
  'serverBusy' | 'serverAway' | 'noAnswer' | 'connectionLost' | 'notSecure' | 'signInRefused' | 'ownFault';

type Failure = 'noSuchAddress' | 'mailboxFull' | 'refused' | 'gaveUp';

/** What came of one attempt; `reply` holds what the mail server said, without addresses. */
export type AttemptResult =
  | { readonly kind: 'accepted'; readonly reply: string }
  | { readonly kind: 'written'; readonly reply: string }
  | { readonly kind: 'deferred'; readonly why: Obstacle; readonly reply: string }
  | { readonly kind: 'refused'; readonly reply: string };

/** What a message tells of one meeting. */
export interface MeetingTelling {
  readonly meetingId: MeetingId;
  readonly revision: number;
  /** Of the calendar entry in the message (RFC 5545 §3.8.7.4); null when it bears none. */
  readonly sequence: number | null;
  /** It tells that the meeting is called off, or that the person is called to it no more. */
  readonly isOff: boolean;
  /** The part of the meeting that a guest of one item is called to; null for whoever comes to all of it. */
  readonly slice: Slice | null;
  /** Which release of the agenda it tells of; null when it tells nothing of the agenda, or it is not known. */
  readonly release: number | null;
}

/** What a later report says of a mail; `status` is an enhanced code (RFC 3463), `diagnostic` without addresses. */
export interface NotArrived {
  readonly status: string;
  readonly diagnostic: string;
}

/** One message to one person, as it was fixed when it was put in the outbox; its bytes are kept beside it. */
export interface Message {
  readonly id: DeliveryId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  /** null: the message is about the whole year. */
  readonly meetingId: MeetingId | null;
  readonly personId: PersonId;
  readonly channel: Channel;
  /** What the mail was written for; null for what is not mail. */
  readonly protection: Protection | null;
  readonly kind: MessageKind;
  readonly revision: number;
  /** Of the calendar entry it bears; null when it bears none. */
  readonly sequence: number | null;
  /** Every meeting it tells of. */
  readonly tells: readonly MeetingTelling[];
  /** (meeting or group, person, revision, kind): exists one time only, over all states. */
  readonly once: string;
  readonly recipient: string;
  readonly envelopeFrom: string;
  readonly messageId: string;
  readonly madeAt: Instant;
  /** The order within what was put together. */
  readonly position: number;
  /** The meeting's start, after which nobody needs the message. */
  readonly expiresAt: Instant;
}

export interface Progress {
  readonly state: DeliveryState;
  /** When it may next be taken up; while in flight, when its lease runs out. */
  readonly dueAt: Instant;
  readonly attempts: number;
  readonly leaseOwner: string | null;
  readonly doneAt: Instant | null;
  readonly outcome: Obstacle | Failure | StopReason | '';
  readonly reply: string;
}

/** A message and how far it has come. */
export class Delivery {
  constructor(
    readonly message: Message,
    readonly progress: Progress,
  ) {}

  /** It may be taken up at once, or not before a moment by which it may have been put otherwise. */
  static waiting(message: Message, notBefore: Instant = message.madeAt): Delivery {
    const nothingYet = { attempts: 0, leaseOwner: null, doneAt: null, outcome: '', reply: '' } as const;
    return new Delivery(message, { state: 'waiting', dueAt: notBefore, ...nothingYet });
  }

  get state(): DeliveryState {
    return this.progress.state;
  }

  after(result: AttemptResult, now: Instant): Delivery {
    const { reply } = result;
    switch (result.kind) {
      case 'accepted':
        return this.become('sent', { doneAt: now, outcome: '', reply });
      case 'written':
        return this.become('written', { doneAt: now, outcome: '', reply });
      case 'refused':
        return this.become('failed', { doneAt: now, outcome: failureIn(reply), reply });
      case 'deferred':
        return this.deferred(result.why, reply, now);
    }
  }

  stopped(why: StopReason, now: Instant): Delivery {
    return this.become('cancelled', { doneAt: now, outcome: why, reply: '' });
  }

  /** A person has posted the letter, or told what was to be told. */
  noted(now: Instant): Delivery {
    if (this.message.channel === 'email') throw new DomainError('mailIsNotNoted');
    return this.become('noted', { doneAt: now, outcome: '', reply: '' });
  }

  /** The mail server took it, and told later that it did not arrive. */
  bounced({ status, diagnostic }: NotArrived, now: Instant): Delivery {
    const outcome = failureIn(status);
    return this.become('bounced', { doneAt: now, outcome, reply: `${status} ${diagnostic}`.trim() });
  }

  /** As it is shown while its organisation's mail is held back. */
  get heldBack(): Delivery {
    const waits = this.state === 'waiting' || this.state === 'deferred';
    return waits && this.message.channel === 'email' ? this.become('held', {}) : this;
  }

  private deferred(why: Obstacle, reply: string, now: Instant): Delivery {
    const pause = pauseAfter(this.progress.attempts);
    const dueAt = pause === null ? this.message.expiresAt : now.plusMinutes(pause);
    return dueAt.isBefore(this.message.expiresAt)
      ? this.become('deferred', { dueAt, outcome: why, reply })
      : this.become('failed', { doneAt: now, outcome: 'gaveUp', reply });
  }

  private become(state: DeliveryState, changes: Partial<Progress>): Delivery {
    const from = this.state;
    const next: readonly DeliveryState[] = mayBecome[from];
    if (!next.includes(state)) throw new DomainError('deliveryMayNotBecome', { from, to: state });
    return new Delivery(this.message, { ...this.progress, ...changes, state, leaseOwner: null });
  }
}

/** Waits for a person to do it. */
export const isByHand = ({ message, state }: Delivery): boolean => message.channel !== 'email' && state === 'waiting';

// RFC 3463: the subject 1 of an enhanced code is the address, and 2.2 a mailbox that is full.
function failureIn(reply: string): Failure {
  if (/\b5\.1\.\d+\b/.test(reply)) return 'noSuchAddress';
  return /\b5\.2\.2\b/.test(reply) ? 'mailboxFull' : 'refused';
}
