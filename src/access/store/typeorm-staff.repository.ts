import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error';
import type { OrganisationId, UnitId, UserId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import type { Organisation, Unit } from '../domain/organisation';
import type { StaffUser } from '../domain/staff-user';
import { StaffRepository } from '../staff.repository';
import { organisationSchema, staffUserSchema, unitSchema } from './access.schemas';

@Injectable()
export class TypeormStaffRepository extends StaffRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async addOrganisation(organisation: Organisation): Promise<void> {
    await this.database.repository(organisationSchema).insert(organisation);
  }

  async organisation(id: OrganisationId): Promise<Organisation> {
    return found(await this.database.repository(organisationSchema).findOneBy({ id }));
  }

  units(organisationId: OrganisationId): Promise<readonly Unit[]> {
    return this.database.repository(unitSchema).findBy({ organisationId });
  }

  async unit(organisationId: OrganisationId, id: UnitId): Promise<Unit> {
    return found(await this.database.repository(unitSchema).findOneBy({ id, organisationId }));
  }

  async saveUnit(unit: Unit): Promise<void> {
    await this.database.repository(unitSchema).save(unit);
  }

  coordinators(organisationId: OrganisationId): Promise<readonly StaffUser[]> {
    return this.database.repository(staffUserSchema).findBy({ organisationId, role: 'coordinator' });
  }

  async coordinator(organisationId: OrganisationId, id: UserId): Promise<StaffUser> {
    const one = { id, organisationId, role: 'coordinator' } as const;
    return found(await this.database.repository(staffUserSchema).findOneBy(one));
  }

  byEmail(email: string): Promise<StaffUser | null> {
    return this.database.repository(staffUserSchema).findOneBy({ email });
  }

  byId(id: UserId): Promise<StaffUser | null> {
    return this.database.repository(staffUserSchema).findOneBy({ id });
  }

  async save(user: StaffUser): Promise<void> {
    await this.database.repository(staffUserSchema).save(user);
  }
}

function found<Row>(row: Row | null): Row {
  if (row === null) throw new DomainError('notFound');
  return row;
}
