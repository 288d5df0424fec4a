import { lacksIn, noStanding } from '../../groups/domain/may-be-called';
import type { Member } from '../../groups/domain/member';
import { fact, factAbout, type Finding, notApplying, yesUnless } from './finding';
import type { Picture } from './picture';

/** Nothing has ever gone that did not pass; this asks whether what would go now does. */
export function outgoingIsNeutral({ deliveries, outgoing, hasCaller }: Picture): Finding {
  if (deliveries.length === 0 && outgoing.length === 0) return notApplying(fact('nothingOutgoing'));
  // Without a caller nothing is written, so nothing has been looked through.
  if (outgoing.length > 0 && !hasCaller) return notApplying(fact('nobodyCalls'));
  const stopped = outgoing.filter(({ mayLeave }) => !mayLeave).map(({ personId }) => personId);
  return yesUnless(factAbout('outgoingStopped', stopped), fact('outgoingNeutral'));
}

/** Everybody in the group is given something: a mail, a letter, a call by phone or a copy on paper. */
export function everybodyHasConsented(picture: Picture): Finding {
  const without = picture.group.present.filter((member) => lacksConsent(member, picture));
  const people = without.map(({ personId }) => personId);
  return yesUnless(factAbout('noConsent', people), fact('consent'));
}

function lacksConsent({ personId }: Member, { people, standings }: Picture): boolean {
  const reach = people.get(personId)?.reach;
  const route = reach?.by === 'email' ? 'email' : 'letter';
  return lacksIn(standings.get(personId) ?? noStanding, route).some(
    (lack) => lack === 'takePart' || lack === 'contact',
  );
}
