import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { Thing } from '../availability/domain/thing';
import { OrganisationCalendar } from '../availability/organisation-calendar.service';
import { Things } from '../availability/things.service';
import type { Profile } from '../groups/domain/profile';
import type { OrganisationId } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import type { YearWishesParts } from './domain/year-wishes';

/** A first call goes out two weeks ahead by default, so a new year begins no sooner than in three. */
const daysToFirstMeeting = 21;

/** What a group that plans its year is offered: wishes to begin with, and rooms and links. */
@Injectable()
export class Offers {
  constructor(
    private readonly stamp: Stamp,
    private readonly calendars: OrganisationCalendar,
    private readonly things: Things,
  ) {}

  thingsFor(viewer: Viewer): Promise<readonly Thing[]> {
    return this.things.inUse(viewer);
  }

  async firstWishes(organisationId: OrganisationId, profile: Profile): Promise<YearWishesParts> {
    const { intervals, minutes, horizons } = profile;
    const calendar = await this.calendars.of(organisationId);
    let start = this.stamp.today().plusDays(daysToFirstMeeting);
    while (!calendar.isOpen(start)) start = start.plusDays(1);
    return {
      start: start.iso,
      horizonMonths: Math.max(...horizons),
      intervals,
      minutes: minutes.default,
      lengthReason: '',
      form: 'office',
      place: '',
      placeIsPublic: false,
      weekdays: [],
      earliest: '08:00',
      latest: '17:00',
    };
  }
}
