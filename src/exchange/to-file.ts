import type { Agenda } from '../agendas/domain/agenda';
import type { AgendaItem } from '../agendas/domain/agenda-item';
import type { Consent } from '../groups/domain/consent';
import type { Member } from '../groups/domain/member';
import { parts } from '../groups/domain/part';
import type { ResourceGroup } from '../groups/domain/resource-group';
import type { CalendarEntry } from '../invitations/calls-in-transit.service';
import type { Letter } from '../invitations/domain/letter';
import type { ToldBefore } from '../invitations/domain/told-before';
import { idOf } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import type { ToldMeeting } from '../meetings/domain/told-meeting';
import type { Person } from '../people/domain/person';
import type { PlanInTransit } from '../planning/plans-in-transit.service';
import type {
  AgendaInFile,
  AgendaItemInFile,
  AsToldInFile,
  ConsentInFile,
  GroupInFile,
  MeetingInFile,
  MemberInFile,
  PersonInFile,
  PlanInFile,
  ToldInFile,
} from './group-file';
import type { PersonReferences } from './person-references';
import { reasonsIn, renamed } from './reasons';

// Every list is in an order of its own, so that the same group is always the same file.
const inOrderOf =
  <Entry>(...keys: readonly ((entry: Entry) => string)[]) =>
  (a: Entry, b: Entry): number => {
    const key = keys.find((one) => one(a) !== one(b));
    return key === undefined ? 0 : key(a) < key(b) ? -1 : 1;
  };

export const personToFile = (person: Person): PersonInFile => ({
  id: person.id,
  kind: person.kind,
  calledName: person.calledName,
  fullName: person.fullName,
  workTitle: person.workTitle,
  workplace: person.workplace,
  language: person.language,
  route: person.route,
  email: person.email?.toString() ?? null,
  postalAddress: person.postalAddress,
  phone: person.phone,
  protectedIdentity: person.protectedIdentity,
  madeAt: person.madeAt.iso,
});

export const groupToFile = (group: ResourceGroup, references: PersonReferences): GroupInFile => ({
  id: group.id,
  profile: group.profile,
  name: group.name,
  neutralTitle: group.neutralTitle,
  state: group.state,
  sizeReason: group.sizeReason,
  madeAt: group.madeAt.iso,
  members: group.members
    .map((member) => memberToFile(member, references))
    .sort(
      inOrderOf(
        ({ part }) => String(parts.indexOf(part)),
        ({ madeAt }) => madeAt,
        ({ person }) => person,
      ),
    ),
});

const memberToFile = (member: Member, references: PersonReferences): MemberInFile => ({
  person: references.of(member.personId),
  part: member.part,
  functionInGroup: member.functionInGroup,
  approval: member.approval && { on: member.approval.on.iso, how: member.approval.how },
  talkedOn: member.talkedOn?.iso ?? null,
  state: member.state,
  madeAt: member.madeAt.iso,
});

export const consentsToFile = (consents: readonly Consent[], references: PersonReferences): ConsentInFile[] =>
  consents
    .map((consent) => ({
      person: references.of(consent.personId),
      kind: consent.kind,
      textShown: consent.textShown,
      how: consent.how,
      givenOn: consent.givenOn.iso,
      until: consent.until?.iso ?? null,
      recordedAt: consent.recordedAt.iso,
      withdrawnAt: consent.withdrawnAt?.iso ?? null,
    }))
    .sort(
      inOrderOf(
        ({ recordedAt }) => recordedAt,
        ({ person }) => person,
        ({ kind }) => kind,
      ),
    );

export const planToFile = ({ wishes, isBooked }: PlanInTransit): PlanInFile => ({
  booked: isBooked,
  wishes: { ...wishes, intervals: [...wishes.intervals], weekdays: [...wishes.weekdays] },
});

export interface MeetingParts {
  readonly group: ResourceGroup;
  readonly references: PersonReferences;
  readonly agendas: readonly Agenda[];
  readonly entries: readonly CalendarEntry[];
  readonly asTold: readonly ToldMeeting[];
}

