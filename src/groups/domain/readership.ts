import type { PersonId } from '../../kernel/identifiers';
import { coreTrio, type Part } from './part';

/** Who in a group may read something said in it; those who come to one item only are never among them. */
export type Audience = 'circle' | 'trio' | 'named';
export const audiences: readonly Audience[] = ['circle', 'trio', 'named'];

export interface Readership {
  readonly audience: Audience;
  /** Who beside the two chairs; empty unless the audience is `named`. */
  readonly named: readonly PersonId[];
}

export const wholeCircle: Readership = { audience: 'circle', named: [] };

/** Somebody who is in the group today. */
export interface Reader {
  readonly personId: PersonId;
  readonly part: Part;
}

const chairs: readonly Part[] = ['service-user', 'coordinator'];
const trio: readonly Part[] = coreTrio;

/** The two who chair read everything; whoever was named reads it, in whatever part they are. */
export function mayRead({ audience, named }: Readership, { personId, part }: Reader): boolean {
  if (chairs.includes(part)) return true;
  switch (audience) {
    case 'circle':
      return part !== 'adjunct';
    case 'trio':
      return trio.includes(part);
    case 'named':
      return named.includes(personId);
  }
}
