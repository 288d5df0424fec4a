import type { CalendarDate } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import type { GroupId, MeetingId, OrganisationId, ThingId } from '../../kernel/identifiers';
import type { Span } from '../../kernel/in-words';
import { Instant } from '../../kernel/instant';
import type { TimeOfDay } from '../../kernel/time-of-day';
import { optionalPlainLine, plainParagraph } from '../../people/domain/personal-number';
import type { MeetingForm, Profile } from '../../groups/domain/profile';

export type MeetingState = 'planned' | 'called' | 'moved' | 'held' | 'cancelled';

const mayBecome = {
  planned: ['planned', 'called', 'cancelled'],
  called: ['held', 'moved', 'cancelled'],
  moved: ['moved', 'called', 'held', 'cancelled'],
  held: [],
  cancelled: [],
} as const satisfies Record<MeetingState, readonly MeetingState[]>;

const follows = (from: MeetingState, to: MeetingState): boolean => {
  const next: readonly MeetingState[] = mayBecome[from];
  return next.includes(to);
};

/** What is decided about a meeting before anybody is called to it. */
export interface Booking {
  /** The first meeting is 1. */
  readonly number: number;
  /** The day the intervals gave, before closed days and calendars moved it. */
  readonly target: CalendarDate;
  readonly day: CalendarDate;
  readonly start: TimeOfDay;
  readonly minutes: number;
  readonly form: MeetingForm;
  /** A room, an address or a link, as it will be told where the route allows it. */
  readonly place: string;
  readonly placeIsPublic: boolean;
  /** The planner's reasons for the day, as JSON text. */
  readonly why: string;
  /** Asked for when the meeting is longer than the profile advises. */
  readonly lengthReason?: string;
  /** The room or link of the organisation's that the place is, if it is one. */
  readonly thingId?: ThingId | null;
}

export interface MeetingOrigin {
  readonly id: MeetingId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly zone: string;
}

/** What may still be decided otherwise once the meeting is booked; a thing that is left out stays as it is. */
export type MeetingChange = Pick<
  Meeting,
  'day' | 'start' | 'minutes' | 'lengthReason' | 'form' | 'place' | 'placeIsPublic'
> &
  Partial<Pick<Meeting, 'thingId'>>;

/** A time that people were asked about, and the revision from which their answers count. */
export interface AskedTime extends Span {
  readonly since: number;
}

export type MeetingParts = MeetingOrigin &
  Booking & {
    readonly state: MeetingState;
    readonly revision: number;
    readonly sequence: number;
    readonly since: number;
  };

/** One meeting of a group: when, where, and how far it has come. */
export class Meeting {
  readonly id: MeetingId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly number: number;
  readonly target: CalendarDate;
  readonly day: CalendarDate;
  readonly start: TimeOfDay;
  readonly minutes: number;
  readonly lengthReason: string;
  readonly zone: string;
  readonly form: MeetingForm;
  readonly place: string;
  readonly placeIsPublic: boolean;
  readonly thingId: ThingId | null;
  readonly state: MeetingState;
  /** Counts every change of what people are told; what is sent belongs to one revision. */
  readonly revision: number;
  /** RFC 5546 §2.1.4: raised for each change that calendars must learn of, so only once it has been called. */
  readonly sequence: number;
  /** The revision from which answers count: an answer to another time is no answer to this one. */
  readonly since: number;
  readonly why: string;

  private constructor({ lengthReason = '', thingId = null, ...given }: MeetingParts) {
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.groupId = given.groupId;
    this.number = atLeastOne(given.number);
    this.target = given.target;
    this.day = given.day;
    this.start = given.start;
    this.minutes = atLeastOne(given.minutes);
    this.lengthReason = plainParagraph(lengthReason, { field: 'lengthReason', max: 1000 });
    this.zone = given.zone;
    this.form = given.form;
    this.place = optionalPlainLine(given.place, { field: 'place', max: 300 });
    this.placeIsPublic = given.placeIsPublic;
    this.thingId = thingId;
    this.state = given.state;
    this.revision = given.revision;
    this.sequence = given.sequence;
    this.since = given.since;
    this.why = given.why;
    if (given.form === 'home' && given.placeIsPublic) throw new DomainError('homeIsNotPublic', { field: 'place' });
    if (given.form === 'home' && thingId !== null) throw new DomainError('homeInThing', { field: 'thing' });
    // A start that the change of clocks skips or repeats is refused here, not when the call is sent.
    Instant.atWallTime(given.day, given.start, given.zone);
    if (given.start.minutes + given.minutes > lastMinute)
      throw new DomainError('meetingPastMidnight', { field: 'start' });
    if (this.since > this.revision) throw new DomainError('answersFromLaterChange', { number: this.number });
  }

