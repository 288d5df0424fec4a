import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Profiles } from '../groups/profiles.service';
import { Availability } from '../availability/availability.service';
import { Stamp } from '../people/stamp.service';
import type { FixedMeeting } from './domain/caseload-parts';
import { personOf, proposeYear } from './domain/propose-year';
import { OrganisationCalendar } from '../availability/organisation-calendar.service';
import { dayGone, type Overtaken, peopleAway } from './domain/overtaken';
import type { Proposal, YearPlan } from './domain/year-plan';
import { requireOpenStart, windowDays, YearWishes, YearWishesParts } from './domain/year-wishes';

export interface Wished {
  readonly parts: YearWishesParts;
  /** Times chosen by hand, to plan around. */
  readonly chosen: readonly FixedMeeting[];
}

/** Proposes a group's year by its wishes and by what is known of its people's time. */
@Injectable()
export class Proposals {
  constructor(
    private readonly profiles: Profiles,
    private readonly availability: Availability,
    private readonly calendars: OrganisationCalendar,
    private readonly stamp: Stamp,
  ) {}

  async of(viewer: Viewer, group: ResourceGroup, { parts, chosen }: Wished): Promise<Proposal> {
    const wishes = new YearWishes(parts, this.profiles.get(group.profile));
    const calendar = await this.calendars.of(viewer.organisationId);
    requireOpenStart(wishes.start, calendar, viewer.language);
    const { core, network, known } = await this.known(viewer, group, wishes);
    return proposeYear({ wishes, core, network, ...known, calendar, chosen });
  }

  /** What has come in the way of a proposal since it was made. */
  async overtaken(viewer: Viewer, group: ResourceGroup, plan: YearPlan): Promise<readonly Overtaken[]> {
    const wishes = new YearWishes(plan.wishes, this.profiles.get(group.profile));
    const { core, network, known } = await this.known(viewer, group, wishes);
    const people = new Map([...core, ...network].map((id) => [id, personOf(id, { ...known, wishes })]));
    const calendar = await this.calendars.of(viewer.organisationId);
    const present = { core, network, people, calendar, today: this.stamp.today() };
    return plan.proposal.meetings.flatMap((meeting) => [
      ...dayGone(meeting, present),
      ...peopleAway(meeting, plan.wishes, present),
    ]);
  }

  private async known(viewer: Viewer, { id, counted }: ResourceGroup, { start, parts }: YearWishes) {
    const inPart = (isNetwork: boolean) =>
      counted.filter(({ part }) => (part === 'network') === isNetwork).map(({ personId }) => personId);
    const [trio, network] = [inPart(false), inPart(true)];
    const things = parts.thingId === undefined ? [] : [parts.thingId];
    const period = {
      from: start.plusDays(-windowDays),
      until: start.plusMonths(parts.horizonMonths).plusDays(windowDays),
    };
    const known = await this.availability.of(viewer, id, { people: [...trio, ...network], things, period });
    return { core: [...trio, ...things], network, known };
  }
}
