import { TimeOfDay } from '../../kernel/time-of-day';
import type { Caseload } from './caseload';
import { aimsOf, Board } from './engine/board';
import type { GroupOnBoard, MeetingAim } from './engine/board';
import { whyUnplaced } from './engine/exclusion';
import { placeAll } from './engine/search';
import { absenceCost } from './engine/rank';
import { absentAt } from './engine/slot';
import type { Slot } from './engine/slot';
import { dateOf } from './engine/time-on-day';
import type { Plan, PlanCost, PlannedMeeting, UnplacedMeeting } from './plan';
import { SwedishCalendar } from '../../availability/domain/swedish-calendar';

export interface PlanOptions {
  /** Asked between two steps of the search; once true, the best plan so far is given. */
  readonly shouldStop?: () => boolean;
  /** Told now and then how far the search has come: 0 to 1. */
  readonly progress?: (share: number) => void;
}

/** Plans every group's meetings at once. The same caseload gives the same plan, unless it was stopped. */
export function planCaseload(
  caseload: Caseload,
  { shouldStop = () => false, progress = () => undefined }: PlanOptions = {},
): Plan {
  const board = new Board(caseload, new SwedishCalendar({ closedDays: caseload.closedDays }));
  const placed = placeAll(board, { shouldStop, progress });
  const rows = board.groups.map((group, at) => rowOf(group, placed[at] ?? [], board));
  const meetings = rows.flatMap((row) => row.meetings);
  const unplaced = rows.flatMap((row) => row.unplaced);
  return { meetings, unplaced, cost: costOf(meetings, unplaced, placed.flat()) };
}

interface GroupRow {
  readonly meetings: readonly PlannedMeeting[];
  readonly unplaced: readonly UnplacedMeeting[];
}

function rowOf(group: GroupOnBoard, own: readonly Slot[], board: Board): GroupRow {
  const neighbours = own.map((time) => ({ index: time.index, time }));
  const meetings: PlannedMeeting[] = [];
  const unplaced: UnplacedMeeting[] = [];
  for (const aim of aimsOf(group)) {
    const slot = own.find(({ index }) => index === aim.index);
    const name = { group: group.wish.id, index: aim.index, target: aim.target };
    if (slot) meetings.push({ ...name, ...plannedAt(slot, aim) });
    else unplaced.push({ ...name, why: whyUnplaced(aim, board, neighbours) });
  }
  return { meetings, unplaced };
}

function plannedAt(slot: Slot, { group, fixed }: MeetingAim): Pick<PlannedMeeting, 'span' | 'isFixed' | 'absent'> {
  return {
    span: { day: dateOf(slot.day), start: TimeOfDay.ofMinutes(slot.start), minutes: slot.end - slot.start },
    isFixed: fixed !== undefined,
    absent: absentAt(slot, group.network),
  };
}

function costOf(
  meetings: readonly PlannedMeeting[],
  unplaced: readonly UnplacedMeeting[],
  slots: readonly Slot[],
): PlanCost {
  const absences = meetings.reduce((total, { absent }) => total + absent.length, 0);
  const distance = slots.reduce((total, slot) => total + slot.distance, 0);
  const wishes = slots.reduce((total, slot) => total + slot.wishes, 0);
  return { unplaced: unplaced.length, soft: absenceCost * absences + distance, wishes };
}
