import type { CalendarDate } from '../../../kernel/calendar-date';
import type { Caseload } from '../caseload';
import type { PlannedGroup } from '../caseload-parts';
import type { SwedishCalendar } from '../../../availability/domain/swedish-calendar';
import { Attendee } from './attendee';
import { Availability } from './availability';
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

export interface GroupOnBoard {
  readonly place: number;
  readonly wish: PlannedGroup;
  readonly core: readonly Attendee[];
  readonly network: readonly Attendee[];
}

/** A caseload laid out for one run of the engine: people with their diaries, groups, days. */
export class Board {
  readonly groups: readonly GroupOnBoard[];
  private readonly attendees: ReadonlyMap<string, Attendee>;
  private readonly weighed = new Map<number, number>();
  private readonly openDays = new Map<number, boolean>();

  constructor(
    caseload: Caseload,
    private readonly calendar: SwedishCalendar,
  ) {
    this.attendees = new Map(
      caseload.people.map((person) => [
        person.id,
        new Attendee({
          id: person.id,
          availability: new Availability(person),
          maxPerDay: person.maxPerDay ?? Infinity,
        }),
      ]),
    );
    this.groups = caseload.groups.map((wish, place) => ({
      place,
      wish,
      core: this.attendeesOf(wish.core),
      network: this.attendeesOf(wish.network),
    }));
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

  private attendeesOf(ids: readonly string[]): readonly Attendee[] {
    return ids.flatMap((id) => this.attendees.get(id) ?? []);
  }
}

export function aimsOf(group: GroupOnBoard): readonly MeetingAim[] {
  const { start, offsetsMonths, minutes, fixed = [] } = group.wish;
  const times = new Map(
    fixed.map((meeting) => [
      meeting.index,
      timeOnDay(dayNumber(meeting.start.day), meeting.start.time.minutes, minutes),
    ]),
  );
  return offsetsMonths.map((months, index) => {
    const target = start.plusMonths(months);
    const time = times.get(index);
    return { group, index, target, targetDay: dayNumber(target), ...(time ? { fixed: time } : {}) };
  });
}

export const timeOnDay = (day: number, start: number, minutes: number): TimeOnDay => ({
  day,
  start,
  end: start + minutes,
});
