import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { Staff } from '../access/staff.service';
import type { Standing } from '../groups/domain/may-be-called';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import type { GroupId, PersonId } from '../kernel/identifiers';
import { People } from '../people/people.service';
import type { Known } from './domain/gathering';
import type { Caller } from './domain/recipient';

/** A group with all that is known today about the people in it. */
export interface GroupToCall {
  readonly group: ResourceGroup;
  readonly known: ReadonlyMap<PersonId, Known>;
  readonly standings: ReadonlyMap<PersonId, Standing>;
  /** null when no coordinator who works here now is in the group. */
  readonly caller: Caller | null;
}

/** Finds out whom a group's calls go to, and who calls. */
@Injectable()
export class PeopleToCall {
  constructor(
    private readonly groups: Groups,
    private readonly people: People,
    private readonly staff: Staff,
  ) {}

  async of(viewer: Viewer, groupId: GroupId): Promise<GroupToCall> {
    const group = await this.groups.get(viewer, groupId);
    const everybody = group.members.map(({ personId }) => personId);
    const known = await this.people.reaches(viewer, everybody);
    const standings = await this.groups.standings(viewer, group);
    return { group, known, standings, caller: await this.callerIn(viewer, group, known) };
  }

  private async callerIn(
    viewer: Viewer,
    group: ResourceGroup,
    known: ReadonlyMap<PersonId, Known>,
  ): Promise<Caller | null> {
    const coordinator = group.inPart('coordinator');
    const userId = coordinator && known.get(coordinator.personId)?.person.userId;
    const card = (await this.staff.coordinators(viewer)).find((one) => one.userId === userId);
    return card ? { firstName: card.firstName, fullName: card.name, workPhone: card.workPhone } : null;
  }
}
