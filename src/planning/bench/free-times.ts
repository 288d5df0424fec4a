import type { BusyTime, DayInterval, PlannedPerson } from '../domain/caseload-parts';
import { dayNumber, weekdayOfNumber } from './day-numbers';

/** Minutes since midnight. */
interface Minutes {
  readonly start: number;
  readonly end: number;
}

const midnight = 24 * 60;
const officeHours: readonly Minutes[] = [{ start: 8 * 60, end: 17 * 60 }];

/** When a person could meet, read without the engine, so that a fault of the engine is not measured against itself. */
export class FreeTimes {
  private readonly busy = new Map<number, Minutes[]>();

  constructor(private readonly person: PlannedPerson) {
    for (const time of person.busy ?? []) this.addBusy(time);
  }

  isFree(day: number, time: Minutes): boolean {
    return isCovered(time, this.hoursOn(day)) && !(this.busy.get(day) ?? []).some((busy) => overlap(busy, time));
  }

  private hoursOn(day: number): readonly Minutes[] {
    const weekday = weekdayOfNumber(day);
    if (!this.person.hours) return weekday <= 5 ? officeHours : [];
    return (this.person.hours.get(weekday) ?? []).map(minutesOf).sort((a, b) => a.start - b.start);
  }

  private addBusy({ from, until }: BusyTime): void {
    const last = dayNumber(until.day);
    for (let day = dayNumber(from.day); day <= last; day += 1) {
      const start = day === dayNumber(from.day) ? from.time.minutes : 0;
      const end = day === last ? until.time.minutes : midnight;
      const busy = this.busy.get(day);
      if (busy) busy.push({ start, end });
      else this.busy.set(day, [{ start, end }]);
    }
  }
}

const minutesOf = ({ from, until }: DayInterval): Minutes => ({ start: from.minutes, end: until.minutes });

const overlap = (a: Minutes, b: Minutes): boolean => a.start < b.end && b.start < a.end;

/** Two intervals that touch are as good as one. */
function isCovered({ start, end }: Minutes, hours: readonly Minutes[]): boolean {
  let covered = start;
  for (const hour of hours) if (hour.start <= covered) covered = Math.max(covered, hour.end);
  return covered >= end;
}
