import type { CalendarDate } from '../../kernel/calendar-date';
import type { Meeting } from '../../meetings/domain/meeting';
import type { ProposedGap, ProposedMeeting } from '../../planning/domain/year-plan';
import { windowDays } from '../../planning/domain/year-wishes';
import { planRow, type RowSetting } from './next-row';

/** A booked meeting, and the time it gets in the new row. */
export interface RowMove {
  readonly meeting: Meeting;
  readonly to: ProposedMeeting;
}

/** What another taper makes of the meetings ahead. */
export interface TaperChange {
  /** Fits where it stands, and is not touched. */
  readonly kept: readonly Meeting[];
  readonly moved: readonly RowMove[];
  readonly added: readonly ProposedMeeting[];
  readonly gone: readonly Meeting[];
  readonly gaps: readonly ProposedGap[];
}

export interface TaperQuestion extends RowSetting {
  /** The row's meetings that have not begun. */
  readonly ahead: readonly Meeting[];
  readonly beside: readonly Meeting[];
  /** How far the new row reaches, counted from the wishes' start. */
  readonly months: number;
}

/** The row by the wishes' taper, counted from their start, with as much of what is booked as fits. */
export function taperChange({ ahead, beside, months: reach, ...setting }: TaperQuestion): TaperChange {
  const { wishes } = setting;
  const offsets = wishes.taper.offsets(reach);
  const row = rowFor(
    ahead,
    offsets.map((months) => wishes.start.plusMonths(months)),
  );
  const { meetings, gaps } = planRow({
    ...setting,
    offsets,
    beside: beside.map(({ span }) => span),
    fixed: row.kept.map(([index, { day, start: time }]) => ({ index, start: { day, time } })),
  });
  const planned = meetings.filter(({ chosen }) => !chosen);
  const moving = new Map(row.moved);
  return {
    kept: row.kept.map(([, meeting]) => meeting),
    moved: planned.flatMap((to) => {
      const meeting = moving.get(to.index);
      return meeting ? [{ meeting, to }] : [];
    }),
    added: planned.filter(({ index }) => !moving.has(index)),
    gone: row.gone,
    gaps,
  };
}

type Placed = readonly (readonly [number, Meeting])[];

interface Row {
  /** By the target's place. */
  readonly kept: Placed;
  readonly moved: Placed;
  readonly gone: readonly Meeting[];
}

/** A meeting near a target stays there; the others go to the nearest targets that are left, in their order. */
function rowFor(ahead: readonly Meeting[], targets: readonly CalendarDate[]): Row {
  const kept = keptAt(ahead, targets);
  const staying = new Set(kept.map(([, meeting]) => meeting));
  const taken = new Set(kept.map(([place]) => place));
  const open = targets.map((_, place) => place).filter((place) => !taken.has(place));
  const others = ahead.filter((meeting) => !staying.has(meeting)).toSorted(byNeed);
  const moving = others.slice(0, open.length).toSorted(byDay);
  return {
    kept,
    moved: nearestOf(open, moving, targets),
    gone: others.slice(open.length).toSorted(byDay),
  };
}

/** Each meeting takes the nearest place that leaves room for those after it. */
function nearestOf(open: readonly number[], moving: readonly Meeting[], targets: readonly CalendarDate[]): Placed {
  let from = 0;
  return moving.flatMap((meeting, at) => {
    const places = open.slice(from, open.length - (moving.length - at - 1));
    const [nearest] = places.toSorted((a, b) => farFrom(meeting, targets[a]) - farFrom(meeting, targets[b]));
    if (nearest === undefined) return [];
    from = open.indexOf(nearest) + 1;
    return [[nearest, meeting] as const];
  });
}

const farFrom = (meeting: Meeting, target: CalendarDate | undefined): number =>
  target ? distance(meeting, target) : Infinity;

/** One meeting to a target: the one that people have been called to, and of two alike the nearest. */
function keptAt(ahead: readonly Meeting[], targets: readonly CalendarDate[]): Placed {
  const staying = new Set<Meeting>();
  return targets.flatMap((target, place) => {
    const [best] = ahead
      .filter((meeting) => !staying.has(meeting) && distance(meeting, target) <= windowDays)
      .toSorted((a, b) => byCall(a, b) || distance(a, target) - distance(b, target));
    if (!best) return [];
    staying.add(best);
    return [[place, best] as const];
  });
}

const distance = ({ day }: Meeting, target: CalendarDate): number => Math.abs(target.daysUntil(day));

const byCall = (a: Meeting, b: Meeting): number => Number(b.wasCalled) - Number(a.wasCalled);

const byDay = (a: Meeting, b: Meeting): number => b.day.daysUntil(a.day);

/** Those that people have been called to are moved before others are; the last planned ones go first. */
const byNeed = (a: Meeting, b: Meeting): number => byCall(a, b) || byDay(a, b);

export const isUnchanged = ({ moved, added, gone }: TaperChange): boolean =>
  moved.length + added.length + gone.length === 0;
