import { fitOf } from '../../agendas/domain/fit';
import type { Profile } from '../../groups/domain/profile';
import { standingItems } from '../../groups/domain/profile';
import type { PersonId } from '../../kernel/identifiers';
import type { Meeting } from '../../meetings/domain/meeting';
import { fact, factAbout, type Finding, notApplying, notYet, yes, yesUnless } from './finding';
import { agendaOf, meetingsAhead, meetingsHeld, notesOf, type Picture } from './picture';

export function agendasFit(picture: Picture): Finding {
  const filled = meetingsAhead(picture).flatMap((meeting) => {
    const agenda = agendaOf(picture, meeting);
    return agenda && agenda.items.length > 0 ? [{ meeting, fit: fitOf(agenda.minutes, meeting.minutes) }] : [];
  });
  if (filled.length === 0) return notApplying(fact('noAgenda'));
  const over = filled.flatMap(({ meeting, fit }) =>
    fit.kind === 'over' ? [fact('agendaOver', { values: { minutes: fit.by }, days: [meeting.day] })] : [],
  );
  return yesUnless(over, fact('agendaFits'));
}

const isThere = <Thing>(thing: Thing | null): thing is Thing => thing !== null;

/** Asked of the next meeting's agenda, or the latest: whether it holds what the service user or a member proposed. */
export function agendaIsMadeTogether(picture: Picture): Finding {
  const isOut = (meeting: Meeting): boolean => agendaOf(picture, meeting)?.isReleased === true;
  const meeting = meetingsAhead(picture).find(isOut) ?? meetingsHeld(picture).findLast(isOut);
  if (!meeting) return notApplying(fact('noAgendaOut'));
  const items = agendaOf(picture, meeting)?.items ?? [];
  const proposers = items.map(({ proposedBy }) => proposedBy).filter(isThere);
  if (proposers.length > 0) return yes(...factAbout('proposed', proposers));
  const waiting = picture.proposals.filter(({ meetingId, isWaiting }) => isWaiting && meetingId === meeting.id);
  return notYet(fact('nobodyProposed', { days: [meeting.day] }), ...factAbout('proposalsWait', personsIn(waiting)));
}

const personsIn = (all: readonly { readonly personId: PersonId }[]): readonly PersonId[] =>
  all.map(({ personId }) => personId);

// What the method asks of the first meeting, and of every meeting after it. Keys of the profile's standing items.
const firstItems = ['introductions', 'method', 'confidentiality', 'goals', 'crisisPlan', 'roles'];
const followUpItems = ['tasksSince', 'goals'];

const askedOf = (keys: readonly string[], profile: Profile, number: number): readonly string[] =>
  keys.filter((key) => standingItems(profile, number).some((item) => item.key === key));

/** The standing items of a held meeting that were not put off. */
function coveredAt(picture: Picture, meeting: Meeting): readonly string[] {
  const later = notesOf(picture, meeting)?.items.filter(({ isPutOff }) => isPutOff) ?? [];
  const putOff = later.map(({ itemId }) => itemId);
  const items = agendaOf(picture, meeting)?.items ?? [];
  return items.filter(({ id }) => !putOff.includes(id)).map(({ standing }) => standing);
}

/** What the first meeting missed may be taken up at any meeting after it. */
export function standingItemsAreCovered(picture: Picture): Finding {
  const held = meetingsHeld(picture);
  const latest = held.at(-1);
  if (!latest) return notApplying(fact('noMeetingHeld'));
  const covered = held.flatMap((meeting) => coveredAt(picture, meeting));
  const missed = askedOf(firstItems, picture.profile, 1).filter((key) => !covered.includes(key));
  const now = coveredAt(picture, latest);
  const missedNow =
    latest.number === 1
      ? []
      : askedOf(followUpItems, picture.profile, latest.number).filter((key) => !now.includes(key));
  const wrong = [
    ...(missed.length === 0 ? [] : [fact('firstItemsMissing', { items: missed })]),
    ...(missedNow.length === 0 ? [] : [fact('followUpItemsMissing', { items: missedNow, days: [latest.day] })]),
  ];
  return yesUnless(wrong, fact('itemsCovered'));
}
