import type { Member } from '../../groups/domain/member';
import type { MeetingId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import type { Meeting } from '../../meetings/domain/meeting';
import { comingMeetings } from './coming-meetings';
import type { AnswerBook } from './standing-answer';

/** What follows when somebody who is needed cannot come. */
export interface Lack {
  readonly rule: 'proposeOtherTimes' | 'doctorTooSeldom';
  readonly meeting: Meeting;
  readonly personId: PersonId;
}

/** Somebody for whom a deputy comes to one meeting. */
interface Replaced {
  readonly meetingId: MeetingId;
  readonly forPersonId: PersonId;
}

export interface Answered {
  readonly members: readonly Member[];
  readonly meetings: readonly Meeting[];
  readonly book: AnswerBook;
  readonly replaced?: readonly Replaced[];
}

/** Those who are asked to all of a meeting; the one a deputy stands in for is not. */
export const membersAt = ({ members, replaced = [] }: Answered, { id }: Meeting): readonly Member[] =>
  members.filter(
    ({ personId }) => !replaced.some(({ meetingId, forPersonId }) => meetingId === id && forPersonId === personId),
  );

type Rule = (member: Member, meeting: Meeting, answered: Answered) => Lack['rule'] | null;

/** Without the two who lead it there is no meeting; another time is sought. */
const leadersCanCome: Rule = ({ part }) =>
  part === 'service-user' || part === 'coordinator' ? 'proposeOtherTimes' : null;

/** The doctor need not be at every meeting, but at one a year (DOMAIN, The resource group, 8). */
const doctorComesOnceAYear: Rule = (doctor, meeting, answered) => {
  const { part, personId } = doctor;
  if (part !== 'doctor') return null;
  const { meetings, book } = answered;
  const near = meetings.filter(
    (other) =>
      other.id !== meeting.id &&
      other.takesTime &&
      isWithinAYear(meeting, other) &&
      membersAt(answered, other).includes(doctor),
  );
  return near.some((other) => book.standing(other, personId)?.choice !== 'no') ? null : 'doctorTooSeldom';
};

const rules: readonly Rule[] = [leadersCanCome, doctorComesOnceAYear];

/** Every coming meeting that somebody needed has said no to, soonest first. It reminds and never blocks. */
export function lacksIn(answered: Answered, now: Instant): readonly Lack[] {
  const { meetings, book } = answered;
  return comingMeetings(meetings, now).flatMap((meeting) =>
    membersAt(answered, meeting)
      .filter((member) => member.isInTheGroup && book.standing(meeting, member.personId)?.choice === 'no')
      .flatMap((member) => findings(member, meeting, answered)),
  );
}

const findings = (member: Member, meeting: Meeting, answered: Answered): readonly Lack[] =>
  rules
    .map((rule) => rule(member, meeting, answered))
    .filter((rule) => rule !== null)
    .map((rule) => ({ rule, meeting, personId: member.personId }));

const isWithinAYear = ({ day }: Meeting, other: Meeting): boolean =>
  !other.day.isBefore(day.plusMonths(-12)) && !day.plusMonths(12).isBefore(other.day);
