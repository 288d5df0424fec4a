import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import type { GroupId } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import { Meetings } from '../meetings/meetings.service';
import { People } from '../people/people.service';
import type { YearPlan } from './domain/year-plan';
import { YearPlans } from './year-plans.service';

export interface GroupAndNames {
  readonly group: ResourceGroup;
  readonly nameOf: (personId: string) => string;
}

/** A group's year with its people's names, for the pages; the reading is logged. */
@Injectable()
export class YearReading {
  constructor(
    private readonly years: YearPlans,
    private readonly groups: Groups,
    private readonly people: People,
    private readonly meetings: Meetings,
  ) {}

  async proposal(viewer: Viewer, id: GroupId): Promise<GroupAndNames & { readonly plan: YearPlan | null }> {
    return { ...(await this.names(viewer, id)), plan: await this.years.find(viewer, id) };
  }

  async booked(viewer: Viewer, id: GroupId): Promise<GroupAndNames & { readonly meetings: readonly Meeting[] }> {
    return { ...(await this.names(viewer, id)), meetings: await this.meetings.of(viewer, id) };
  }

  private async names(viewer: Viewer, id: GroupId): Promise<GroupAndNames> {
    const group = await this.groups.read(viewer, id);
    const members = group.members.map(({ personId }) => personId);
    const people = await this.people.many(viewer, members);
    const names = new Map<string, string>(people.map((person) => [person.id, person.calledName]));
    return { group, nameOf: (personId) => names.get(personId) ?? '–' };
  }
}
