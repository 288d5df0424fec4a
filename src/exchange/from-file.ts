import type { Viewer } from '../access/domain/viewer';
import { Agenda } from '../agendas/domain/agenda';
import { itemsIn, type NewItem } from '../agendas/domain/copying';
import { Consent } from '../groups/domain/consent';
import { type Approval, Member } from '../groups/domain/member';
import { ResourceGroup } from '../groups/domain/resource-group';
import { CalendarDate } from '../kernel/calendar-date';
import { type Id, idOf } from '../kernel/identifiers';
import { Instant } from '../kernel/instant';
import { TimeOfDay } from '../kernel/time-of-day';
import { Meeting } from '../meetings/domain/meeting';
import { ToldMeeting } from '../meetings/domain/told-meeting';
import { EmailAddress } from '../people/domain/email-address';
import { Person } from '../people/domain/person';
import type { ToldBefore } from '../invitations/domain/told-before';
import type {
  AgendaInFile,
  AgendaItemInFile,
  ConsentInFile,
  GroupInFile,
  MeetingInFile,
  MemberInFile,
  PersonInFile,
  ToldInFile,
} from './group-file';
import type { PersonReferences } from './person-references';
import { reasonsAsText, renamed } from './reasons';

/** Who brings a group in, who everybody in the file is, and new ids for what has none there. */
export interface Arrival {
  readonly viewer: Viewer;
  readonly references: PersonReferences;
  readonly newId: <Kind extends string>() => Id<Kind>;
}

const dayOrNone = (iso: string | null): CalendarDate | null => (iso === null ? null : CalendarDate.of(iso));
const momentOrNone = (iso: string | null): Instant | null => (iso === null ? null : Instant.of(iso));

export const personFrom = ({ id, email, madeAt, ...rest }: PersonInFile, { viewer }: Arrival): Person =>
  new Person({
    ...rest,
    id: idOf(id),
    organisationId: viewer.organisationId,
    unitId: viewer.unitId,
    userId: null,
    email: email === null ? null : EmailAddress.of(email),
    madeAt: Instant.of(madeAt),
  });

export function groupFrom({ id, madeAt, members, ...rest }: GroupInFile, arrival: Arrival): ResourceGroup {
  const { organisationId, unitId } = arrival.viewer;
  const owner = members.find(({ part }) => part === 'service-user');
  return new ResourceGroup({
    ...rest,
    id: idOf(id),
    organisationId,
    unitId,
    serviceUserId: arrival.references.person(owner?.person ?? ''),
    members: members.map((member) => memberFrom(member, id, arrival)),
    madeAt: Instant.of(madeAt),
  });
}

function memberFrom(member: MemberInFile, groupId: string, { viewer, references, newId }: Arrival): Member {
  const { person, approval, talkedOn, madeAt, ...rest } = member;
  return new Member({
    ...rest,
    id: newId(),
    organisationId: viewer.organisationId,
    groupId: idOf(groupId),
    personId: references.person(person),
    approval: approval && approvalFrom(approval),
    talkedOn: dayOrNone(talkedOn),
    madeAt: Instant.of(madeAt),
  });
}

const approvalFrom = ({ on, how }: NonNullable<MemberInFile['approval']>): Approval => ({
  on: CalendarDate.of(on),
  how,
});

/** Accounts stay where they are, so a consent is recorded by whoever brings it in. */
export function consentFrom(consent: ConsentInFile, { id: groupId }: ResourceGroup, arrival: Arrival): Consent {
  const { viewer, references, newId } = arrival;
  const { person, givenOn, until, recordedAt, withdrawnAt, ...rest } = consent;
  return new Consent({
    ...rest,
    id: newId(),
    organisationId: viewer.organisationId,
    groupId,
    personId: references.person(person),
    givenOn: CalendarDate.of(givenOn),
    until: dayOrNone(until),
    recordedBy: viewer.userId,
    recordedAt: Instant.of(recordedAt),
    withdrawnAt: momentOrNone(withdrawnAt),
  });
}

type MeetingByItself = Omit<MeetingInFile, 'agenda' | 'calendar' | 'asTold'>;

/** A meeting by itself; its agenda, its calendar entries and what was told of it have tables of their own. */
export function meetingFrom(
  meeting: MeetingByItself,
  { id, organisationId }: ResourceGroup,
  arrival: Arrival,
): Meeting {
  const { target, day, start, why, since = meeting.revision, ...rest } = meeting;
  return Meeting.broughtIn({
    ...rest,
    id: idOf(meeting.id),
    organisationId,
    groupId: id,
    target: CalendarDate.of(target),
    day: CalendarDate.of(day),
    start: TimeOfDay.of(start),
    since,
    why: reasonsAsText(renamed(why, (person) => arrival.references.person(person))),
  });
}

/** The meeting as it stood each time people were called to it; an older file tells only how it stands now. */
export function toldMeetingsFrom(
  { asTold, ...now }: MeetingByItself & Pick<MeetingInFile, 'asTold'>,
  group: ResourceGroup,
  arrival: Arrival,
): readonly ToldMeeting[] {
  const told = asTold ?? (now.state === 'planned' || now.state === 'cancelled' ? [] : [now]);
  return told.map((one) => new ToldMeeting(meetingFrom({ ...now, ...one }, group, arrival)));
}

export function agendaFrom(agenda: AgendaInFile, { id: meetingId, organisationId }: Meeting, arrival: Arrival): Agenda {
  const { state, releasedAt, items } = agenda;
  const { newId } = arrival;
  const id = newId<'agenda'>();
  return new Agenda({
    id,
    organisationId,
    meetingId,
    state,
    releasedAt: momentOrNone(releasedAt),
    items: itemsIn(
      { id, organisationId },
      items.map((item) => itemFrom(item, arrival)),
      () => newId<'agenda item'>(),
    ),
  });
}

function itemFrom(
  {
    readership = { audience: 'circle', named: [] },
    guest = null,
    standing = '',
    proposedBy = null,
    ...rest
  }: AgendaItemInFile,
  { references }: Arrival,
): NewItem {
  const person = (reference: string | null) => (reference === null ? null : references.person(reference));
  const named = readership.named.map((reference) => references.person(reference));
  const readers = { audience: readership.audience, named };
  return { ...rest, readership: readers, guest: person(guest), standing, proposedBy: person(proposedBy) };
}

export function toldFrom(
  { person, meeting, to, at, tells, letter, ...rest }: ToldInFile,
  arrival: Arrival,
): ToldBefore {
  const personId = arrival.references.person(person);
  const { kind, revision } = rest;
  const isOff = kind === 'cancellation';
  const itself: NonNullable<typeof tells> = meeting === null ? [] : [{ meeting, revision, sequence: null, isOff }];
  return {
    ...rest,
    personId,
    meetingId: meeting === null ? null : idOf<'meeting'>(meeting),
    recipient: to,
    at: Instant.of(at),
    tells: (tells ?? itself).map(({ meeting: of, slice = null, ...said }) => {
      return { meetingId: idOf<'meeting'>(of), slice, release: null, ...said };
    }),
    letter: letter && { ...letter, personId },
  };
}