export function meetingToFile(meeting: Meeting, parts: MeetingParts): MeetingInFile {
  const { group, references, agendas, entries, asTold } = parts;
  const agenda = agendas.find(({ meetingId }) => meetingId === meeting.id);
  const own = entries.filter(({ meetingId }) => meetingId === meeting.id);
  const nameOf = (person: string): string | null =>
    group.memberOf(idOf<'person'>(person)) ? references.of(idOf<'person'>(person)) : null;
  return {
    id: meeting.id,
    number: meeting.number,
    target: meeting.target.iso,
    day: meeting.day.iso,
    start: meeting.start.toString(),
    minutes: meeting.minutes,
    lengthReason: meeting.lengthReason,
    zone: meeting.zone,
    form: meeting.form,
    place: meeting.place,
    placeIsPublic: meeting.placeIsPublic,
    state: meeting.state,
    revision: meeting.revision,
    sequence: meeting.sequence,
    since: meeting.since,
    asTold: asTold.filter(({ id }) => id === meeting.id).map(asToldToFile),
    why: renamed(reasonsIn(meeting.why), nameOf),
    agenda: agenda ? agendaToFile(agenda, references) : null,
    calendar: own
      .map(({ personId, uid }) => ({ person: references.of(personId), uid }))
      .sort(inOrderOf(({ person }) => person)),
  };
}

const asToldToFile = (told: ToldMeeting): AsToldInFile => ({
  day: told.day.iso,
  start: told.start.toString(),
  minutes: told.minutes,
  form: told.form,
  place: told.place,
  placeIsPublic: told.placeIsPublic,
  revision: told.revision,
  sequence: told.sequence,
  since: told.since,
});

const agendaToFile = ({ state, releasedAt, items }: Agenda, references: PersonReferences): AgendaInFile => ({
  state,
  releasedAt: releasedAt?.iso ?? null,
  items: items.map((item) => itemToFile(item, references)),
});

const itemToFile = (item: AgendaItem, references: PersonReferences): AgendaItemInFile => ({
  title: item.title,
  neutralTitle: item.neutralTitle,
  leader: item.leader,
  minutes: item.minutes,
  line: item.line,
  easy: item.easy,
  readership: {
    audience: item.readership.audience,
    named: item.readership.named.map((personId) => references.of(personId)).sort(),
  },
  guest: item.guest && references.of(item.guest),
  standing: item.standing,
  proposedBy: item.proposedBy && references.of(item.proposedBy),
});

export const toldToFile = (told: readonly ToldBefore[], references: PersonReferences): ToldInFile[] =>
  told
    .map(({ personId, meetingId, kind, revision, channel, recipient, at, tells, letter }) => ({
      person: references.of(personId),
      meeting: meetingId,
      kind,
      revision,
      channel,
      to: recipient,
      at: at.iso,
      tells: tells
        .map(({ meetingId: of, slice, revision: told, sequence, isOff }) => ({
          ...{ meeting: of, revision: told, sequence, isOff },
          ...(slice ? { slice } : {}),
        }))
        .sort(inOrderOf((said) => said.meeting)),
      letter: letter && letterToFile(letter),
    }))
    .sort(
      inOrderOf(
        ({ at }) => at,
        ({ person }) => person,
        ({ meeting }) => meeting ?? '',
      ),
    );

const letterToFile = (letter: Letter): NonNullable<ToldInFile['letter']> => ({
  language: letter.language,
  address: [...letter.address],
  date: letter.date,
  title: letter.title,
  greeting: letter.greeting,
  intro: letter.intro,
  news: [...letter.news],
  now: letter.now,
  headings: letter.headings,
  rows: [...letter.rows],
  place: letter.place,
  clock: letter.clock,
  callLead: letter.callLead,
  phone: letter.phone,
  goodbye: letter.goodbye,
  signature: letter.signature,
});
