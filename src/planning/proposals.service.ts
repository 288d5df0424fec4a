import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Profiles } from '../groups/profiles.service';
import { Availability } from '../availability/availability.service';
import type { FixedMeeting } from './domain/caseload-parts';
import { proposeYear } from './domain/propose-year';
import { OrganisationCalendar } from '../availability/organisation-calendar.service';
import type { Proposal } from './domain/year-plan';
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
  ) {}

  async of(viewer: Viewer, group: ResourceGroup, { parts, chosen }: Wished): Promise<Proposal> {
    const wishes = new YearWishes(parts, this.profiles.get(group.profile));
    const calendar = await this.calendars.of(viewer.organisationId);
    requireOpenStart(wishes.start, calendar, viewer.language);
    const trio = group.counted.filter((member) => member.part !== 'network').map((member) => member.personId);
    const network = group.counted.filter((member) => member.part === 'network').map((member) => member.personId);
    const things = parts.thingId === undefined ? [] : [parts.thingId];
    const period = {
      from: wishes.start.plusDays(-windowDays),
      until: wishes.start.plusMonths(parts.horizonMonths).plusDays(windowDays),
    };
    const known = await this.availability.of(viewer, group.id, { people: [...trio, ...network], things, period });
    return proposeYear({ wishes, core: [...trio, ...things], network, ...known, calendar, chosen });
  }
}
