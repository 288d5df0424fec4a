import { largestOverlaps } from './cliques';
import type { Choice, MeetingToPlace } from './meeting-choices';

/** A person who would be in a meeting at one of its choices. */
export interface Claim {
  readonly person: string;
  readonly role: 'core' | 'network';
  readonly meeting: MeetingToPlace;
  readonly choice: Choice;
  readonly start: number;
  readonly end: number;
}

/** Claims on one person at one moment: at most one of them can be met. */
export type Contest = readonly Claim[];

/** The contests between meetings. Within one meeting there is none, as it has only one time. */
export function contestsIn(meetings: readonly MeetingToPlace[]): readonly Contest[] {
  const shared = sharedPeople(meetings);
  const days = new Map<string, Claim[]>();
  for (const claim of claimsIn(meetings)) {
    if (!shared.has(claim.person)) continue;
    const key = `${claim.person} ${String(claim.choice.day)}`;
    const claims = days.get(key) ?? [];
    if (claims.push(claim) === 1) days.set(key, claims);
  }
  return [...days.values()].flatMap((claims) => largestOverlaps(claims).filter(isBetweenMeetings));
}

const isBetweenMeetings = (contest: Contest): boolean => contest.some(({ meeting }) => meeting !== contest[0]?.meeting);

function* claimsIn(meetings: readonly MeetingToPlace[]): Generator<Claim> {
  for (const meeting of meetings) for (const choice of meeting.choices) yield* claimsOf(meeting, choice);
}

function claimsOf(meeting: MeetingToPlace, choice: Choice): readonly Claim[] {
  const { start, end, able } = choice;
  const claim = (person: string, role: Claim['role']): Claim => ({ person, role, meeting, choice, start, end });
  return [...meeting.group.core.map((id) => claim(id, 'core')), ...able.map((id) => claim(id, 'network'))];
}

function sharedPeople(meetings: readonly MeetingToPlace[]): ReadonlySet<string> {
  const once = new Set<string>();
  const shared = new Set<string>();
  for (const group of new Set(meetings.map((meeting) => meeting.group)))
    for (const id of [...group.core, ...group.network]) {
      if (once.has(id)) shared.add(id);
      once.add(id);
    }
  return shared;
}
