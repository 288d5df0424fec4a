import { TimeOfDay } from '../../kernel/time-of-day';
import type { Plan, PlannedMeeting } from '../domain/plan';
import { dateOfNumber } from './day-numbers';
import type { Choice, MeetingToPlace } from './meeting-choices';
import type { SetPacking } from './set-packing';

interface Chosen {
  readonly meeting: MeetingToPlace;
  readonly choice: Choice;
}

/** The plan that a solution in whole choices stands for. */
export function planOfColumns({ meetings }: SetPacking, columns: Float64Array): Plan {
  const isOne = (column: number): boolean => (columns[column] ?? 0) > 0.5;
  const chosen = meetings.flatMap(({ meeting, choices }): readonly Chosen[] =>
    choices.filter((choice) => isOne(choice.chosen)).map(({ choice }) => ({ meeting, choice })),
  );
  const seats = new Seats(chosen);
  const placed = new Set(chosen.map(({ meeting }) => meeting));
  const unplaced = meetings.map(({ meeting }) => meeting).filter((meeting) => !placed.has(meeting));
  const planned = chosen.map((one) => plannedOf(one, seats));
  const distance = chosen.reduce((total, { choice }) => total + choice.distance, 0);
  const absences = planned.reduce((total, { absent }) => total + absent.length, 0);
  return {
    meetings: planned,
    unplaced: unplaced.map(({ group, index, target }) => ({ group: group.id, index, target, why: [] })),
    cost: { unplaced: unplaced.length, soft: distance + 10 * absences, wishes: 0 },
  };
}

function plannedOf({ meeting, choice }: Chosen, seats: Seats): PlannedMeeting {
  const { group, index, target } = meeting;
  const { day, start, end } = choice;
  return {
    group: group.id,
    index,
    target,
    span: { day: dateOfNumber(day), start: TimeOfDay.ofMinutes(start), minutes: end - start },
    isFixed: false,
    absent: group.network.filter((person) => !seats.has(person, choice)),
  };
}

/** Who sits where: core members first, then each network member at the meetings that end first, which are the most. */
class Seats {
  private readonly taken = new Map<string, Choice[]>();

  constructor(chosen: readonly Chosen[]) {
    for (const { meeting, choice } of chosen) for (const person of meeting.group.core) this.take(person, choice);
    for (const { choice } of [...chosen].sort((a, b) => a.choice.end - b.choice.end))
      for (const person of choice.able) if (this.isOpen(person, choice)) this.take(person, choice);
  }

  has(person: string, choice: Choice): boolean {
    return this.of(person, choice).includes(choice);
  }

  private isOpen(person: string, choice: Choice): boolean {
    return !this.of(person, choice).some(({ start, end }) => start < choice.end && choice.start < end);
  }

  private of(person: string, { day }: Choice): readonly Choice[] {
    return this.taken.get(`${person} ${String(day)}`) ?? [];
  }

  private take(person: string, choice: Choice): void {
    this.taken.set(`${person} ${String(choice.day)}`, [...this.of(person, choice), choice]);
  }
}
