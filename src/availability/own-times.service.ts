import { Injectable } from '@nestjs/common';
import type { OrganisationId, PersonId } from '../kernel/identifiers';
import { AvailabilityRepository } from './availability.repository';
import { CalendarRepository } from './calendar.repository';
import { hoursThatHold } from './domain/pattern';
import type { BusySpan, HoursOfPerson, Taken } from './domain/personal-hours';
import type { DaySpan } from './domain/recurring-busy';
import { Patterns } from './patterns.service';

export interface OwnTime {
  readonly hours: readonly HoursOfPerson[];
  readonly taken: readonly Taken[];
}

/** What is known of people's own time: noted, read from their calendars, or said by themselves. */
@Injectable()
export class OwnTimes {
  constructor(
    private readonly times: AvailabilityRepository,
    private readonly calendars: CalendarRepository,
    private readonly patterns: Patterns,
  ) {}

  async of(organisationId: OrganisationId, people: readonly PersonId[], period: DaySpan): Promise<OwnTime> {
    const patterns = await this.patterns.of(organisationId, people);
    const hours = await this.times.hoursOf(organisationId, people);
    const busy = await this.times.busyOf(organisationId, people);
    const recurring = await this.times.recurringOf(organisationId, people);
    const again = [...recurring, ...patterns].flatMap((time) => time.takenIn(period));
    const fromCalendars = await this.calendars.takenIn(organisationId, people, period);
    return { hours: hoursThatHold(hours, patterns), taken: [...busy.map(takenBy), ...again, ...fromCalendars] };
  }
}

const takenBy = ({ personId, starts, ends }: BusySpan): Taken => ({ personId, starts, ends });