  static book(origin: MeetingOrigin, booking: Booking, profile: Profile): Meeting {
    requireLength(booking, profile);
    return new Meeting({ ...origin, ...booking, state: 'planned', revision: 1, sequence: 0, since: 1 });
  }

  /** As it stood in another database, with all that was told of it; the profile it followed there is not asked again. */
  static broughtIn(parts: MeetingParts): Meeting {
    return new Meeting(parts);
  }

  /** The same meeting planned anew, before anybody has been called. */
  replan(booking: Booking, profile: Profile): Meeting {
    if (this.state !== 'planned') throw new DomainError('meetingAlreadyCalled', { number: this.number });
    requireLength(booking, profile);
    const revision = this.revision + 1;
    return this.with({ thingId: null, ...booking, revision, since: revision });
  }

  /** Decided otherwise. The same again is no change, and a reason alone is told to nobody. */
  change(to: MeetingChange, lastTold: AskedTime | null): Meeting {
    const { day, start, minutes, lengthReason, form, place, placeIsPublic, thingId = this.thingId } = to;
    const after = this.with({ day, start, minutes, lengthReason, form, place, placeIsPublic, thingId });
    if (isToldAlike(this, after)) return isKeptAlike(this, after) ? this : after;
    const state = this.state === 'planned' ? 'planned' : 'moved';
    this.requireMayBecome(state);
    return after.with({ ...this.raised(), state, since: this.sinceAt(after, lastTold) });
  }

  become(state: Exclude<MeetingState, 'moved'>): Meeting {
    this.requireMayBecome(state);
    return this.with({ state, ...(state === 'cancelled' ? this.raised() : {}) });
  }

  get span(): Span {
    return { day: this.day, start: this.start, minutes: this.minutes };
  }

  get startsAt(): Instant {
    return Instant.atWallTime(this.day, this.start, this.zone);
  }

  /** Somebody may have it in a calendar. */
  get wasCalled(): boolean {
    return this.state === 'called' || this.state === 'moved';
  }

  /** People's time is taken by every meeting that is not cancelled. */
  get takesTime(): boolean {
    return this.state !== 'cancelled';
  }

  private requireMayBecome(state: MeetingState): void {
    if (!follows(this.state, state)) throw new DomainError('meetingCannotBecome', { from: this.state, to: state });
  }

  private raised(): Pick<MeetingParts, 'revision' | 'sequence'> {
    return { revision: this.revision + 1, sequence: this.sequence + (this.wasCalled ? 1 : 0) };
  }

  // Moved there and back before anything was sent: nobody needs to be asked again.
  private sinceAt(to: Span, lastTold: AskedTime | null): number {
    if (isSameTime(this, to)) return this.since;
    return lastTold && isSameTime(lastTold, to) ? lastTold.since : this.revision + 1;
  }

  private with(change: Partial<MeetingParts>): Meeting {
    return new Meeting(Object.assign({}, this, change));
  }
}

const isSameTime = (one: Span, other: Span): boolean =>
  one.day.equals(other.day) && one.start.equals(other.start) && one.minutes === other.minutes;

const isToldAlike = (one: MeetingChange, other: MeetingChange): boolean =>
  isSameTime(one, other) &&
  one.form === other.form &&
  one.place === other.place &&
  one.placeIsPublic === other.placeIsPublic;

const isKeptAlike = (one: Meeting, other: Meeting): boolean =>
  one.lengthReason === other.lengthReason && one.thingId === other.thingId;

// A meeting ends the day it starts, at 23:59 at the latest.
const lastMinute = 23 * 60 + 59;

function atLeastOne(count: number): number {
  if (!Number.isInteger(count) || count < 1) throw new DomainError('meetingCountTooSmall', { given: count });
  return count;
}

type Length = Pick<Booking, 'minutes' | 'lengthReason'>;

/** Up to the profile's limit freely, past it with a reason, never past its maximum. */
export function requireLength({ minutes, lengthReason = '' }: Length, { minutes: limits }: Profile): void {
  if (minutes > limits.max) throw new DomainError('meetingTooLong', { field: 'minutes', max: limits.max });
  if (minutes > limits.longWithReason && lengthReason.trim() === '')
    throw new DomainError('longMeetingWithoutReason', { field: 'lengthReason', limit: limits.longWithReason });
}
