import type { Availability } from './availability';
import { meet, mostSeated } from './seating';
import type { Block } from './seating';
import type { TimeOnDay } from './time-on-day';

export type Role = 'core' | 'network';

interface Person {
  readonly id: string;
  readonly availability: Availability;
  readonly maxPerDay: number;
  readonly travelMinutes: number;
  /** More than one of the meetings to plan may want them at once. */
  readonly isWanted: boolean;
}

/** A meeting somebody is booked for. */
export interface Booking extends TimeOnDay {
  /** The group's place in the caseload. */
  readonly group: number;
  readonly index: number;
  readonly isFixed: boolean;
}

const nothing: readonly never[] = [];

type Day<Of> = Readonly<Record<Role, Of[]>>;

/** A person while the engine works: when they can meet, and the meetings given to them so far. */
export class Attendee<Of extends Booking> {
  readonly id: string;
  readonly isWanted: boolean;
  private readonly availability: Availability;
  private readonly maxPerDay: number;
  private readonly travelMinutes: number;
  private readonly days = new Map<number, Day<Of>>();

  constructor({ id, availability, maxPerDay, travelMinutes, isWanted }: Person) {
    this.id = id;
    this.availability = availability;
    this.maxPerDay = maxPerDay;
    this.travelMinutes = travelMinutes;
    this.isWanted = isWanted;
  }

  book(role: Role, booking: Of): void {
    const known = this.days.get(booking.day);
    const day = known ?? { core: [], network: [] };
    day[role].push(booking);
    if (!known) this.days.set(booking.day, day);
  }

  cancel(role: Role, booking: Of): void {
    const booked = this.days.get(booking.day)?.[role];
    booked?.splice(booked.indexOf(booking), 1);
  }

  isFree(time: TimeOnDay): boolean {
    return this.isWithinHours(time) && !this.isBusy(time);
  }

  isWithinHours(time: TimeOnDay): boolean {
    return this.availability.isWithinHours(time);
  }

  isBusy(time: TimeOnDay): boolean {
    return this.availability.isBusy(this.withTravel(time));
  }

  isTaken(time: TimeOnDay): boolean {
    return this.takenBy(time).length > 0;
  }

  hasFullDay(day: number): boolean {
    return this.on('core', day).length >= this.maxPerDay;
  }

  /** The meetings that must give way for the person to be a core member at this time. */
  inTheWayOf(time: TimeOnDay): readonly Of[] {
    const taken = this.takenBy(time);
    if (this.maxPerDay === Infinity) return taken;
    const others = this.on('core', time.day).filter((booking) => !taken.includes(booking));
    const tooMany = Math.max(0, others.length + 1 - this.maxPerDay);
    return [...taken, ...others.sort((a, b) => Number(a.isFixed) - Number(b.isFixed)).slice(0, tooMany)];
  }

  on(role: Role, day: number): readonly Of[] {
    return this.days.get(day)?.[role] ?? nothing;
  }

  /** How many more network meetings this person would miss if they were booked here too; never negative. */
  addedAbsences(role: Role, booking: Of): number {
    const day = this.days.get(booking.day);
    if (!day || (this.maxPerDay === Infinity && !this.isContested(role, booking, day))) return 0;
    const more = { ...day, [role]: [...day[role], booking] };
    return this.missed(more) - this.missed(day);
  }

  isSeatedAt(booking: Of): boolean {
    if (!this.isWanted) return true;
    const { core, network } = this.days.get(booking.day) ?? { core: [], network: [] };
    return this.seatedOn({ core, network: [...network].sort(byName) }).includes(booking);
  }

  /** Whether a network meeting would meet it, or it would itself be one that meets another. */
  private isContested(role: Role, booking: Of, { core, network }: Day<Of>): boolean {
    const block = this.blockOf(booking);
    const meets = (other: Of): boolean => meet(this.blockOf(other), block);
    return network.some(meets) || (role === 'network' && core.some(meets));
  }

  private missed(day: Day<Of>): number {
    return day.network.length - this.seatedOn(day).length;
  }

  private seatedOn({ core, network }: Day<Of>): readonly Of[] {
    const { maxPerDay } = this;
    return mostSeated({ core, network, maxPerDay, blockOf: this.blockOf });
  }

  /** Asked millions of times and seldom not empty, so nothing is made before it is needed. */
  private takenBy(time: TimeOnDay): readonly Of[] {
    let taken: Of[] | undefined;
    const block = this.blockOf(time);
    for (const booking of this.on('core', time.day))
      if (meet(this.blockOf(booking), block)) (taken ??= []).push(booking);
    return taken ?? nothing;
  }

  private readonly blockOf = (time: TimeOnDay): Block =>
    this.travelMinutes === 0 || !time.atHome ? time : this.withTravel(time);

  private withTravel({ day, start, end, atHome }: TimeOnDay): TimeOnDay {
    const travel = atHome ? this.travelMinutes : 0;
    return { day, start: start - travel, end: end + travel, atHome };
  }
}

/** The order of the caseload, so that the same meetings seat the same people whichever was booked first. */
const byName = (a: Booking, b: Booking): number => a.group - b.group || a.index - b.index;
