import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { GroupId } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import { Meetings } from '../meetings/meetings.service';
import type { YearPlan } from './domain/year-plan';
import { type NamedGroup, NamedGroups } from './named-groups.service';
import { YearPlans } from './year-plans.service';

/** A group's year with its people's names, for the pages; the reading is logged. */
@Injectable()
export class YearReading {
  constructor(
    private readonly years: YearPlans,
    private readonly groups: NamedGroups,
    private readonly meetings: Meetings,
  ) {}

  async proposal(viewer: Viewer, id: GroupId): Promise<NamedGroup & { readonly plan: YearPlan | null }> {
    return { ...(await this.groups.read(viewer, id)), plan: await this.years.find(viewer, id) };
  }

  async booked(viewer: Viewer, id: GroupId): Promise<NamedGroup & { readonly meetings: readonly Meeting[] }> {
    return { ...(await this.groups.read(viewer, id)), meetings: await this.meetings.of(viewer, id) };
  }
}
