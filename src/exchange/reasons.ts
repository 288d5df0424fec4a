import { z } from 'zod';
import { type MeetingInFile, reason } from './group-file';

type Why = MeetingInFile['why'];

// As the planner's bookings write it.
const kept = z.object({ why: z.array(reason), absent: z.array(z.string()) });

/** The planner's reasons out of the text a meeting keeps them in. */
export function reasonsIn(why: string): Why {
  const read = kept.safeParse(why === '' ? null : JSON.parse(why));
  return read.success ? { reasons: read.data.why, absent: read.data.absent } : { reasons: [], absent: [] };
}

export const reasonsAsText = ({ reasons, absent }: Why): string => JSON.stringify({ why: reasons, absent });

/** The same with everybody in it named another way; who has no name there is left out. */
export function renamed({ reasons, absent }: Why, name: (person: string) => string | null): Why {
  const all = (people: readonly string[]): string[] => people.map(name).filter((one) => one !== null);
  return {
    reasons: reasons.map(({ people, ...rest }) => (people ? { ...rest, people: all(people) } : rest)),
    absent: all(absent),
  };
}
