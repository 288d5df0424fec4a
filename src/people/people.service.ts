import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import type { OrganisationId, PersonId } from '../kernel/identifiers';
import { Person, PersonDetails, PersonKind, sortedByName } from './domain/person';
import { Reach, reachOf } from './domain/reach';
import { PeopleRepository } from './people.repository';
import { ProtectedDomainRepository } from './protected-domain.repository';
import { Stamp } from './stamp.service';

/** A person, and how they can be reached today. */
export interface Reached {
  readonly person: Person;
  readonly reach: Reach;
}

/** Who can be asked and how to reach them, as far as the viewer may know. */
@Injectable()
export class People {
  constructor(
    private readonly people: PeopleRepository,
    private readonly domains: ProtectedDomainRepository,
    private readonly stamp: Stamp,
    private readonly log: AuditLog,
  ) {}

  async add(viewer: Viewer, kind: PersonKind, details: PersonDetails): Promise<Person> {
    const { organisationId, unitId } = viewer;
    const origin = { id: this.stamp.id<'person'>(), organisationId, unitId, kind, userId: null };
    const person = new Person({ ...origin, madeAt: this.stamp.now(), ...details });
    await this.people.add(viewer, person);
    await this.log.record(viewer, { action: 'person.added', about: person.id, subjects: [] });
    return person;
  }

  async change(viewer: Viewer, id: PersonId, details: PersonDetails): Promise<Person> {
    const before = await this.get(viewer, id);
    const after = before.toldAnew(details);
    await this.people.save(after);
    await this.log.record(viewer, { action: 'person.changed', about: id, subjects: [] });
    return after;
  }

  /** For a page about this person; the reading is logged. */
  async read(viewer: Viewer, id: PersonId): Promise<Reached> {
    const person = await this.get(viewer, id);
    await this.log.record(viewer, { action: 'person.read', about: id, subjects: [] });
    return { person, reach: reachOf(person, await this.domains.of(viewer.organisationId)) };
  }

  /** For work in other rooms, which log what they show themselves. Not found: `notFound`. */
  async get(viewer: Viewer, id: PersonId): Promise<Person> {
    const [person] = await this.people.some(viewer, [id]);
    if (!person) throw new DomainError('notFound');
    return person;
  }

  /** Those of the ids that the viewer may see, by name. */
  async many(viewer: Viewer, ids: readonly PersonId[]): Promise<readonly Person[]> {
    return sortedByName(await this.people.some(viewer, ids), viewer.language);
  }

  /** Everybody the viewer may see, by name; the reading is logged. */
  async list(viewer: Viewer): Promise<readonly Reached[]> {
    const people = sortedByName(await this.people.all(viewer), viewer.language);
    await this.log.record(viewer, { action: 'person.listed', about: null, subjects: people.map(({ id }) => id) });
    return this.withReach(viewer.organisationId, people);
  }

  /** How each of those the viewer may see can be reached. */
  async reaches(viewer: Viewer, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Reached>> {
    const reached = await this.withReach(viewer.organisationId, await this.people.some(viewer, ids));
    return new Map(reached.map((one) => [one.person.id, one]));
  }

  /** For mail that is about to leave, when nobody is looking. Not found: `notFound`. */
  async reachNow(organisationId: OrganisationId, id: PersonId): Promise<Reach> {
    const person = await this.people.find(organisationId, id);
    if (!person) throw new DomainError('notFound');
    return reachOf(person, await this.domains.of(organisationId));
  }

  /** Without a viewer, for what the program does by itself. */
  async reachesNow(organisationId: OrganisationId, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Reached>> {
    const reached = await this.withReach(organisationId, await this.people.someOf(organisationId, ids));
    return new Map(reached.map((one) => [one.person.id, one]));
  }

  private async withReach(organisationId: OrganisationId, people: readonly Person[]): Promise<readonly Reached[]> {
    const domains = await this.domains.of(organisationId);
    return people.map((person) => ({ person, reach: reachOf(person, domains) }));
  }
}
