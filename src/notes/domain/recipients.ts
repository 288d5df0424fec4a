import { mayBeCalled, noStanding, type Standing } from '../../groups/domain/may-be-called';
import type { Member } from '../../groups/domain/member';
import type { Reader } from '../../groups/domain/readership';
import type { PersonId } from '../../kernel/identifiers';

type Standings = ReadonlyMap<PersonId, Standing>;

/** Those in the group today who have said yes to taking part; the two who chair need not be asked. */
export const recipientsAmong = (present: readonly Member[], standings: Standings): readonly Reader[] =>
  present.filter((member) => mayBeGiven(member, standings)).map(({ personId, part }) => ({ personId, part }));

const mayBeGiven = ({ personId, part }: Member, standings: Standings): boolean =>
  part === 'service-user' || part === 'coordinator' || mayBeCalled(standings.get(personId) ?? noStanding, 'letter');
