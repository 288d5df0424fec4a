import type { PersonId } from '../../kernel/identifiers';
import type { CallLine } from './call-list';
import type { Gathering } from './gathering';

/** One group that has just been handed over. */
export interface HandedGroup {
  readonly gathering: Gathering;
  readonly from: PersonId;
  readonly to: PersonId;
  /** All that would be written to its people passes the checks. */
  readonly mayLeave: boolean;
}

/** A group with what its people are told because of the handing over. */
interface HandoverTelling {
  readonly gathering: Gathering;
  readonly lines: readonly CallLine[];
}

/** What is told at once, and how many groups wait for somebody to look through what else there is to tell. */
export interface HandoverPlan {
  readonly tellings: readonly HandoverTelling[];
  readonly waiting: number;
}

/** Somebody who is in several of the groups is told once that another calls from now on, in the first of them. */
export function handoverPlan(groups: readonly HandedGroup[]): HandoverPlan {
  const ready = groups.filter(isReady);
  const knowing = new Set<PersonId>();
  const tellings = ready.map(({ gathering }) => {
    const lines = gathering.lines.filter((line) => isToBeTold(line) && !(isNewCaller(line) && knows(line, knowing)));
    for (const line of lines.filter(isNewCaller)) knowing.add(line.person.personId);
    return { gathering, lines };
  });
  return { tellings, waiting: groups.filter((group) => hasNews(group) && !isReady(group)).length };
}

/** Told of the new caller and of nothing else. */
export const isNewCaller = ({ messages }: CallLine): boolean => messages.some(({ kind }) => kind === 'handover');

const isToBeTold = ({ messages }: CallLine): boolean => messages.length > 0;
const knows = ({ person }: CallLine, knowing: ReadonlySet<PersonId>): boolean => knowing.has(person.personId);
const hasNews = ({ gathering }: HandedGroup): boolean => gathering.lines.some(isToBeTold);

// A year nobody has looked through, or a change that is half done, does not go out because the caller is another.
const isReady = ({ gathering, from, to, mayLeave }: HandedGroup): boolean =>
  mayLeave &&
  gathering.lacks.length === 0 &&
  gathering.lines
    .filter(isToBeTold)
    .every((line) => isNewCaller(line) || line.person.personId === from || line.person.personId === to);
