import type { MeetingId, OrganisationId } from '../kernel/identifiers';
import type { Agenda } from './domain/agenda';
import type { ReleaseNumber } from './domain/released-agenda';

/** An agenda as it was read, and what it has become; a new one was nothing before. */
export interface AgendaChange {
  readonly before: Agenda | null;
  readonly after: Agenda;
}

/** Keeps agendas. Whether a viewer may see one is its meeting's to say, and is asked of it first. */
export abstract class AgendasRepository {
  abstract of(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<readonly Agenda[]>;
  /** The newest release of each that has been released, without opening any texts. */
  abstract newestReleases(
    organisationId: OrganisationId,
    meetingIds: readonly MeetingId[],
  ): Promise<readonly ReleaseNumber[]>;
  /** To be changed: nobody else changes them before the transaction has ended. */
  abstract forChange(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<readonly Agenda[]>;
  /** Writes only what differs, so that an item somebody else wrote meanwhile is left alone. */
  abstract save(changes: readonly AgendaChange[]): Promise<void>;
  abstract remove(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<void>;
}
