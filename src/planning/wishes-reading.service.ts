import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { Profile } from '../groups/domain/profile';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import { Profiles } from '../groups/profiles.service';
import { Stamp } from '../people/stamp.service';
import type { GroupId } from '../kernel/identifiers';
import { SwedishCalendar } from '../availability/domain/swedish-calendar';
import type { YearWishesParts } from './domain/year-wishes';
import { YearPlans } from './year-plans.service';

export interface WishesRead {
  readonly group: ResourceGroup;
  readonly profile: Profile;
  readonly wishes: YearWishesParts;
}

/** A first call goes out two weeks ahead by default, so a new year begins no sooner than in three. */
const daysToFirstMeeting = 21;

/** The wishes a group has, or those its profile begins with; the reading is logged. */
@Injectable()
export class WishesReading {
  private readonly calendar = new SwedishCalendar();

  constructor(
    private readonly years: YearPlans,
    private readonly groups: Groups,
    private readonly profiles: Profiles,
    private readonly stamp: Stamp,
  ) {}

  async of(viewer: Viewer, id: GroupId): Promise<WishesRead> {
    const group = await this.groups.read(viewer, id);
    const profile = this.profiles.get(group.profile);
    const plan = await this.years.find(viewer, id);
    return { group, profile, wishes: plan?.wishes ?? this.first(profile) };
  }

  private first({ intervals, minutes, horizons }: Profile): YearWishesParts {
    let start = this.stamp.today().plusDays(daysToFirstMeeting);
    while (!this.calendar.isOpen(start)) start = start.plusDays(1);
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
