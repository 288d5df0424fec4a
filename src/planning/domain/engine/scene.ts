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

/** A plan seen from one of its meetings: every other meeting stands, this one is lifted out. */
export class Scene {
  readonly calendar: SwedishCalendar;
  readonly aim: MeetingAim;
  readonly chosen: Option;
  private readonly board: Board;
  private readonly neighbours: readonly Neighbour[];

  constructor(caseload: Caseload, plan: Plan, name: MeetingName) {
    this.calendar = new SwedishCalendar({ closedDays: caseload.closedDays });
    this.board = new Board(caseload, this.calendar);
    const slots = this.board.groups.flatMap((group) => slotsOf(group, plan, this.board));
    const chosen = slots.find(({ aim }) => aim.group.wish.id === name.group && aim.index === name.index);
    if (!chosen) throw new DomainError('meetingNotInPlan', { group: name.group, index: name.index });
    const others = slots.filter((one) => one !== chosen);
    for (const { slot } of others) book(slot);
    this.aim = chosen.aim;
    this.neighbours = others
      .filter(({ aim }) => aim.group === chosen.aim.group)
      .map(({ slot }) => ({ index: slot.index, time: slot }));
    this.chosen = this.optionAt(chosen.slot);
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

function slotsOf(group: GroupOnBoard, plan: Plan, board: Board): readonly PlacedMeeting[] {
  const own = new Map(
    plan.meetings.filter((meeting) => meeting.group === group.wish.id).map((meeting) => [meeting.index, meeting]),
  );
  return aimsOf(group).flatMap((aim) => {
    const span = own.get(aim.index)?.span;
    if (!span) return [];
    return [{ aim, slot: slotAt(aim, timeOnDay(dayNumber(span.day), span.start.minutes, aim.group.wish), { board }) }];
  });
}
