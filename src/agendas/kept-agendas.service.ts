import { Injectable } from '@nestjs/common';
import type { MeetingId, OrganisationId } from '../kernel/identifiers';
import { AgendasRepository } from './agendas.repository';
import type { Agenda } from './domain/agenda';
import { type ReleasedAgenda, type ReleaseNumber, releaseOf } from './domain/released-agenda';
import { ReleasesRepository } from './releases.repository';

/** An agenda, and the newest copy of it that was released. */
export interface KeptAgenda {
  readonly agenda: Agenda;
  /** null before the first release. */
  readonly released: ReleasedAgenda | null;
}

export interface KeptChange {
  readonly before: KeptAgenda;
  readonly after: Agenda;
}

/** Keeps agendas together with what was released of them. */
@Injectable()
export class KeptAgendas {
  constructor(
    private readonly agendas: AgendasRepository,
    private readonly releases: ReleasesRepository,
  ) {}

  async of(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<readonly KeptAgenda[]> {
    return this.withReleases(organisationId, await this.agendas.of(organisationId, meetingIds));
  }

  newestReleases(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<readonly ReleaseNumber[]> {
    return this.agendas.newestReleases(organisationId, meetingIds);
  }

  /** To be changed: nobody else changes them before the transaction has ended. */
  async forChange(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<readonly KeptAgenda[]> {
    return this.withReleases(organisationId, await this.agendas.forChange(organisationId, meetingIds));
  }

  add(agendas: readonly Agenda[]): Promise<void> {
    return this.agendas.save(agendas.map((after) => ({ before: null, after })));
  }

  /** What has been released anew is kept as a copy of its own. */
  async save(organisationId: OrganisationId, changes: readonly KeptChange[]): Promise<void> {
    await this.agendas.save(changes.map(({ before, after }) => ({ before: before.agenda, after })));
    await this.releases.add(organisationId, await this.copiesToKeep(organisationId, changes));
  }

  async remove(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<void> {
    await this.releases.remove(organisationId, meetingIds);
    await this.agendas.remove(organisationId, meetingIds);
  }

  private async copiesToKeep(
    organisationId: OrganisationId,
    changes: readonly KeptChange[],
  ): Promise<readonly ReleasedAgenda[]> {
    const stored = await this.stored(
      organisationId,
      changes.map(({ before }) => before.agenda),
    );
    return changes.flatMap(({ before: { agenda, released }, after }) => {
      const first = released && !stored.has(after.meetingId) ? [released] : [];
      const next = after.releaseNumber > agenda.releaseNumber ? releaseOf(after) : null;
      return next ? [...first, next] : first;
    });
  }

  // An agenda that was released before copies were kept, or came in from a file, is its own first copy until it changes.
  private async withReleases(
    organisationId: OrganisationId,
    agendas: readonly Agenda[],
  ): Promise<readonly KeptAgenda[]> {
    const stored = await this.stored(organisationId, agendas);
    return agendas.map((agenda) => ({ agenda, released: stored.get(agenda.meetingId) ?? releaseOf(agenda) }));
  }

  private async stored(
    organisationId: OrganisationId,
    agendas: readonly Agenda[],
  ): Promise<ReadonlyMap<MeetingId, ReleasedAgenda>> {
    const newest = agendas
      .filter(({ isReleased }) => isReleased)
      .map(({ meetingId, releaseNumber: number }) => ({ meetingId, number }));
    const stored = await this.releases.numbered(organisationId, newest);
    return new Map(stored.map((released) => [released.meetingId, released]));
  }
}
