import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { CalendarFetching } from './calendar-fetching.service';
import { CalendarRepository } from './calendar.repository';
import type { CalendarOfPerson } from './domain/calendar-of-person';

// Six hours: calendars of people who work change a few times a day.
const minutesBetween = 6 * 60;

/** Looks at calendars by their addresses. Nobody's transaction waits while another machine answers. */
@Injectable()
export class CalendarVisits {
  constructor(
    private readonly calendars: CalendarRepository,
    private readonly fetching: CalendarFetching,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async visitDue(stopping?: AbortSignal): Promise<void> {
    const since = this.clock.now().plusMinutes(-minutesBetween);
    const due = await this.database.transaction(() => this.calendars.due(since));
    for (const calendar of due) {
      if (stopping?.aborted === true) return;
      if (await this.claimed(calendar)) await this.visit(calendar);
    }
  }

  async visit(calendar: CalendarOfPerson): Promise<void> {
    if (calendar.address === null) return;
    const found = await this.fetching.look(calendar.address);
    const now = this.clock.now();
    await this.database.transaction(() =>
      found.kind === 'read'
        ? this.calendars.keep(calendar.read(now, found), found.busy)
        : this.calendars.note(calendar.failed(now, found.why)),
    );
  }

  private claimed(calendar: CalendarOfPerson): Promise<boolean> {
    return this.database.transaction(() => this.calendars.claim(calendar, this.clock.now()));
  }
}
