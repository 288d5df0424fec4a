import type { Viewer } from '../access/domain/viewer';
import type { OrganisationId, PersonId, UserId } from '../kernel/identifiers';
import type { Person } from './domain/person';

/**
 * Keeps people. A viewer is given the professionals of the organisation, and of all others only those
 * the viewer is assigned to; the rest are as if they did not exist.
 */
export abstract class PeopleRepository {
  abstract all(viewer: Viewer): Promise<readonly Person[]>;
  abstract some(viewer: Viewer, ids: readonly PersonId[]): Promise<readonly Person[]>;
  /** Whoever adds somebody is assigned to them. */
  abstract add(viewer: Viewer, person: Person): Promise<void>;
  abstract save(person: Person): Promise<void>;
  /** For what the program does by itself, when nobody is looking. */
  abstract find(organisationId: OrganisationId, id: PersonId): Promise<Person | null>;
  abstract someOf(organisationId: OrganisationId, ids: readonly PersonId[]): Promise<readonly Person[]>;
  abstract ofUser(organisationId: OrganisationId, userId: UserId): Promise<Person | null>;
  /** In any organisation. */
  abstract isTaken(id: PersonId): Promise<boolean>;
}
