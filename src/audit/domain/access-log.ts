import type { Instant } from '../../kernel/instant';

/** One thing somebody read or did. Ids only: erasing a person leaves the log whole. */
export interface Entry {
  readonly id: string;
  readonly organisationId: string;
  readonly number: number;
  readonly at: Instant;
  /** null when the program did it by itself. */
  readonly userId: string | null;
  readonly role: string;
  readonly action: string;
  readonly aboutId: string | null;
  readonly subjects: readonly string[];
}

/** An entry bound to the one before it. */
export interface ChainedEntry extends Entry {
  readonly previous: string;
  readonly hash: string;
}

/** Where a chain stands: how many entries it has, and the last one's hash. */
export interface Head {
  readonly number: number;
  readonly hash: string;
}

export type Digest = (text: string) => string;

/** The head of a log that has no entries yet. */
export const beginning: Head = { number: 0, hash: '0'.repeat(64) };

export function chained(entry: Entry, previous: string, digest: Digest): ChainedEntry {
  return { ...entry, previous, hash: digest(previous + canonical(entry)) };
}

/** The next head, or what is wrong with this entry. */
export type Step = { readonly kind: 'holds'; readonly head: Head } | Broken;

interface Broken {
  readonly kind: 'broken';
  /** The number the first bad entry has or should have had. */
  readonly number: number;
  readonly why: 'missing' | 'moved' | 'changed' | 'cut';
}

function follow(head: Head, entry: ChainedEntry, digest: Digest): Step {
  const number = head.number + 1;
  if (entry.number !== number) return { kind: 'broken', number, why: 'missing' };
  if (entry.previous !== head.hash) return { kind: 'broken', number, why: 'moved' };
  if (entry.hash !== digest(entry.previous + canonical(entry))) return { kind: 'broken', number, why: 'changed' };
  return { kind: 'holds', head: { number, hash: entry.hash } };
}

/** Compares where the entries end with where the log says it ends, so that a cut tail shows. */
export function endAt(reached: Head, told: Head): Step {
  if (reached.number === told.number && reached.hash === told.hash) return { kind: 'holds', head: reached };
  return { kind: 'broken', number: Math.min(reached.number, told.number) + 1, why: 'cut' };
}

/** Checks entries in order against the chain so far; the head after the last, or the first bad one. */
export function followAll(from: Head, entries: Iterable<ChainedEntry>, digest: Digest): Step {
  let head = from;
  for (const entry of entries) {
    const step = follow(head, entry, digest);
    if (step.kind === 'broken') return step;
    head = step.head;
  }
  return { kind: 'holds', head };
}

/** The whole log at once, up to the first bad entry. */
export function verify(entries: Iterable<ChainedEntry>, told: Head, digest: Digest): Step {
  const step = followAll(beginning, entries, digest);
  return step.kind === 'broken' ? step : endAt(step.head, told);
}

// RFC 8785 in the small: names in alphabetical order, no spaces, only strings, whole numbers, null and lists.
const canonical = ({ id, organisationId, number, at, userId, role, action, aboutId, subjects }: Entry): string =>
  JSON.stringify({ aboutId, action, at: at.iso, id, number, organisationId, role, subjects, userId });
