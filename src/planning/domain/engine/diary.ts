import { meet, mostSeated } from './seating';
import type { Block } from './seating';
import type { TimeOnDay } from './time-on-day';

export type Role = 'core' | 'network';

/** A meeting somebody is booked for. */
export interface Booking extends TimeOnDay {
  /** The group's place in the caseload. */
  readonly group: number;
  readonly index: number;
  readonly isFixed: boolean;
}

export interface Limits {
  readonly maxPerDay: number;
  readonly travelMinutes: number;
}

type Day<Of> = Readonly<Record<Role, readonly Of[]>>;

const nothing: readonly never[] = [];

/** One day of one person: the meetings given to them so far. */
export class Diary<Of extends Booking> {
  readonly core: Of[] = [];
  readonly network: Of[] = [];

  constructor(private readonly limits: Limits) {}

  book(role: Role, booking: Of): void {
    this[role].push(booking);
  }

  cancel(role: Role, booking: Of): void {
    this[role].splice(this[role].indexOf(booking), 1);
  }

  get isFull(): boolean {
    return this.core.length >= this.limits.maxPerDay;
  }

  /** The meetings that must give way for the person to be a core member at this time. */
  inTheWayOf(time: TimeOnDay): readonly Of[] {
    const taken = this.takenBy(time);
    if (this.limits.maxPerDay === Infinity) return taken;
    const others = this.core.filter((booking) => !taken.includes(booking));
    const tooMany = Math.max(0, others.length + 1 - this.limits.maxPerDay);
    return [...taken, ...others.sort((a, b) => Number(a.isFixed) - Number(b.isFixed)).slice(0, tooMany)];
  }

  /** Asked millions of times and seldom not empty, so nothing is made before it is needed. */
  takenBy(time: TimeOnDay): readonly Of[] {
    let taken: Of[] | undefined;
    const block = this.blockOf(time);
    for (const booking of this.core) if (meet(this.blockOf(booking), block)) (taken ??= []).push(booking);
    return taken ?? nothing;
  }

  /** How many more network meetings this person would miss if they were booked here too; never negative. */
  addedAbsences(role: Role, booking: Of): number {
    if (this.limits.maxPerDay === Infinity && !this.isContested(role, booking)) return 0;
    const { core, network } = this;
    const more = role === 'core' ? { core: [...core, booking], network } : { core, network: [...network, booking] };
    return this.missed(more) - this.missed(this);
  }

  isSeatedAt(booking: Of): boolean {
    return this.seatedOn({ core: this.core, network: [...this.network].sort(byName) }).includes(booking);
  }

  /** Whether a network meeting would meet it, or it would itself be one that meets another. */
  private isContested(role: Role, booking: Of): boolean {
    const block = this.blockOf(booking);
    const meets = (other: Of): boolean => meet(this.blockOf(other), block);
    return this.network.some(meets) || (role === 'network' && this.core.some(meets));
  }

  private missed(day: Day<Of>): number {
    return day.network.length - this.seatedOn(day).length;
  }

  private seatedOn({ core, network }: Day<Of>): readonly Of[] {
    return mostSeated({ core, network, maxPerDay: this.limits.maxPerDay, blockOf: this.blockOf });
  }

  private readonly blockOf = (time: TimeOnDay): Block => withTravel(time, this.limits.travelMinutes);
}

/** With the way there and back, if the meeting is at a home. */
export function withTravel(time: TimeOnDay, travelMinutes: number): TimeOnDay {
  if (travelMinutes === 0 || !time.atHome) return time;
  return { ...time, start: time.start - travelMinutes, end: time.end + travelMinutes };
}

/** The order of the caseload, so that the same meetings seat the same people whichever was booked first. */
const byName = (a: Booking, b: Booking): number => a.group - b.group || a.index - b.index;
