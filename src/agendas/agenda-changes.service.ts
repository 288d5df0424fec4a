import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { type Actor, AuditLog } from '../audit/audit-log.service';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, MeetingId } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import { Meetings } from '../meetings/meetings.service';
import { type MeetingAgenda, withMeetings } from './agendas.service';
import type { Agenda } from './domain/agenda';
import { KeptAgendas } from './kept-agendas.service';

/** An agenda that nobody else changes now, and the group it is for. */
export interface AgendaToChange extends MeetingAgenda {
  readonly group: ResourceGroup;
}

/** Who changes what of a group. */
export interface AgendaDeed {
  readonly actor: Actor;
  readonly group: ResourceGroup;
  readonly action: string;
}

/**
 * The one way agendas are changed: write down, take hold, decide, save. Two who change one agenda do so one after the
 * other, each from what the other left. The log, too, makes people wait for each other; it comes first wherever
 * something is read and changed, so it must here, or two could wait for each other for ever.
 */
@Injectable()
export class AgendaChanges {
  constructor(
    private readonly agendas: KeptAgendas,
    private readonly meetings: Meetings,
    private readonly groups: Groups,
    private readonly audit: AuditLog,
  ) {}

  async change(
    viewer: Viewer,
    meetingId: MeetingId,
    action: string,
    decide: (before: AgendaToChange) => Agenda,
  ): Promise<Agenda> {
    const meeting = await this.meetings.get(viewer, meetingId);
    const group = await this.groups.get(viewer, meeting.groupId);
    return this.changeOne({ actor: viewer, group, action }, meeting, decide);
  }

  /** All of a group's agendas at once; those that `decide` leaves out stay as they are. */
  async changeAll(
    viewer: Viewer,
    groupId: GroupId,
    action: string,
    decide: (before: readonly MeetingAgenda[]) => readonly Agenda[],
  ): Promise<readonly Agenda[]> {
    const group = await this.groups.get(viewer, groupId);
    return this.changeSome({ actor: viewer, group, action }, await this.meetings.of(viewer, groupId), decide);
  }

  /** Whoever asks has made sure that the actor may. */
  async changeOne(deed: AgendaDeed, meeting: Meeting, decide: (before: AgendaToChange) => Agenda): Promise<Agenda> {
    await this.writeDown(deed, [meeting.id]);
    const [before] = await this.takeHold([meeting]);
    if (!before) throw new DomainError('notFound');
    const after = decide({ ...before, group: deed.group });
    await this.agendas.save(meeting.organisationId, [{ before, after }]);
    return after;
  }

  /** Decided twice: before it is written down to know which, and again from what they are when nobody else changes them. */
  async changeSome(
    deed: AgendaDeed,
    meetings: readonly Meeting[],
    decide: (before: readonly MeetingAgenda[]) => readonly Agenda[],
  ): Promise<readonly Agenda[]> {
    const ids = meetings.map(({ id }) => id);
    const planned = decide(withMeetings(meetings, await this.agendas.of(deed.group.organisationId, ids)));
    if (planned.length === 0) return [];
    await this.writeDown(
      deed,
      planned.map(({ meetingId }) => meetingId),
    );
    const before = await this.takeHold(meetings);
    const after = decide(before);
    const changes = before.flatMap((one) =>
      after.filter(({ id }) => id === one.agenda.id).map((agenda) => ({ before: one, after: agenda })),
    );
    await this.agendas.save(deed.group.organisationId, changes);
    return after;
  }

  private writeDown({ actor, group, action }: AgendaDeed, meetingIds: readonly MeetingId[]): Promise<void> {
    return this.audit.record(actor, { action, about: group.serviceUserId, subjects: [group.id, ...meetingIds] });
  }

  private async takeHold(meetings: readonly Meeting[]): Promise<readonly MeetingAgenda[]> {
    const [first] = meetings;
    if (!first) return [];
    const ids = meetings.map(({ id }) => id);
    return withMeetings(meetings, await this.agendas.forChange(first.organisationId, ids));
  }
}
