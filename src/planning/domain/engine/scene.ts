import { DomainError } from '../../../kernel/domain-error';
import type { Caseload } from '../caseload';
import type { Plan } from '../plan';
import { SwedishCalendar } from '../../../availability/domain/swedish-calendar';
import { aimsOf, Board, timeOnDay } from './board';
import type { GroupOnBoard, MeetingAim } from './board';
import { causesAt } from './exclusion';
import type { Cause, Neighbour } from './exclusion';
import { absenceCost, absenceWeight } from './rank';
import { absentAt, addedAbsences, book, cancel } from './slot';
import type { Slot } from './slot';
import { gridOn, openDaysOf, slotAt } from './slots';
import { dayNumber } from './time-on-day';

export interface MeetingName {
  readonly group: string;
  readonly index: number;
}

/** A time the meeting could have, and what it costs there. */
export interface Option {
  readonly slot: Slot;
  readonly weight: number;
  readonly cost: number;
  readonly absent: readonly string[];
}

/** A plan laid out on a board, every meeting booked. */
export class Stage {
  readonly calendar: SwedishCalendar;
  readonly board: Board;
  private readonly placed: readonly PlacedMeeting[];

  constructor(caseload: Caseload, plan: Plan) {
    this.calendar = new SwedishCalendar({ closedDays: caseload.closedDays });
    this.board = new Board(caseload, this.calendar);
    const meetingsOf = new Map<string, Plan['meetings'][number][]>();
    for (const meeting of plan.meetings)
      meetingsOf.set(meeting.group, [...(meetingsOf.get(meeting.group) ?? []), meeting]);
    this.placed = this.board.groups.flatMap((group) => slotsOf(group, meetingsOf.get(group.wish.id) ?? [], this.board));
    for (const { slot } of this.placed) book(slot);
  }

  /** Lifts one meeting out, lets it be looked at, and puts it back. */
  without<Seen>({ group, index }: MeetingName, look: (scene: Scene) => Seen): Seen {
    const own = this.placed.filter(({ aim }) => aim.group.wish.id === group);
    const chosen = own.find(({ aim }) => aim.index === index);
    if (!chosen) throw new DomainError('meetingNotInPlan', { group, index });
    cancel(chosen.slot);
    const others = own.filter((one) => one !== chosen).map(({ slot }) => ({ index: slot.index, time: slot }));
    const seen = look(new Scene(this, chosen, others));
    book(chosen.slot);
    return seen;
  }
}

/** A plan seen from one of its meetings: every other meeting stands, this one is lifted out. */
export class Scene {
  readonly calendar: SwedishCalendar;
  readonly aim: MeetingAim;
  readonly chosen: Option;
  private readonly board: Board;

  constructor(
    { calendar, board }: Stage,
    { aim, slot }: PlacedMeeting,
    private readonly neighbours: readonly Neighbour[],
  ) {
    this.calendar = calendar;
    this.board = board;
    this.aim = aim;
    this.chosen = this.optionAt(slot);
  }

  openDays(): readonly number[] {
    return openDaysOf(this.aim, this.board);
  }

  causesOn(day: number): readonly (readonly Cause[])[] {
    return gridOn(day, this.aim).map((time) => causesAt(this.aim, time, this.neighbours));
  }

  /** The times of a day that keep every hard rule, the best first; the planned time is not among them. */
  optionsOn(day: number): readonly Option[] {
    return gridOn(day, this.aim)
      .filter(({ start }) => day !== this.chosen.slot.day || start !== this.chosen.slot.start)
      .filter((time) => causesAt(this.aim, time, this.neighbours).length === 0)
      .map((time) => this.optionAt(slotAt(this.aim, time, { board: this.board })))
      .sort(byRank);
  }

  /** What the slot costs because the group prefers other weekdays or hours. */
  offPreferred(slot: Slot): number {
    return slot.wishes - this.board.weightOf(slot.day);
  }

  private optionAt(slot: Slot): Option {
    const absences = addedAbsences(slot);
    const cost = absenceCost * (slot.unable + absences) + slot.distance + slot.wishes;
    book(slot);
    const absent = absentAt(slot, this.aim.group.network);
    cancel(slot);
    return { slot, weight: slot.weight + absenceWeight * absences, cost, absent };
  }
}

export const byRank = (a: Option, b: Option): number =>
  a.weight - b.weight || a.slot.day - b.slot.day || a.slot.start - b.slot.start;

interface PlacedMeeting {
  readonly aim: MeetingAim;
  readonly slot: Slot;
}

function slotsOf(group: GroupOnBoard, meetings: Plan['meetings'], board: Board): readonly PlacedMeeting[] {
  const own = new Map(meetings.map((meeting) => [meeting.index, meeting]));
  return aimsOf(group).flatMap((aim) => {
    const span = own.get(aim.index)?.span;
    if (!span) return [];
    const time = timeOnDay(dayNumber(span.day), span.start.minutes, aim.group.wish);
    return [{ aim, slot: slotAt(aim, time, { board }) }];
  });
}
