import type { Agenda } from '../../agendas/domain/agenda';
import type { Proposal } from '../../agendas/domain/proposal';
import type { Standing } from '../../groups/domain/may-be-called';
import type { Member } from '../../groups/domain/member';
import type { Profile } from '../../groups/domain/profile';
import type { ResourceGroup } from '../../groups/domain/resource-group';
import type { CalendarDate } from '../../kernel/calendar-date';
import type { MeetingId, PersonId } from '../../kernel/identifiers';
import type { Meeting } from '../../meetings/domain/meeting';
import type { Notes } from '../../notes/domain/notes';
import type { Delivery } from '../../outbox/domain/delivery';
import type { Person } from '../../people/domain/person';
import type { Reach } from '../../people/domain/reach';
import type { YearPlan } from '../../planning/domain/year-plan';
import type { CrisisPlan } from '../../progress/domain/crisis-plan';
import type { Goal } from '../../progress/domain/goal';
import type { Task } from '../../progress/domain/task';
import type { Sector } from '../../sociogram/domain/placement';

interface Known {
  readonly person: Pick<Person, 'kind' | 'calledName'>;
  readonly reach: Reach;
}

/** Everything the method check looks at, read at one moment. */
export interface Picture {
  readonly today: CalendarDate;
  readonly zone: string;
  readonly group: ResourceGroup;
  readonly profile: Profile;
  /** Those of its people whom the viewer may see. */
  readonly people: ReadonlyMap<PersonId, Known>;
  readonly standings: ReadonlyMap<PersonId, Standing>;
  /** Those on the service user's map who have been asked. */
  readonly asked: readonly { readonly personId: PersonId; readonly sector: Sector }[];
  readonly plan: YearPlan | null;
  readonly meetings: readonly Meeting[];
  readonly agendas: readonly Agenda[];
  readonly proposals: readonly Proposal[];
  readonly goals: readonly Goal[];
  readonly tasks: readonly Task[];
  readonly crisisPlan: CrisisPlan | null;
  /** Those that the service user has been given. */
  readonly notes: readonly Notes[];
  readonly deliveries: readonly Delivery[];
  /** Who has said no to which meeting. */
  readonly declined: readonly { readonly meetingId: MeetingId; readonly personId: PersonId }[];
  /** False when no coordinator who works here now is in the group. */
  readonly hasCaller: boolean;
  /** What would go out if it were sent now, and whether it may leave. */
  readonly outgoing: readonly { readonly personId: PersonId; readonly mayLeave: boolean }[];
}

/** Somebody who left and came back came anew, with a new yes. */
export function cameOn({ madeAt, approvedOn }: Member, zone: string): CalendarDate {
  const madeOn = madeAt.dayIn(zone);
  return approvedOn && madeOn.isBefore(approvedOn) ? approvedOn : madeOn;
}

/** Meetings that are still to come, the soonest first. */
export const meetingsAhead = ({ meetings, today }: Picture): readonly Meeting[] =>
  soonestFirst(
    meetings.filter((meeting) => meeting.takesTime && meeting.state !== 'held' && !meeting.day.isBefore(today)),
  );

/** Meetings that were held, the first of them first. */
export const meetingsHeld = ({ meetings }: Picture): readonly Meeting[] =>
  soonestFirst(meetings.filter(({ state }) => state === 'held'));

export const soonestFirst = (meetings: readonly Meeting[]): readonly Meeting[] =>
  meetings.toSorted((a, b) => a.startsAt.iso.localeCompare(b.startsAt.iso));

export const agendaOf = ({ agendas }: Picture, { id }: Meeting): Agenda | null =>
  agendas.find(({ meetingId }) => meetingId === id) ?? null;

export const notesOf = ({ notes }: Picture, { id }: Meeting): Notes | null =>
  notes.find(({ meetingId }) => meetingId === id) ?? null;
