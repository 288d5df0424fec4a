import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import { Jobs } from '../platform/jobs/jobs.service';
import { CalendarVisits } from './calendar-visits.service';

const lookEvery = 10 * 60_000;

/** Lets the program look at calendars by itself. Only a program that serves starts it, and only where it is allowed. */
@Injectable()
export class CalendarsJob {
  constructor(
    private readonly jobs: Jobs,
    private readonly visits: CalendarVisits,
    private readonly settings: Settings,
  ) {}

  start(): void {
    if (!this.settings.calendarAddresses) return;
    this.jobs.every(lookEvery, 'calendars', (stopping) => this.visits.visitDue(stopping));
  }
}
