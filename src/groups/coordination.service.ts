import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { type CoordinatorCard, Staff } from '../access/staff.service';
import { DomainError } from '../kernel/domain-error';
import type { PersonId, UserId } from '../kernel/identifiers';
import { PeopleInTransit } from '../people/people-in-transit.service';
import { isCoordinatedBy } from './domain/handed-over';
import type { ResourceGroup } from './domain/resource-group';
import { GroupsRepository } from './groups.repository';

/** Somebody who signs in as a coordinator, and who they are in the groups. */
export interface Coordinator {
  readonly viewer: Viewer;
  readonly personId: PersonId;
}

/** Whose groups are whose, and who may take over from whom. */
@Injectable()
export class Coordination {
  constructor(
    private readonly groups: GroupsRepository,
    private readonly staff: Staff,
    private readonly people: PeopleInTransit,
  ) {}

  /** Coordinators hand over what is their own; an administrator also for somebody who has gone. */
  async leaver(by: Viewer, userId: UserId): Promise<Coordinator> {
    if (by.role === 'coordinator' && by.userId !== userId) throw new DomainError('notFound');
    return this.coordinator(by, userId);
  }

  /** Those who work here now, by name. */
  async successors(by: Viewer, leaver: UserId): Promise<readonly CoordinatorCard[]> {
    return (await this.staff.coordinators(by)).filter(({ userId }) => userId !== leaver);
  }

  async successor(by: Viewer, { from, to }: { readonly from: UserId; readonly to: UserId }): Promise<Coordinator> {
    if (from === to) throw new DomainError('handoverToOneself', { field: 'successor' });
    const mayBe = await this.successors(by, from);
    if (!mayBe.some(({ userId }) => userId === to)) throw new DomainError('noSuchSuccessor', { field: 'successor' });
    return this.coordinator(by, to);
  }

  async groupsOf({ viewer, personId }: Coordinator): Promise<readonly ResourceGroup[]> {
    return (await this.groups.list(viewer)).filter((group) => isCoordinatedBy(group, personId));
  }

  private async coordinator(by: Viewer, userId: UserId): Promise<Coordinator> {
    const viewer = await this.staff.viewerOf(by, userId);
    const { id: personId } = await this.people.own(viewer);
    return { viewer, personId };
  }
}
