import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { Availability } from '../availability/availability.service';
import type { SwedishCalendar } from '../availability/domain/swedish-calendar';
import { OrganisationCalendar } from '../availability/organisation-calendar.service';
import { idOf } from '../kernel/identifiers';
import type { Caseload } from '../planning/domain/caseload';
import type { PlannedPerson, WeighedDay } from '../planning/domain/caseload-parts';
import { personOf } from '../planning/domain/propose-year';
import { weighedDays } from '../planning/domain/weighed-days';
import { Settings } from '../platform/config/settings';
import { letOthersIn } from '../platform/threads/let-others-in';
import { Stamp } from '../people/stamp.service';
import { caseloadOf, monthsIn, peopleIn, periodOf, type WishingGroup } from './domain/caseload-of-groups';

// People whose hours and busy times are read and turned over at once; other pages wait no longer than that takes.
const atOnce = 20;

/** Lays groups out for the planner, with all that is known of their people's time. */
@Injectable()
export class CaseloadTogether {
  constructor(
    private readonly availability: Availability,
    private readonly calendars: OrganisationCalendar,
    private readonly settings: Settings,
    private readonly stamp: Stamp,
  ) {}

  async of(viewer: Viewer, groups: readonly WishingGroup[]): Promise<Caseload> {
    const people = await this.people(viewer, groups);
    const calendar = await this.calendars.of(viewer.organisationId);
    const weighed = await this.weighed(calendar, groups);
    return caseloadOf({ zone: this.settings.zone, groups, people, calendar, weighed });
  }

  private async weighed(calendar: SwedishCalendar, groups: readonly WishingGroup[]): Promise<readonly WeighedDay[]> {
    const weighed: WeighedDay[] = [];
    for (const month of monthsIn(periodOf(groups, this.stamp.today()))) {
      weighed.push(...weighedDays(calendar, month));
      await letOthersIn();
    }
    return weighed;
  }

  /** The groups' own meetings are left out of what their people are taken by. */
  private async people(viewer: Viewer, groups: readonly WishingGroup[]): Promise<readonly PlannedPerson[]> {
    const period = periodOf(groups, this.stamp.today());
    const planned = groups.map(({ id }) => idOf<'group'>(id));
    const things = new Set<string>(groups.flatMap(({ wishes }) => wishes.parts.thingId ?? []));
    const wanted = [...peopleIn(groups)];
    const people: PlannedPerson[] = [];
    for (let at = 0; at < wanted.length; at += atOnce) {
      const some = wanted.slice(at, at + atOnce);
      const ids = some.map(([id]) => id);
      const wantedNow = {
        people: ids.filter((id) => !things.has(id)).map((id) => idOf<'person'>(id)),
        things: ids.filter((id) => things.has(id)).map((id) => idOf<'thing'>(id)),
      };
      const known = await this.availability.of(viewer, planned, { ...wantedNow, period });
      people.push(...some.map(([id, wishes]) => personOf(id, { ...known, wishes })));
      await letOthersIn();
    }
    return people;
  }
}
