import type { PersonId } from '../../kernel/identifiers';
import type { Person } from '../../people/domain/person';
import type { Gathering } from './gathering';
import type { NeutralKnowledge } from './neutral-knowledge';
import type { Protection } from '../../people/domain/reach';

export interface ScopeOf {
  readonly gathering: Gathering;
  readonly recipient: Person;
  readonly protection: Protection;
  readonly recipientAddress: string;
  readonly serviceAddresses: readonly string[];
  readonly links: readonly string[];
  readonly words: Pick<NeutralKnowledge, 'listedWord' | 'ownWords'>;
}

/** What a message to this one person may and may not tell, from all that is known about the group. */
export function neutralScope({ gathering, recipient, words, ...message }: ScopeOf): NeutralKnowledge {
  const { caller, meetings } = gathering.parts;
  const callingNames = caller
    ? [caller.firstName, ...(message.protection === 'protected' ? [caller.fullName] : [])]
    : [];
  const homes = meetings.filter(({ form }) => form === 'home').map(({ place }) => place);
  return {
    ...message,
    ...words,
    allowedNames: [...namesOf(recipient), ...callingNames],
    forbiddenNames: gathering.people.filter(({ id }) => isAnother(id, recipient)).flatMap(namesOf),
    homeAddresses: [...gathering.people.flatMap(({ postalAddress }) => postalAddress ?? []), ...homes],
    toldPlace: meetings.map(({ place }) => place).join('\n'),
  };
}

const namesOf = ({ calledName, fullName }: Person): readonly string[] => [calledName, fullName];

const isAnother = (id: PersonId, recipient: Person): boolean => id !== recipient.id;
