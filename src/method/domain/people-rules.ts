import type { Member } from '../../groups/domain/member';
import { coreTrio } from '../../groups/domain/part';
import type { PersonId } from '../../kernel/identifiers';
import type { PersonKind } from '../../people/domain/person';
import type { Sector } from '../../sociogram/domain/placement';
import { fact, factAbout, type Finding, notApplying, notYet, otherwise, yes, yesUnless } from './finding';
import type { Picture } from './picture';

const idsOf = (members: readonly Member[]): readonly PersonId[] => members.map(({ personId }) => personId);

const network = ({ group }: Picture): readonly Member[] => group.present.filter(({ part }) => part === 'network');

const isOfKind =
  ({ people }: Picture, kind: PersonKind) =>
  ({ personId }: Member): boolean =>
    people.get(personId)?.person.kind === kind;

export function coreTrioExists({ group }: Picture): Finding {
  const lacking = coreTrio.filter((part) => group.inPart(part) === null);
  const there = coreTrio.flatMap((part) => group.inPart(part) ?? []);
  return yesUnless(
    lacking.map((part) => fact(`lacks.${part}`)),
    fact('coreTrio', { people: idsOf(there) }),
  );
}

interface Guidance {
  readonly min: number;
  readonly max: number;
}

// "About" stands in the source, so an unusual number with its reason is a choice and no lack.
function sized(said: string, count: number, { min, max }: Guidance, reason: string): Finding {
  const counted = fact(said, { values: { count, min, max } });
  if (count >= min && count <= max) return yes(counted);
  return reason === '' ? notYet(counted) : otherwise(counted, fact('sizeReason', { values: { reason } }));
}

export const sizeIsAdvised = ({ group, profile }: Picture): Finding =>
  sized('size', group.counted.length, profile.size, group.sizeReason);

export const chosenAreAdvised = (picture: Picture): Finding =>
  sized('chosen', network(picture).length, picture.profile.chosen, picture.group.sizeReason);

export function everybodyIsApproved({ group }: Picture): Finding {
  const without = group.present.filter(({ isApproved }) => !isApproved);
  return yesUnless(factAbout('notApproved', idsOf(without)), fact('approved'));
}

export function chosenFromTheMap(picture: Picture): Finding {
  const chosen = network(picture);
  if (chosen.length === 0) return notApplying(fact('nobodyChosen'));
  const onMap = picture.asked.map(({ personId }) => personId);
  const beside = idsOf(chosen).filter((personId) => !onMap.includes(personId));
  return yesUnless(factAbout('notFromMap', beside), fact('fromMap'));
}

export function bothKindsAreThere(picture: Picture): Finding {
  const { counted } = picture.group;
  const kinds = (['private', 'professional'] as const).filter((kind) => !counted.some(isOfKind(picture, kind)));
  return yesUnless(
    kinds.map((kind) => fact(`nobody.${kind}`)),
    fact('bothKinds'),
  );
}

const relatives: readonly Sector[] = ['family', 'relatives'];

/** Who else was offered a place, and said no before being asked, is not kept anywhere. */
export const relativesAreAsked = ({ asked }: Picture): Finding =>
  asked.some(({ sector }) => relatives.includes(sector))
    ? yes(fact('relativesAsked'))
    : notYet(fact('relativesUnknown'));

const monthsForTalk = 3;

export function privateMembersAreTalkedWith(picture: Picture): Finding {
  const asked = network(picture).filter(isOfKind(picture, 'private'));
  if (asked.length === 0) return notApplying(fact('nobodyPrivate'));
  const without = asked.filter(({ talkedOn }) => talkedOn === null);
  const late = asked.filter(({ talkedOn, madeAt }) =>
    talkedOn === null ? false : madeAt.dayIn(picture.zone).plusMonths(monthsForTalk).isBefore(talkedOn),
  );
  const wrong = [...factAbout('notTalkedWith', idsOf(without)), ...factAbout('talkedWithLate', idsOf(late))];
  return yesUnless(wrong, fact('talkedWith'));
}
