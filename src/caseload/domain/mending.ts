import { CalendarDate } from '../../kernel/calendar-date';
import { TimeOfDay } from '../../kernel/time-of-day';
import type { Caseload } from '../../planning/domain/caseload';
import type { Reason } from '../../planning/domain/plan';
import { type Clash, clashName, meetingsIn, standingIn, type StandingMeeting } from './clashes';
import { nameOf, repair, type Repair } from './repair';

/** What is asked of a mending beside the caseload: plain enough to be handed to another thread. */
export interface MendingWish {
  /** The names of the clashes that are to be mended. */
  readonly causes: readonly string[];
  /** How many people must answer again, by the meeting's name; 0 for one that is not there. */
  readonly weights: ReadonlyMap<string, number>;
}

interface PlainMove {
  readonly meeting: string;
  readonly day: string;
  readonly start: string;
  readonly absent: readonly string[];
}

/** A repair as plain values. */
export interface PlainRepair {
  readonly moves: readonly PlainMove[];
  readonly stuck: readonly { readonly meeting: string; readonly why: readonly Reason[] }[];
}

export function mendingWish(clashes: readonly Clash[], weightOf: (meeting: StandingMeeting) => number): MendingWish {
  const meetings = clashes.flatMap(meetingsIn);
  return {
    causes: clashes.map(clashName),
    weights: new Map(meetings.map((meeting) => [nameOf(meeting), weightOf(meeting)])),
  };
}

export function mend(caseload: Caseload, { causes, weights }: MendingWish): PlainRepair {
  const wished = new Set(causes);
  const { moves, stuck } = repair(caseload, {
    cause: (clash) => wished.has(clashName(clash)),
    weightOf: (meeting) => weights.get(nameOf(meeting)) ?? 0,
  });
  return {
    moves: moves.map(({ meeting, to, absent }) => ({
      ...{ meeting: nameOf(meeting), day: to.day.iso, start: to.start.toString() },
      absent,
    })),
    stuck: stuck.map(({ meeting, why }) => ({ meeting: nameOf(meeting), why })),
  };
}

/** The repair again, of the caseload it was worked out from. */
export function repairFrom({ moves, stuck }: PlainRepair, caseload: Caseload, clashes: readonly Clash[]): Repair {
  const standing = new Map(standingIn(caseload).map((meeting) => [nameOf(meeting), meeting]));
  const named = (name: string): readonly StandingMeeting[] => {
    const meeting = standing.get(name);
    return meeting ? [meeting] : [];
  };
  return {
    clashes,
    moves: moves.flatMap(({ meeting: name, day, start, absent }) =>
      named(name).map((meeting) => {
        const to = { day: CalendarDate.of(day), start: TimeOfDay.of(start), minutes: meeting.span.minutes };
        return { meeting, to, absent };
      }),
    ),
    stuck: stuck.flatMap(({ meeting: name, why }) => named(name).map((meeting) => ({ meeting, why }))),
  };
}
