import type { MeetingId, OrganisationId } from '../kernel/identifiers';
import type { Agenda } from './domain/agenda';

/** Keeps agendas. Whether a viewer may see one is its meeting's to say, and is asked of it first. */
export abstract class AgendasRepository {
  abstract of(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<readonly Agenda[]>;
  abstract save(agendas: readonly Agenda[]): Promise<void>;
  abstract remove(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<void>;
}
