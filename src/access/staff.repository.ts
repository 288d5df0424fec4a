import type { OrganisationId, UnitId, UserId } from '../kernel/identifiers';
import type { Organisation, Unit } from './domain/organisation';
import type { StaffUser } from './domain/staff-user';

/** Keeps organisations, their units and who works in them. */
export abstract class StaffRepository {
  abstract addOrganisation(organisation: Organisation): Promise<void>;
  abstract organisation(id: OrganisationId): Promise<Organisation>;
  abstract units(organisationId: OrganisationId): Promise<readonly Unit[]>;
  abstract unit(organisationId: OrganisationId, id: UnitId): Promise<Unit>;
  abstract saveUnit(unit: Unit): Promise<void>;
  abstract coordinators(organisationId: OrganisationId): Promise<readonly StaffUser[]>;
  abstract coordinator(organisationId: OrganisationId, id: UserId): Promise<StaffUser>;
  /** Across organisations, for signing in; nothing else may look this way. */
  abstract byEmail(email: string): Promise<StaffUser | null>;
  abstract byId(id: UserId): Promise<StaffUser | null>;
  abstract save(user: StaffUser): Promise<void>;
}
