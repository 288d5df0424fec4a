import type { GroupId, MeetingId, PersonId } from '../../kernel/identifiers';
import type { CallableMeeting } from './callable';

interface OnceParts {
  readonly under: GroupId | MeetingId;
  readonly personId: PersonId;
  readonly revision: number;
  readonly kind: string;
}

/** (meeting or group, person, revision, kind): what may exist one time only, over all states. */
export const onceKey = ({ under, personId, revision, kind }: OnceParts): string =>
  [under, personId, String(revision), kind].join(':');

/** It bears this name, or one made from it when the same was said anew. */
export const isNamed = (once: string, key: string): boolean => once === key || once.startsWith(`${key}:`);

// What was lost, or taken back and said anew, goes under a name of its own. Two who press the button at the same
// moment come to the same name, and one of them puts it.
export function freshKey(parts: OnceParts, putBefore: readonly string[]): string {
  const key = onceKey(parts);
  const same = putBefore.filter((once) => isNamed(once, key)).length;
  return same === 0 ? key : `${key}:${String(same + 1)}`;
}

/** Every change of a meeting raises its revision, so their sum names this state of the year. */
export const overviewRevision = (meetings: readonly Pick<CallableMeeting, 'revision'>[]): number =>
  meetings.reduce((sum, { revision }) => sum + revision, meetings.length);
