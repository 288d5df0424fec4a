import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, MeetingId, OrganisationId } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import { Meetings } from '../meetings/meetings.service';
import { AgendasRepository } from './agendas.repository';
import type { Agenda } from './domain/agenda';
import { type ReleasedAgenda, releasedAgenda } from './domain/released-agenda';

/** A meeting and what it takes up. */
export interface MeetingAgenda {
  readonly meeting: Meeting;
  readonly agenda: Agenda;
}

/** Gives agendas to those who may see their group. */
@Injectable()
export class Agendas {
  constructor(
    private readonly agendas: AgendasRepository,
    private readonly meetings: Meetings,
  ) {}

  async get(viewer: Viewer, meetingId: MeetingId): Promise<MeetingAgenda> {
    const meeting = await this.meetings.get(viewer, meetingId);
    const [agenda] = await this.agendas.of(viewer.organisationId, [meeting.id]);
    if (!agenda) throw new DomainError('notFound');
    return { meeting, agenda };
  }

  /** In the order of the meetings. */
  async ofGroup(viewer: Viewer, groupId: GroupId): Promise<readonly MeetingAgenda[]> {
    return this.ofMeetings(await this.meetings.of(viewer, groupId));
  }

  /** Without a viewer, for what the program does by itself. */
  async ofMeetings(meetings: readonly Meeting[]): Promise<readonly MeetingAgenda[]> {
    const [first] = meetings;
    if (!first) return [];
    const ids = meetings.map(({ id }) => id);
    const agendas = await this.agendas.of(first.organisationId, ids);
    return meetings.flatMap((meeting) =>
      agendas.filter((agenda) => agenda.meetingId === meeting.id).map((agenda) => ({ meeting, agenda })),
    );
  }

  /** For mail and for the service user's page, when nobody of the staff is looking; null before release. */
  async released(organisationId: OrganisationId, meetingId: MeetingId): Promise<ReleasedAgenda | null> {
    const [agenda] = await this.agendas.of(organisationId, [meetingId]);
    return agenda ? releasedAgenda(agenda) : null;
  }
}
