import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { CalendarDate } from '../kernel/calendar-date';
import type { GroupId, PersonId, ThingId } from '../kernel/identifiers';
import { Settings } from '../platform/config/settings';
import type { HoursOfPerson } from './domain/personal-hours';
import { type BookedElsewhere, MeetingsElsewhere } from './meetings-elsewhere.service';
import { OwnTimes } from './own-times.service';

interface Wanted {
  readonly people: readonly PersonId[];
  /** Rooms and links that are wanted too. */
  readonly things?: readonly ThingId[];
  readonly period: { readonly from: CalendarDate; readonly until: CalendarDate };
}

/** What is known of people's time, on the wall clock of the zone. */
export interface KnownTime extends BookedElsewhere {
  readonly zone: string;
  readonly hours: readonly HoursOfPerson[];
}

/** When people can meet: their hours, their busy times, and their meetings in other groups. */
@Injectable()
export class Availability {
  constructor(
    private readonly own: OwnTimes,
    private readonly elsewhere: MeetingsElsewhere,
    private readonly settings: Settings,
  ) {}

  /** The meetings of the group, or of the groups, are left out: they are what is being planned. */
  async of(
    { organisationId }: Viewer,
    planned: GroupId | readonly GroupId[],
    { people, things = [], period }: Wanted,
  ): Promise<KnownTime> {
    const { hours, taken } = await this.own.of(organisationId, people, period);
    const days = { from: period.from, to: period.until };
    const elsewhere = await this.elsewhere.of(organisationId, { people, things, days, except: [planned].flat() });
    return { ...elsewhere, zone: this.settings.zone, hours, taken: [...taken, ...elsewhere.taken] };
  }
}
