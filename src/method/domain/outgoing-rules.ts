import { lacksIn, noStanding } from '../../groups/domain/may-be-called';
import type { Member } from '../../groups/domain/member';
import type { Instant } from '../../kernel/instant';
import type { Meeting } from '../../meetings/domain/meeting';
import type { Delivery, DeliveryState } from '../../outbox/domain/delivery';
import { fact, factAbout, type Finding, notApplying, notYet, yesUnless } from './finding';
import { type Picture, soonestFirst } from './picture';

const goneStates: readonly DeliveryState[] = ['sent', 'written', 'noted'];

const hasGone = ({ state }: Delivery): boolean => goneStates.includes(state);

/** Asked of the newest meeting whose call was due. */
export function callsGoOutInTime(picture: Picture): Finding {
  const { profile, meetings, deliveries, today } = picture;
  const dueOn = ({ day }: Meeting) => day.plusDays(-profile.callDaysBefore);
  const due = meetings.filter((meeting) => meeting.takesTime && !today.isBefore(dueOn(meeting)));
  const newest = soonestFirst(due).at(-1);
  if (!newest) return notApplying(fact('noCallDue', { values: { count: profile.callDaysBefore } }));
  const days = [newest.day];
  const calls = deliveries.filter(({ message }) => message.kind === 'call' && message.meetingId === newest.id);
  if (calls.length === 0) return notYet(fact('noCall', { days }));
  const isLate = ({ progress: { doneAt } }: Delivery): boolean => isAfter(doneAt, newest, dueOn(newest).iso);
  const wrong = [
    ...factAbout('callNotGone', personsOf(calls.filter((call) => !hasGone(call)))),
    ...factAbout('callLate', personsOf(calls.filter((call) => hasGone(call) && isLate(call)))),
  ];
  return yesUnless(wrong, fact('callGone', { days, values: { count: profile.callDaysBefore } }));
}

const isAfter = (moment: Instant | null, { zone }: Meeting, iso: string): boolean =>
  moment !== null && moment.dayIn(zone).iso > iso;

const personsOf = (deliveries: readonly Delivery[]) => deliveries.map(({ message }) => message.personId);

/** Nothing has ever gone that did not pass; this asks whether what would go now does. */
export function outgoingIsNeutral({ deliveries, outgoing }: Picture): Finding {
  if (deliveries.length === 0 && outgoing.length === 0) return notApplying(fact('nothingOutgoing'));
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
