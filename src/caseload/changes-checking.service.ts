import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { SwedishCalendar } from '../availability/domain/swedish-calendar';
import { OrganisationCalendar } from '../availability/organisation-calendar.service';
import { Profiles } from '../groups/profiles.service';
import type { PlannedPerson } from '../planning/domain/caseload-parts';
import { YearWishes } from '../planning/domain/year-wishes';
import { letOthersIn } from '../platform/threads/let-others-in';
import { Stamp } from '../people/stamp.service';
import { CaseloadTogether } from './caseload-together.service';
import type { WishingGroup } from './domain/caseload-of-groups';
import { type Change, changesSince, type GroupNow } from './domain/changes-since';
import { basisOf, type GroupInCaseload, isAtRest } from './domain/group-in-caseload';
import type { RunGroup } from './domain/run-group';

/** A group as it is, beside what was planned for it. */
export interface PlannedAndNow {
  readonly one: GroupInCaseload;
  readonly planned: RunGroup;
}

/** Tells what became otherwise for groups after their year was planned. */
@Injectable()
export class ChangesChecking {
  constructor(
    private readonly together: CaseloadTogether,
    private readonly calendars: OrganisationCalendar,
    private readonly profiles: Profiles,
    private readonly stamp: Stamp,
  ) {}

  /** In the order of the groups. */
  async of(viewer: Viewer, groups: readonly PlannedAndNow[]): Promise<readonly (readonly Change[])[]> {
    const people = await this.peopleIn(viewer, groups.filter(isStillOpen));
    const calendar = await this.calendars.of(viewer.organisationId);
    const changes: (readonly Change[])[] = [];
    for (const { one, planned } of groups) {
      changes.push(changesSince(planned, this.nowOf(one, people, calendar)));
      await letOthersIn();
    }
    return changes;
  }

  private async peopleIn(
    viewer: Viewer,
    groups: readonly PlannedAndNow[],
  ): Promise<ReadonlyMap<string, PlannedPerson>> {
    if (groups.length === 0) return new Map();
    const { people } = await this.together.of(
      viewer,
      groups.map((group) => this.asPlanned(group)),
    );
    return new Map(people.map((person) => [person.id, person]));
  }

  private asPlanned({ one: { group }, planned: { basis } }: PlannedAndNow): WishingGroup {
    const wishes = new YearWishes(basis.wishes, this.profiles.get(group.profile));
    return { id: group.id, wishes, core: basis.core, network: basis.network, chosen: [] };
  }

  private nowOf(one: GroupInCaseload, people: ReadonlyMap<string, PlannedPerson>, calendar: SwedishCalendar): GroupNow {
    const { core, network, chosen } = basisOf(one);
    return {
      ...{ core, network, chosen, people, calendar },
      hasMeetings: one.meetings.length > 0,
      isMeeting: !isAtRest(one.group),
      wishes: one.plan?.wishes ?? null,
      today: this.stamp.today(),
    };
  }
}

const isStillOpen = ({ one, planned }: PlannedAndNow): boolean =>
  planned.proposal !== null && one.meetings.length === 0;
