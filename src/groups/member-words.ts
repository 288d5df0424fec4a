import type { PersonId } from '../kernel/identifiers';
import { type Language, shortDayInWords } from '../kernel/in-words';
import type { Reach } from '../people/domain/reach';
import type { Say } from '../platform/web/words';
import { type Consent, type ConsentKind, consentKinds } from './domain/consent';
import { type CallRoute, lacksIn, noStanding } from './domain/may-be-called';
import type { Member } from './domain/member';
import type { Overview } from './group-overview.service';

/** Somebody the viewer may not see has a place in the group but no name here. */
export const nameOf = ({ people }: Overview, id: PersonId, say: Say): string =>
  people.get(id)?.person.calledName ?? say('groups.member.unseen');

/** "Läkare", or what they are in the group for. */
export const reachInWords = (reach: Reach | undefined, say: Say): string => {
  if (!reach) return '';
  if (reach.by === 'email') return say(`people.reach.email.${reach.protection}`);
  return say(`people.reach.${reach.by === 'none' ? reach.why : reach.by}`);
};

const routeOf = (reach: Reach | undefined): CallRoute => (!reach || reach.by === 'none' ? 'letter' : reach.by);

/** A word and a shape for whether a member may be called, and what is missing otherwise. */
export function callStatus(overview: Overview, { personId }: Member, say: Say) {
  const reach = overview.people.get(personId)?.reach;
  const lacks = lacksIn(overview.standings.get(personId) ?? noStanding, routeOf(reach));
  const [first] = lacks;
  if (first) return { text: say(`groups.call.${first}`), shape: 'warning' };
  return reach?.by === 'none'
    ? { text: say('groups.call.notReached'), shape: 'stopped' }
    : { text: say('groups.call.yes'), shape: 'done' };
}

/** The newest record of each kind that has not been taken back. */
export function consentsOf({ consents }: Overview, personId: PersonId): ReadonlyMap<ConsentKind, Consent> {
  const own = consents.filter((one) => one.personId === personId && one.withdrawnAt === null);
  const newest = consentKinds.flatMap((kind) => own.filter((one) => one.kind === kind).slice(-1));
  return new Map(newest.map((one) => [one.kind, one]));
}

/** "delta 3 mars, mejl 3 mars" */
export const consentDays = (
  overview: Overview,
  personId: PersonId,
  words: { say: Say; language: Language },
): string => {
  const { say, language } = words;
  const days = [...consentsOf(overview, personId).values()].map((one) =>
    say(`groups.consent.short.${one.kind}`, { day: shortDayInWords(one.givenOn, language) }),
  );
  return days.length === 0 ? say('groups.consent.none') : days.join(', ');
};
