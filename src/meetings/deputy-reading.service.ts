import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { ResourceGroup } from '../groups/domain/resource-group';
import type { PersonId } from '../kernel/identifiers';
import type { Person } from '../people/domain/person';
import { People } from '../people/people.service';
import { Deputies } from './deputies.service';
import { replaceableIn } from './domain/deputy';
import type { Meeting } from './domain/meeting';

/** Somebody who stands in at a meeting, by the names that the viewer may know. */
export interface NamedDeputy {
  readonly forPersonId: PersonId;
  readonly forName: string;
  readonly name: string;
}

export interface DeputyChoices {
  /** Those somebody else may stand in for. */
  readonly replaceable: readonly Person[];
  readonly staff: readonly Person[];
}

/** Reads who stands in at a meeting, and who could; whoever shows it has logged the meeting. */
@Injectable()
export class DeputyReading {
  constructor(
    private readonly deputies: Deputies,
    private readonly people: People,
  ) {}

  async of(viewer: Viewer, { organisationId, id }: Meeting): Promise<readonly NamedDeputy[]> {
    const deputies = await this.deputies.of(organisationId, [id]);
    const people = await this.people.many(
      viewer,
      deputies.flatMap(({ forPersonId, personId }) => [forPersonId, personId]),
    );
    const names = new Map(people.map((person) => [person.id, person.fullName]));
    const nameOf = (personId: PersonId): string => names.get(personId) ?? '–';
    return deputies.map(({ forPersonId, personId }) => ({
      forPersonId,
      forName: nameOf(forPersonId),
      name: nameOf(personId),
    }));
  }

  /** The staff are listed, which is logged. */
  async choices(viewer: Viewer, group: ResourceGroup): Promise<DeputyChoices> {
    const counted = group.counted.map(({ personId }) => personId);
    const everybody = (await this.people.list(viewer)).map(({ person }) => person);
    return {
      replaceable: await this.people.many(viewer, replaceableIn(group)),
      staff: everybody.filter(({ id, kind }) => kind === 'professional' && !counted.includes(id)),
    };
  }
}
