import { Injectable } from '@nestjs/common';
import { FindOptionsWhere, In } from 'typeorm';
import { Assignments } from '../../access/assignments.service';
import type { Viewer } from '../../access/domain/viewer';
import type { OrganisationId, PersonId, UserId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import { Person } from '../domain/person';
import { PeopleRepository } from '../people.repository';
import { personSchema } from './people.schemas';

@Injectable()
export class TypeormPeopleRepository extends PeopleRepository {
  constructor(
    private readonly database: Database,
    private readonly assignments: Assignments,
  ) {
    super();
  }

  async all(viewer: Viewer): Promise<readonly Person[]> {
    const assigned = await this.assignedTo(viewer);
    return this.rows().findBy([...professionals(viewer, {}), { ...within(viewer), id: In([...assigned]) }]);
  }

  async some(viewer: Viewer, ids: readonly PersonId[]): Promise<readonly Person[]> {
    if (ids.length === 0) return [];
    const assigned = await this.assignedTo(viewer);
    const own = ids.filter((id) => assigned.has(id));
    return this.rows().findBy([...professionals(viewer, { id: In(ids) }), { ...within(viewer), id: In(own) }]);
  }

  async add(viewer: Viewer, person: Person): Promise<void> {
    await this.rows().insert(person);
    await this.assignments.assign(viewer, 'person', person.id);
  }

  async save(person: Person): Promise<void> {
    await this.rows().save(person);
  }

  find(organisationId: OrganisationId, id: PersonId): Promise<Person | null> {
    return this.rows().findOneBy({ organisationId, id });
  }

  someOf(organisationId: OrganisationId, ids: readonly PersonId[]): Promise<readonly Person[]> {
    return this.rows().findBy({ organisationId, id: In(ids) });
  }

  ofUser(organisationId: OrganisationId, userId: UserId): Promise<Person | null> {
    return this.rows().findOneBy({ organisationId, userId });
  }

  isTaken(id: PersonId): Promise<boolean> {
    return this.rows().existsBy({ id });
  }

  private assignedTo(viewer: Viewer): Promise<ReadonlySet<string>> {
    return this.assignments.subjects(viewer, 'person');
  }

  private rows() {
    return this.database.repository<Person>(personSchema);
  }
}

type Where = FindOptionsWhere<Person>;

const within = ({ organisationId }: Viewer): Where => ({ organisationId });

// An administrator looks after accounts, not after people.
const professionals = (viewer: Viewer, more: Where): Where[] =>
  viewer.role === 'coordinator' ? [{ ...within(viewer), kind: 'professional', ...more }] : [];
