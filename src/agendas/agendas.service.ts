import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, MeetingId, OrganisationId } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import { Meetings } from '../meetings/meetings.service';
import type { ReleasedAgenda, ReleaseNumber } from './domain/released-agenda';
import { type KeptAgenda, KeptAgendas } from './kept-agendas.service';
import { ReleasesRepository } from './releases.repository';

/** A meeting, what it takes up, and the newest copy of that which was released. */
export interface MeetingAgenda extends KeptAgenda {
  readonly meeting: Meeting;
}

/** Gives agendas to those who may see their group. */
@Injectable()
export class Agendas {
  constructor(
    private readonly agendas: KeptAgendas,
    private readonly meetings: Meetings,
    private readonly releases: ReleasesRepository,
  ) {}

  async get(viewer: Viewer, meetingId: MeetingId): Promise<MeetingAgenda> {
    const [found] = await this.ofMeetings([await this.meetings.get(viewer, meetingId)]);
    if (!found) throw new DomainError('notFound');
    return found;
  }

  /** In the order of the meetings. */
  async ofGroup(viewer: Viewer, groupId: GroupId): Promise<readonly MeetingAgenda[]> {
    return this.ofMeetings(await this.meetings.of(viewer, groupId));
  }

  /** Without a viewer, for what the program does by itself; the meetings are of one organisation. */
  async ofMeetings(meetings: readonly Meeting[]): Promise<readonly MeetingAgenda[]> {
    const [first] = meetings;
    if (!first) return [];
    const ids = meetings.map(({ id }) => id);
    return withMeetings(meetings, await this.agendas.of(first.organisationId, ids));
  }

  /** Of those that have been released; without a viewer, to see whether what was written still holds. */
  newestReleases(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<readonly ReleaseNumber[]> {
    return this.agendas.newestReleases(organisationId, meetingIds);
  }

  /** As they were released earlier; without a viewer, to see whether what was written then still holds. */
  earlier(organisationId: OrganisationId, asked: readonly ReleaseNumber[]): Promise<readonly ReleasedAgenda[]> {
    return this.releases.numbered(organisationId, asked);
  }

  /** For mail and for people's own pages, when nobody of the staff is looking; null before release. */
  async released(organisationId: OrganisationId, meetingId: MeetingId): Promise<ReleasedAgenda | null> {
    const [kept] = await this.agendas.of(organisationId, [meetingId]);
    return kept?.released ?? null;
  }
}

/** In the order of the meetings; a meeting without an agenda is left out. */
export const withMeetings = (meetings: readonly Meeting[], kept: readonly KeptAgenda[]): readonly MeetingAgenda[] =>
  meetings.flatMap((meeting) =>
    kept.filter(({ agenda }) => agenda.meetingId === meeting.id).map((one) => ({ meeting, ...one })),
  );
