import { CalendarDate, Weekday } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import type { ThingId } from '../../kernel/identifiers';
import { dayInWords } from '../../kernel/in-words';
import { optionalLine } from '../../kernel/line';
import type { MeetingForm, Profile } from '../../groups/domain/profile';
import { requireLength } from '../../meetings/domain/meeting';
import { TimeOfDay } from '../../kernel/time-of-day';
import type { SwedishCalendar } from '../../availability/domain/swedish-calendar';
import { Taper } from './taper';

/** Meetings start on this grid, counted from the earliest time; minutes. */
export const stepMinutes = 30;
/** A meeting lies at most so many days from its target. */
export const windowDays = 10;

const shortest = 15;

/** What the service user and the coordinator want the year to be like; plain values, as they are stored. */
export interface YearWishesParts {
  readonly start: string;
  readonly horizonMonths: number;
  readonly intervals: readonly number[];
  readonly minutes: number;
  readonly lengthReason: string;
  readonly form: MeetingForm;
  readonly place: string;
  readonly placeIsPublic: boolean;
  /** The room or link of the organisation's that the place is, if it is one. */
  readonly thingId?: ThingId;
  readonly weekdays: readonly Weekday[];
  readonly earliest: string;
  readonly latest: string;
}

/** The wishes, sound: a length that fits, a window that holds a meeting, a first day that is a day to meet on. */
export class YearWishes {
  readonly start: CalendarDate;
  readonly taper: Taper;
  readonly earliest: TimeOfDay;
  readonly latest: TimeOfDay;

  constructor(
    readonly parts: YearWishesParts,
    profile: Profile,
  ) {
    this.start = CalendarDate.of(parts.start);
    this.taper = new Taper(parts.intervals);
    this.earliest = TimeOfDay.of(parts.earliest);
    this.latest = TimeOfDay.of(parts.latest);
    requireMinutes(parts);
    requireLength(parts, profile);
    requireRoom(this);
    requireNoThingAtHome(parts);
    optionalLine(parts.place, { field: 'place' });
  }

  get offsets(): readonly number[] {
    return this.taper.offsets(this.parts.horizonMonths);
  }
}

export function requireMinutes({ minutes }: Pick<YearWishesParts, 'minutes'>): void {
  if (!Number.isInteger(minutes) || minutes < shortest)
    throw new DomainError('meetingTooShort', { field: 'minutes', given: minutes, min: shortest });
}

function requireNoThingAtHome({ form, thingId }: YearWishesParts): void {
  if (form === 'home' && thingId !== undefined) throw new DomainError('homeInThing', { field: 'thing' });
}

function requireRoom({ earliest, latest, parts }: YearWishes): void {
  if (latest.minutes - earliest.minutes < parts.minutes)
    throw new DomainError('hoursTooShort', {
      field: 'latest',
      earliest: parts.earliest,
      latest: parts.latest,
      minutes: parts.minutes,
    });
}

/** The first meeting's target is chosen by people, so a day to be free on is refused rather than moved. */
export function requireOpenStart(start: CalendarDate, calendar: SwedishCalendar, language: 'sv' | 'en'): void {
  const kind = calendar.kindOf(start);
  if (kind.kind === 'open') return;
  let next = start;
  while (!calendar.isOpen(next)) next = next.plusDays(1);
  const values = {
    field: 'start',
    day: dayInWords(start, language),
    name: kind.name?.[language] ?? '',
    next: dayInWords(next, language),
  };
  if (kind.why === 'ownClosedDay') throw new DomainError('startOnOwnClosedDay', values);
  throw new DomainError(kind.name ? 'startOnHoliday' : 'startOnClosedDay', values);
}
