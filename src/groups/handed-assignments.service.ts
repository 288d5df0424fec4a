import { Injectable } from '@nestjs/common';
import { Assignments } from '../access/assignments.service';
import type { Viewer } from '../access/domain/viewer';
import type { PersonId } from '../kernel/identifiers';
import { Nominations } from '../sociogram/nominations.service';
import type { ResourceGroup } from './domain/resource-group';
import { GroupsRepository } from './groups.repository';

/** Lets the new coordinator see what the one before saw of the groups, and the one before no longer. */
@Injectable()
export class HandedAssignments {
  constructor(
    private readonly assignments: Assignments,
    private readonly groups: GroupsRepository,
    private readonly nominations: Nominations,
  ) {}

  async pass(from: Viewer, to: Viewer, groups: readonly ResourceGroup[]): Promise<void> {
    const people = await this.peopleAround(groups);
    for (const { id } of groups) await this.assignments.assign(to, 'group', id);
    for (const id of people) await this.assignments.assign(to, 'person', id);
    await this.assignments.release(
      from,
      'group',
      groups.map(({ id }) => id),
    );
    const kept = await this.peopleAround(await this.groups.list(from));
    await this.assignments.release(
      from,
      'person',
      [...people].filter((id) => !kept.has(id)),
    );
  }

  /** Those who are or were in the groups, and those who have been asked into them. */
  private async peopleAround(groups: readonly ResourceGroup[]): Promise<ReadonlySet<PersonId>> {
    const people = new Set(groups.flatMap(({ members }) => members.map(({ personId }) => personId)));
    for (const group of groups) for (const id of await this.nominations.peopleAsked(group)) people.add(id);
    return people;
  }
}
