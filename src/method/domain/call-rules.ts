import { mayBeCalled } from '../../groups/domain/may-be-called';
import type { Member } from '../../groups/domain/member';
import type { CalendarDate } from '../../kernel/calendar-date';
import type { PersonId } from '../../kernel/identifiers';
import type { Meeting } from '../../meetings/domain/meeting';
import type { Delivery, DeliveryState, MessageKind } from '../../outbox/domain/delivery';
import { fact, factAbout, type Finding, notApplying, notYet, yesUnless } from './finding';
import { agendaOf, cameOn, type Picture, soonestFirst } from './picture';

/** A meeting, and the day its call was to have gone out. */
interface Due {
  readonly meeting: Meeting;
  readonly day: CalendarDate;
}

/** Asked of the newest meeting whose call was due, and of everybody who should have been called to it. */
export function callsGoOutInTime(picture: Picture): Finding {
  const count = picture.profile.callDaysBefore;
  const due = newestDue(picture);
  if (!due) return notApplying(fact('noCallDue', { values: { count } }));
  const days = [due.meeting.day];
  const calls = picture.deliveries.filter((delivery) => callsTo(due, delivery));
  if (calls.length === 0) return notYet(fact('noCall', { days }));
  const called = expectedAt(due, picture).map((personId) => ({
    personId,
    how: howCalled(callsOf(personId, calls), due),
  }));
  const those = (how: How) => called.filter((one) => one.how === how).map(({ personId }) => personId);
  const wrong = [
    ...factAbout('notCalled', those('notCalled')),
    ...factAbout('callNotGone', those('notGone')),
    ...factAbout('callLate', those('late')),
  ];
  return yesUnless(wrong, fact('callGone', { days, values: { count } }));
}

function newestDue({ profile, meetings, today }: Picture): Due | null {
  const dueOn = ({ day }: Meeting): CalendarDate => day.plusDays(-profile.callDaysBefore);
  const due = meetings.filter((meeting) => meeting.takesTime && !today.isBefore(dueOn(meeting)));
  const meeting = soonestFirst(due).at(-1);
  return meeting ? { meeting, day: dueOn(meeting) } : null;
}

/** Whoever is told of a meeting when it is already near is not called to it once more. */
const tellingKinds: readonly MessageKind[] = ['overview', 'invitation', 'change'];

function callsTo({ meeting, day }: Due, { message }: Delivery): boolean {
  if (message.kind === 'call') return message.meetingId === meeting.id;
  const isTold = message.tells.some(({ meetingId, isOff }) => meetingId === meeting.id && !isOff);
  return isTold && tellingKinds.includes(message.kind) && !message.madeAt.dayIn(meeting.zone).isBefore(day);
}

const callsOf = (personId: PersonId, calls: readonly Delivery[]): readonly Delivery[] =>
  calls.filter(({ message }) => message.personId === personId);

/** Nobody who came later, who has said no to the meeting, or whose way the viewer does not see. */
const expectedAt = ({ meeting, day }: Due, picture: Picture): readonly PersonId[] =>
  picture.group.present
    .filter((member) => isAskedTo(meeting, member, picture) && isCallable(member, picture))
    .filter((member) => !day.isBefore(cameOn(member, picture.zone)))
    .map(({ personId }) => personId);

function isAskedTo(meeting: Meeting, { personId, part }: Member, picture: Picture): boolean {
  const hasSaidNo = picture.declined.some((one) => one.meetingId === meeting.id && one.personId === personId);
  const isGuest = agendaOf(picture, meeting)?.items.some(({ guest }) => guest === personId) ?? false;
  return !hasSaidNo && (part !== 'adjunct' || isGuest);
}

function isCallable({ personId }: Member, { people, standings }: Picture): boolean {
  const reach = people.get(personId)?.reach;
  const standing = standings.get(personId);
  if (!reach || !standing) return false;
  if (reach.by === 'none') return reach.why === 'protectedIdentity' && mayBeCalled(standing, 'phone');
  return mayBeCalled(standing, reach.by);
}

type How = 'inTime' | 'late' | 'notGone' | 'notCalled';

const goneStates: readonly DeliveryState[] = ['sent', 'written', 'noted'];

function howCalled(calls: readonly Delivery[], { meeting, day }: Due): How {
  if (calls.length === 0) return 'notCalled';
  const gone = calls.filter(({ state }) => goneStates.includes(state));
  if (gone.length === 0) return 'notGone';
  const isLate = ({ progress: { doneAt } }: Delivery): boolean =>
    doneAt !== null && day.isBefore(doneAt.dayIn(meeting.zone));
  return gone.every(isLate) ? 'late' : 'inTime';
}
