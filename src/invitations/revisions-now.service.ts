import { Injectable } from '@nestjs/common';
import { Agendas } from '../agendas/agendas.service';
import type { ReleasedAgenda, ReleaseNumber } from '../agendas/domain/released-agenda';
import type { ResourceGroup } from '../groups/domain/resource-group';
import type { MeetingId, OrganisationId, PersonId } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import { Deputies } from '../meetings/deputies.service';
import { Meetings } from '../meetings/meetings.service';
import { isOfNoMeeting, type MeetingTelling, type Message } from '../outbox/domain/delivery';
import { overviewRevision } from './domain/once-key';
import { type Attendance, attendanceAt, readerAt, type Share, shareOf } from './domain/own-appointment';
import { isSameCopy } from './domain/told-copy';
import { InvitationRepository } from './invitation.repository';

/** What messages would have to say today. */
export interface SaidToday {
  /** The revision a message would have; null when the meeting it is about is gone or called off. */
  readonly revisionOf: (message: Message) => number | null;
  /** How much of a meeting somebody is called to; nothing of one that is gone or called off. */
  readonly shareOf: (personId: PersonId, meetingId: MeetingId) => Share;
  /** Whether it tells of agendas what their newest releases tell its reader. */
  readonly tellsAgenda: (message: Message) => boolean;
}

/** Tells what messages would have to say today. */
@Injectable()
export class RevisionsNow {
  constructor(
    private readonly meetings: Meetings,
    private readonly invitations: InvitationRepository,
    private readonly agendas: Agendas,
    private readonly deputies: Deputies,
  ) {}

  /** The messages are of this one group. */
  async of(messages: readonly Message[], group: ResourceGroup): Promise<SaidToday> {
    const about = messages.flatMap(({ meetingId, tells }) => [meetingId ?? [], ...tells.map((one) => one.meetingId)]);
    const called = messages.some(isOfYear) ? await this.calledIn(group) : [];
    const ids = [...new Set([...about.flat(), ...called])];
    const found = ids.length > 0 ? await this.meetings.ofOrganisation(group.organisationId, ids) : [];
    const meetings = new Map(found.map((meeting) => [meeting.id, meeting]));
    const year = overviewRevision(called.flatMap((id) => meetings.get(id) ?? []));
    const live = found.filter(({ takesTime }) => takesTime);
    const newest = await this.newestFor(messages, group, live);
    const old = messages.flatMap(({ tells }) => tells.flatMap((telling) => overtaken(telling, newest)));
    const read = hasGuests(messages, group) ? live : live.filter(({ id }) => isAmong(old, id));
    const released = await this.released(read);
    const attendances = await this.attendancesAt(group.organisationId, live, released);
    const earlier = old.length === 0 ? [] : await this.agendas.earlier(group.organisationId, old);
    return {
      revisionOf: (message) => (message.meetingId === null ? year : revisionOf(meetings.get(message.meetingId))),
      shareOf: sharesIn(group, attendances),
      tellsAgenda: agendasTold(group, { newest, released, earlier, attendances }),
    };
  }

  private async attendancesAt(
    organisationId: OrganisationId,
    meetings: readonly Meeting[],
    released: Released,
  ): Promise<Attendances> {
    const deputies = await this.deputies.of(
      organisationId,
      meetings.map(({ id }) => id),
    );
    const at = (meeting: Meeting): Attendance =>
      attendanceAt({ meeting, lines: released.get(meeting.id)?.lines ?? [], deputies });
    return new Map(meetings.map((meeting) => [meeting.id, at(meeting)]));
  }

  // Every meeting that anybody was called to has invitations, and no other has.
  private async calledIn({ organisationId, id }: ResourceGroup): Promise<readonly MeetingId[]> {
    const invitations = await this.invitations.ofGroup(organisationId, id);
    return [...new Set(invitations.map(({ meetingId }) => meetingId))];
  }

  /** By number, which is all that most messages have to be held against. */
  private async newestFor(
    messages: readonly Message[],
    { organisationId }: ResourceGroup,
    meetings: readonly Meeting[],
  ): Promise<Newest> {
    if (!messages.some(({ tells }) => tells.some(({ release }) => release !== null))) return new Map();
    const ids = meetings.map(({ id }) => id);
    const newest = await this.agendas.newestReleases(organisationId, ids);
    return new Map(newest.map(({ meetingId, number }) => [meetingId, number]));
  }

  /** In full, for guests and for what a later release has overtaken. */
  private async released(meetings: readonly Meeting[]): Promise<Released> {
    const agendas = await this.agendas.ofMeetings(meetings);
    return new Map(agendas.flatMap(({ meeting, released }) => (released ? [[meeting.id, released]] : [])));
  }
}

/** Of the meetings that are not called off. */
type Attendances = ReadonlyMap<MeetingId, Attendance>;
type Newest = ReadonlyMap<MeetingId, number>;
type Released = ReadonlyMap<MeetingId, ReleasedAgenda>;

/** Which release it tells of, when that is not the newest. */
const overtaken = ({ meetingId, release }: MeetingTelling, newest: Newest): readonly ReleaseNumber[] =>
  release === null || release === newest.get(meetingId) ? [] : [{ meetingId, number: release }];

const isAmong = (releases: readonly ReleaseNumber[], id: MeetingId): boolean =>
  releases.some(({ meetingId }) => meetingId === id);

// The circle comes to whole meetings, whatever their agendas say.
const hasGuests = (messages: readonly Message[], group: ResourceGroup): boolean =>
  messages.some(({ personId }) => partIn(group, personId) === 'adjunct');

interface Releases {
  readonly newest: Newest;
  readonly released: Released;
  /** Those that messages tell of and that are no longer the newest. */
  readonly earlier: readonly ReleasedAgenda[];
  readonly attendances: Attendances;
}

const agendasTold =
  (group: ResourceGroup, { newest, released, earlier, attendances }: Releases): SaidToday['tellsAgenda'] =>
  ({ personId, protection, tells }) =>
    tells
      .flatMap((telling) => overtaken(telling, newest))
      .every(({ meetingId, number }) => {
        const then = earlier.find((one) => one.meetingId === meetingId && one.number === number);
        const reader = { personId, part: partIn(group, personId) };
        const attendance = attendances.get(meetingId);
        const to = { reader: attendance ? readerAt(reader, attendance) : reader, protection };
        return then !== undefined && isSameCopy(then.lines, released.get(meetingId)?.lines ?? [], to);
      });

const sharesIn =
  (group: ResourceGroup, attendances: Attendances): SaidToday['shareOf'] =>
  (personId, meetingId) => {
    const attendance = attendances.get(meetingId);
    return attendance ? shareOf({ personId, part: partIn(group, personId) }, attendance) : 'nothing';
  };

// Somebody who has gone is stopped for that reason; as to the meetings they are like everybody else.
const partIn = (group: ResourceGroup, personId: PersonId) => group.memberOf(personId)?.part ?? 'network';

const isOfYear = ({ meetingId, kind }: Message): boolean => meetingId === null && !isOfNoMeeting(kind);

const revisionOf = (meeting: Meeting | undefined): number | null =>
  meeting === undefined || meeting.state === 'cancelled' ? null : meeting.revision;
