import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { Thing } from '../availability/domain/thing';
import type { Profile } from '../groups/domain/profile';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import { Profiles } from '../groups/profiles.service';
import type { GroupId } from '../kernel/identifiers';
import type { YearPlan } from './domain/year-plan';
import type { YearWishesParts } from './domain/year-wishes';
import { Offers } from './offers.service';
import { YearPlans } from './year-plans.service';

export interface WishesRead {
  readonly group: ResourceGroup;
  readonly profile: Profile;
  readonly wishes: YearWishesParts;
  /** The rooms and links that can be chosen. */
  readonly things: readonly Thing[];
}

export interface WishesOfGroup {
  readonly plan: YearPlan | null;
  /** Those its profile begins with when there is no plan. */
  readonly wishes: YearWishesParts;
}

/** The wishes a group has, or those its profile begins with; the reading is logged. */
@Injectable()
export class WishesReading {
  constructor(
    private readonly years: YearPlans,
    private readonly groups: Groups,
    private readonly profiles: Profiles,
    private readonly offers: Offers,
  ) {}

  async of(viewer: Viewer, id: GroupId): Promise<WishesRead> {
    const group = await this.groups.read(viewer, id);
    const { wishes } = await this.ofGroup(viewer, group);
    return { group, profile: this.profiles.get(group.profile), wishes, things: await this.offers.thingsFor(viewer) };
  }

  /** For work in other rooms, which log what they show themselves. */
  async ofGroup(viewer: Viewer, group: ResourceGroup): Promise<WishesOfGroup> {
    const plan = await this.years.find(viewer, group.id);
    const wishes =
      plan?.wishes ?? (await this.offers.firstWishes(viewer.organisationId, this.profiles.get(group.profile)));
    return { plan, wishes };
  }
}
