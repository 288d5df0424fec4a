import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, MoreThan } from 'typeorm';
import type { OrganisationId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import { CalendarRepository, type WhoseCalendar } from '../calendar.repository';
import type { BusyTime } from '../domain/busy-times';
import type { CalendarOfPerson } from '../domain/calendar-of-person';
import type { Taken } from '../domain/personal-hours';
import type { DaySpan } from '../domain/recurring-busy';
import { calendarOfPersonSchema, calendarTimeSchema } from './calendar.schemas';

const sealed = new SealedTable<CalendarOfPerson>('calendar_of_person', ['address']);

// Rows in one statement: an engine counts the values in it.
const atOnce = 1000;

@Injectable()
export class TypeormCalendarRepository extends CalendarRepository {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {
    super();
  }

  async of(organisationId: OrganisationId, personId: PersonId): Promise<readonly CalendarOfPerson[]> {
    const rows = await this.calendars.find({ where: { organisationId, personId }, order: { source: 'DESC' } });
    return rows.map((row) => sealed.open(row, this.seal));
  }

  async put(calendar: CalendarOfPerson, times: readonly BusyTime[]): Promise<void> {
    // Whoever puts another one at the same time waits here, so that the times of two never mix.
    await this.calendars.upsert(sealed.close(calendar, this.seal), ['personId', 'source']);
    await this.replaceTimes(calendar, times);
  }

  async keep(calendar: CalendarOfPerson, times: readonly BusyTime[]): Promise<void> {
    if (await this.noted(calendar)) await this.replaceTimes(calendar, times);
  }

  async note(calendar: CalendarOfPerson): Promise<void> {
    await this.noted(calendar);
  }

  async remove({ organisationId, personId, source }: WhoseCalendar): Promise<void> {
    await this.calendars.delete({ organisationId, personId, source });
    await this.times.delete({ organisationId, personId, source });
  }

  async takenIn(
    organisationId: OrganisationId,
    people: readonly PersonId[],
    { from, until }: DaySpan,
  ): Promise<readonly Taken[]> {
    const within = { starts: LessThan(until.plusDays(1).iso), ends: MoreThan(from.iso) };
    const where = { organisationId, personId: In([...people]), ...within };
    const rows = await this.times.find({ where, order: { personId: 'ASC', starts: 'ASC' } });
    return rows.map(({ personId, starts, ends }) => ({ personId, starts, ends }));
  }

  async due(since: Instant): Promise<readonly CalendarOfPerson[]> {
    const waiting = [{ triedAt: IsNull() }, { triedAt: LessThan(since) }];
    const where = waiting.map((tried) => ({ source: 'address' as const, ...tried }));
    const rows = await this.calendars.find({ where, order: { triedAt: 'ASC', id: 'ASC' } });
    return rows.map((row) => sealed.open(row, this.seal));
  }

  async claim({ id, triedAt }: CalendarOfPerson, at: Instant): Promise<boolean> {
    const claimed = await this.calendars.update({ id, triedAt: triedAt ?? IsNull() }, { triedAt: at });
    return claimed.affected === 1;
  }

  private async noted({ id, outcome, kept, leftOut, triedAt, readAt }: CalendarOfPerson): Promise<boolean> {
    const noted = await this.calendars.update({ id }, { outcome, kept, leftOut, triedAt, readAt });
    return noted.affected === 1;
  }

  private async replaceTimes(whose: WhoseCalendar, times: readonly BusyTime[]): Promise<void> {
    const { organisationId, personId, source } = whose;
    await this.times.delete({ organisationId, personId, source });
    const rows = times.map(({ starts, ends }) => ({ organisationId, personId, source, starts, ends }));
    for (let first = 0; first < rows.length; first += atOnce)
      await this.times.insert(rows.slice(first, first + atOnce));
  }

  private get calendars() {
    return this.database.repository(calendarOfPersonSchema);
  }

  private get times() {
    return this.database.repository(calendarTimeSchema);
  }
}
