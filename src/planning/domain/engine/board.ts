import type { CalendarDate } from '../../../kernel/calendar-date';
import type { SwedishCalendar } from '../../../availability/domain/swedish-calendar';
import type { Caseload } from '../caseload';
import type { PlannedGroup } from '../caseload-parts';
import { Attendee } from './attendee';
import { Availability } from './availability';
import type { Slot } from './slot';
import type { TimeOnDay } from './time-on-day';
import { dateOf, dayNumber } from './time-on-day';

/** One meeting to plan: its place in the row, and the day it aims at. */
export interface MeetingAim {
  readonly group: GroupOnBoard;
  readonly index: number;
  readonly target: CalendarDate;
  readonly targetDay: number;
  readonly fixed?: TimeOnDay;
}

interface FixedOnBoard {
  readonly index: number;
  readonly time: TimeOnDay;
}

export interface GroupOnBoard {
  readonly place: number;
  readonly wish: PlannedGroup;
  readonly core: readonly Attendee<Slot>[];
  readonly network: readonly Attendee<Slot>[];
  /** Those of the core whom other meetings may want at the same time. */
  readonly wantedCore: readonly Attendee<Slot>[];
  readonly fixed: readonly FixedOnBoard[];
}

/** A caseload laid out for one run of the engine: people with their diaries, groups, days. */
export class Board {
  readonly groups: readonly GroupOnBoard[];
  private readonly attendees: ReadonlyMap<string, Attendee<Slot>>;
  private readonly weighed = new Map<number, number>();
  private readonly openDays = new Map<number, boolean>();

  constructor(
    caseload: Caseload,
    private readonly calendar: SwedishCalendar,
  ) {
    this.attendees = attendeesOf(caseload);
    this.groups = caseload.groups.map((wish, place) => this.laidOut(wish, place));
    for (const { day, cost } of caseload.weighed)
      this.weighed.set(dayNumber(day), this.weightOf(dayNumber(day)) + cost);
  }

  isOpen(day: number): boolean {
    const known = this.openDays.get(day);
    if (known !== undefined) return known;
    const open = this.calendar.isOpen(dateOf(day));
    this.openDays.set(day, open);
    return open;
  }

  weightOf(day: number): number {
    return this.weighed.get(day) ?? 0;
  }

  private laidOut(wish: PlannedGroup, place: number): GroupOnBoard {
    const core = this.attendeesOf(wish.core);
    const fixed = (wish.fixed ?? []).map(({ index, start }) => ({
      index,
      time: timeOnDay(dayNumber(start.day), start.time.minutes, wish),
    }));
    const wantedCore = core.filter(({ isWanted }) => isWanted);
    return { place, wish, core, network: this.attendeesOf(wish.network), wantedCore, fixed };
  }

  private attendeesOf(ids: readonly string[]): readonly Attendee<Slot>[] {
    return ids.flatMap((id) => this.attendees.get(id) ?? []);
  }
}

function attendeesOf({ people, groups }: Caseload): ReadonlyMap<string, Attendee<Slot>> {
  const seats = new Map<string, number>();
  for (const { core, network } of groups)
    for (const id of [...core, ...network]) seats.set(id, (seats.get(id) ?? 0) + 1);
  return new Map(
    people.map((person) => {
      const { id, maxPerDay = Infinity, travelMinutes = 0 } = person;
      const isWanted = (seats.get(id) ?? 0) > 1 || maxPerDay < Infinity;
      const availability = new Availability(person);
      return [id, new Attendee<Slot>({ id, availability, maxPerDay, travelMinutes, isWanted })];
    }),
  );
}

export function aimsOf(group: GroupOnBoard): readonly MeetingAim[] {
  const { start, offsetsMonths } = group.wish;
  const times = new Map(group.fixed.map(({ index, time }) => [index, time]));
  return offsetsMonths.map((months, index) => {
    const target = start.plusMonths(months);
    const fixed = times.get(index);
    return { group, index, target, targetDay: dayNumber(target), ...(fixed ? { fixed } : {}) };
  });
}

export const timeOnDay = (
  day: number,
  start: number,
  { minutes, atHome = false }: Pick<PlannedGroup, 'minutes' | 'atHome'>,
): TimeOnDay => ({ day, start, end: start + minutes, atHome });
