import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Profiles } from '../groups/profiles.service';
import type { Meeting } from '../meetings/domain/meeting';
import { asBooked } from './domain/as-booked';
import { YearPlan } from './domain/year-plan';
import { YearWishes, YearWishesParts } from './domain/year-wishes';
import { PlanningRepository } from './planning.repository';
import { YearPlans } from './year-plans.service';

/** What was wished of a year, and whether it has been booked. */
export interface PlanInTransit {
  readonly wishes: YearWishesParts;
  readonly isBooked: boolean;
}

/** A room or a link is this organisation's; its words go with the wishes. */
function withoutThing(wishes: YearWishesParts): YearWishesParts {
  const { thingId, ...elsewhere } = wishes;
  return thingId === undefined ? wishes : elsewhere;
}

/** Takes a group's wishes out to a file, and brings them in from it. */
@Injectable()
export class PlansInTransit {
  constructor(
    private readonly plans: PlanningRepository,
    private readonly years: YearPlans,
    private readonly profiles: Profiles,
  ) {}

  async takeOut({ organisationId, id }: ResourceGroup): Promise<PlanInTransit | null> {
    const plan = await this.plans.planOf(organisationId, id);
    return plan && { wishes: withoutThing(plan.wishes), isBooked: plan.state === 'booked' };
  }

  /** A booked year is what its meetings say; one that was only proposed is proposed anew, by the calendars here. */
  async bringIn(
    viewer: Viewer,
    group: ResourceGroup,
    { wishes, isBooked, meetings }: PlanInTransit & { readonly meetings: readonly Meeting[] },
  ): Promise<void> {
    if (!isBooked) {
      await this.years.wish(viewer, group.id, wishes);
      return;
    }
    const { parts } = new YearWishes(wishes, this.profiles.get(group.profile));
    await this.plans.savePlan(YearPlan.proposedFor(group, parts, asBooked(meetings)).booked());
  }
}
