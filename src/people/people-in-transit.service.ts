import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { DomainError } from '../kernel/domain-error';
import type { OrganisationId, PersonId } from '../kernel/identifiers';
import type { Person } from './domain/person';
import { PeopleRepository } from './people.repository';

/** Takes people out to a file, and brings them in from one under the ids they had. */
@Injectable()
export class PeopleInTransit {
  constructor(private readonly people: PeopleRepository) {}

  async takeOut(organisationId: OrganisationId, id: PersonId): Promise<Person> {
    return found(await this.people.find(organisationId, id));
  }

  /** Who the viewer is among the people. */
  async own({ organisationId, userId }: Viewer): Promise<Person> {
    return found(await this.people.ofUser(organisationId, userId));
  }

  /** Somebody the viewer knows already, such as a doctor of another group, stays as they are here. */
  async bringIn(viewer: Viewer, person: Person): Promise<void> {
    const [known] = await this.people.some(viewer, [person.id]);
    if (known) {
      requireSame(known, person);
      return;
    }
    if (await this.people.isTaken(person.id)) throw new DomainError('personIdTaken');
    await this.people.add(viewer, person);
  }
}

function requireSame(known: Person, brought: Person): void {
  if (known.kind !== brought.kind || known.fullName !== brought.fullName) throw new DomainError('personIdTaken');
}

function found(person: Person | null): Person {
  if (!person) throw new DomainError('notFound');
  return person;
}
