import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { CalendarDate } from '../kernel/calendar-date';
import type { GroupId, PersonId } from '../kernel/identifiers';
import { Meetings } from '../meetings/meetings.service';
import { Settings } from '../platform/config/settings';
import { BusySpan, Taken, WeeklyHours, wallText } from './domain/personal-hours';
import type { TakenTime } from '../meetings/domain/taken-time';
import { AvailabilityRepository } from './availability.repository';

interface Wanted {
  readonly people: readonly PersonId[];
  readonly period: { readonly from: CalendarDate; readonly until: CalendarDate };
}

/** What is known of people's time, on the wall clock of the zone. */
export interface KnownTime {
  readonly zone: string;
  readonly hours: readonly WeeklyHours[];
  readonly taken: readonly Taken[];
}

/** When people can meet: their hours, their busy times, and their meetings in other groups. */
@Injectable()
export class Availability {
  constructor(
    private readonly times: AvailabilityRepository,
    private readonly meetings: Meetings,
    private readonly settings: Settings,
  ) {}

  /** The group's own meetings are left out: its year is what is being planned. */
  async of({ organisationId }: Viewer, group: GroupId, { people, period }: Wanted): Promise<KnownTime> {
    const hours = await this.times.hoursOf(organisationId, people);
    const busy = await this.times.busyOf(organisationId, people);
    const elsewhere = await this.meetings.busyOf(organisationId, people, {
      from: period.from,
      to: period.until,
      except: group,
    });
    return { zone: this.settings.zone, hours, taken: [...busy.map(takenBy), ...elsewhere.map(takenElsewhere)] };
  }
}

const takenBy = ({ personId, starts, ends }: BusySpan): Taken => ({ personId, starts, ends });

const takenElsewhere = ({ personId, day, start, end }: TakenTime): Taken => ({
  personId,
  starts: wallText(day, start),
  ends: wallText(day, end),
});
