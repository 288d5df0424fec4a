import { DateTime, IANAZone } from 'luxon';

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * The clocks of one zone. Its rules take long to ask, and a calendar has thousands of times: on days around which no
 * clock is moved they are asked once. Moments and walls are milliseconds; a wall is read as if it were UTC's.
 */
export class ZoneClock {
  private readonly calm = new Map<number, number | null>();
  private readonly zone: IANAZone;

  private constructor(name: string) {
    this.zone = IANAZone.create(name);
  }

  static of(name: string): ZoneClock | undefined {
    return IANAZone.isValidZone(name) ? new ZoneClock(name) : undefined;
  }

  /** What its clocks show at the moment. */
  wallAt(moment: number): number {
    return moment + (this.calmOffset(moment) ?? this.offset(moment));
  }

  /** When its clocks show this: the later moment in the hour that spring skips, the earlier in the one autumn repeats. */
  momentOf(wall: number): number {
    const offset = this.calmOffset(wall);
    if (offset !== null) return wall - offset;
    return DateTime.fromMillis(wall, { zone: 'utc' }).setZone(this.zone, { keepLocalTime: true }).toMillis();
  }

  /** null near a change of clocks. No clock is further from UTC than a day. */
  private calmOffset(time: number): number | null {
    const today = Math.floor(time / day);
    const known = this.calm.get(today);
    if (known !== undefined) return known;
    const [before, after] = [this.offset((today - 1) * day), this.offset((today + 2) * day)];
    const found = before === after ? before : null;
    this.calm.set(today, found);
    return found;
  }

  private offset(moment: number): number {
    return this.zone.offset(moment) * minute;
  }
}
