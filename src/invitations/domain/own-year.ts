import type { Reader } from '../../groups/domain/readership';
import type { Instant } from '../../kernel/instant';
import type { Meeting } from '../../meetings/domain/meeting';
import type { PersonalLink } from './personal-link';

/** A meeting somebody was called to, under the name it has in their calendar; for a guest, their own part of it. */
export interface OwnMeeting {
  readonly meeting: Meeting;
  readonly uid: string;
}

export const endOfMeeting = ({ startsAt, minutes }: Meeting): Instant => startsAt.plusMinutes(minutes);

interface OwnYearParts {
  readonly link: PersonalLink;
  /** The link's owner, in the part they have today. */
  readonly reader: Reader;
  readonly meetings: readonly OwnMeeting[];
  readonly now: Instant;
}

/** What one person sees behind their own link: their meetings, soonest first, and nobody else's anything. */
export class OwnYear {
  readonly link: PersonalLink;
  readonly reader: Reader;
  readonly meetings: readonly OwnMeeting[];
  readonly now: Instant;

  constructor({ link, reader, meetings, now }: OwnYearParts) {
    this.link = link;
    this.reader = reader;
    this.meetings = meetings.toSorted((a, b) => (startsBefore(a, b) ? -1 : 1));
    this.now = now;
  }

  get isOpen(): boolean {
    const last = this.meetings.map(({ meeting }) => endOfMeeting(meeting)).reduce(later, null);
    return this.link.opensAt(this.now, last);
  }

  /** They come to single items, and are not told which of how many meetings it is. */
  get isGuests(): boolean {
    return this.reader.part === 'adjunct';
  }

  /** Not over yet. */
  get ahead(): readonly OwnMeeting[] {
    return this.meetings.filter(({ meeting }) => meeting.takesTime && this.now.isBefore(endOfMeeting(meeting)));
  }

  numbered(number: number): OwnMeeting | null {
    return this.meetings.find(({ meeting }) => meeting.number === number) ?? null;
  }

  /** The last number of the year, for "Möte 3 av 7". */
  get lastNumber(): number {
    return Math.max(0, ...this.meetings.map(({ meeting }) => meeting.number));
  }
}

const startsBefore = (a: OwnMeeting, b: OwnMeeting): boolean => a.meeting.startsAt.isBefore(b.meeting.startsAt);

const later = (last: Instant | null, end: Instant): Instant => (last === null || last.isBefore(end) ? end : last);
