import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { Staff } from '../access/staff.service';
import type { Standing } from '../groups/domain/may-be-called';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, OrganisationId, PersonId } from '../kernel/identifiers';
import { People } from '../people/people.service';
import { Settings } from '../platform/config/settings';
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

type KnownPeople = GroupToCall['known'];

/** Finds out whom a group's calls go to, and who calls. */
@Injectable()
export class PeopleToCall {
  constructor(
    private readonly groups: Groups,
    private readonly people: People,
    private readonly staff: Staff,
    private readonly settings: Settings,
  ) {}

  async of(viewer: Viewer, groupId: GroupId): Promise<GroupToCall> {
    const group = await this.groups.get(viewer, groupId);
    return this.toCall(group, await this.people.reaches(viewer, everybodyIn(group)));
  }

  /** Without a viewer, for what the program does by itself. */
  async byItself(organisationId: OrganisationId, groupId: GroupId): Promise<GroupToCall> {
    const group = await this.groups.ofOrganisation(organisationId, groupId);
    if (!group) throw new DomainError('notFound');
    return this.toCall(group, await this.people.reachesNow(organisationId, everybodyIn(group)));
  }

  private async toCall(group: ResourceGroup, known: KnownPeople): Promise<GroupToCall> {
    const standings = await this.groups.standingsNow(group);
    return { group, known, standings, caller: await this.callerIn(group, known) };
  }

  private async callerIn(group: ResourceGroup, known: KnownPeople): Promise<Caller | null> {
    const { organisationId } = group;
    const coordinator = group.inPart('coordinator');
    const userId = coordinator && known.get(coordinator.personId)?.person.userId;
    const staff = await this.staff.coordinators({ organisationId, language: this.settings.language });
    const card = staff.find((one) => one.userId === userId);
    return card ? { firstName: card.firstName, fullName: card.name, workPhone: card.workPhone } : null;
  }
}

const everybodyIn = ({ members }: ResourceGroup): readonly PersonId[] => members.map(({ personId }) => personId);
