import type { Say } from '../platform/web/words';
import type { Plan, PlannedMeeting, Reason, UnplacedMeeting } from './domain/plan';

/** A plan as written to a file: wall times in the caseload's zone, sentences in English. */
export interface PlanFile {
  readonly meetings: readonly MeetingInFile[];
  readonly unplaced: readonly { readonly group: string; readonly index: number; readonly why: string }[];
  /** `wishes` is there only when the caseload weighs days or prefers times. */
  readonly cost: { readonly unplaced: number; readonly soft: number; readonly wishes?: number };
  readonly seconds: number;
}

interface MeetingInFile {
  readonly group: string;
  readonly index: number;
  readonly target: string;
  readonly start: string;
  readonly end: string;
  readonly absent: readonly string[];
}

export function planFileOf({ meetings, unplaced, cost }: Plan, seconds: number, say: Say): PlanFile {
  const { wishes, ...formula } = cost;
  return {
    meetings: meetings.map(meetingOf),
    unplaced: unplaced.map((meeting) => ({ group: meeting.group, index: meeting.index, why: whyOf(meeting, say) })),
    cost: wishes === 0 ? formula : cost,
    seconds,
  };
}

function meetingOf({ group, index, target, span, absent }: PlannedMeeting): MeetingInFile {
  const { day, start, minutes } = span;
  return {
    group,
    index,
    target: target.iso,
    start: `${day.iso}T${start.toString()}`,
    end: `${day.iso}T${start.plusMinutes(minutes).toString()}`,
    absent,
  };
}

function whyOf({ why, target }: UnplacedMeeting, say: Say): string {
  const reasons = why.map((reason) => sentenceOf(reason, say)).join('; ');
  return say('plan.unplaced', { target: target.iso, reasons });
}

const sentenceOf = ({ rule, values, people = [] }: Reason, say: Say): string =>
  say(`plan.${rule}`, { ...values, people: people.join(', ') });
