import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { CalendarDate } from '../kernel/calendar-date';
import type { PersonId } from '../kernel/identifiers';
import type { TimeOfDay } from '../kernel/time-of-day';
import type { Person } from '../people/domain/person';
import { People } from '../people/people.service';
import { Dice } from '../platform/dice';
import { BusySpan, BusySpanId, wallText, type WeeklyHours } from './domain/personal-hours';
import { absence, type BusyTime } from './domain/busy-times';
import { type DaySpan, RecurringBusy, type RecurringBusyId, type RecurringBusyParts } from './domain/recurring-busy';
import { AvailabilityRepository } from './availability.repository';

export interface BusyOnDay {
  readonly day: CalendarDate;
  readonly from: TimeOfDay;
  readonly until: TimeOfDay;
}

export interface PersonalTimes {
  readonly person: Person;
  readonly hours: readonly WeeklyHours[];
  readonly busy: readonly BusySpan[];
  readonly recurring: readonly RecurringBusy[];
}

export type BusyAgain = Omit<RecurringBusyParts, 'id' | 'organisationId' | 'personId'>;

/** What the coordinator notes of a person's busy times, beside the weekly hours. */
@Injectable()
export class PersonalTimesNotes {
  constructor(
    private readonly times: AvailabilityRepository,
    private readonly people: People,
    private readonly dice: Dice,
    private readonly audit: AuditLog,
  ) {}

  async of(viewer: Viewer, personId: PersonId): Promise<PersonalTimes> {
    const person = await this.people.get(viewer, personId);
    const hours = await this.times.hoursOf(viewer.organisationId, [personId]);
    const busy = await this.times.busyOf(viewer.organisationId, [personId]);
    const recurring = await this.times.recurringOf(viewer.organisationId, [personId]);
    await this.audit.record(viewer, { action: 'hours.read', about: personId, subjects: [] });
    return { person, hours, busy, recurring };
  }

  addBusy(viewer: Viewer, personId: PersonId, { day, from, until }: BusyOnDay): Promise<void> {
    return this.addTime(viewer, personId, { starts: wallText(day, from), ends: wallText(day, until) });
  }

  async addAbsence(viewer: Viewer, personId: PersonId, { from, until }: DaySpan): Promise<void> {
    await this.addTime(viewer, personId, absence(from, until));
  }

  async removeBusy(viewer: Viewer, personId: PersonId, id: BusySpanId): Promise<void> {
    const { organisationId } = await this.people.get(viewer, personId);
    await this.times.removeBusy({ organisationId, personId }, id);
    await this.changed(viewer, personId);
  }

  async addRecurring(viewer: Viewer, personId: PersonId, again: BusyAgain): Promise<void> {
    const { organisationId } = await this.people.get(viewer, personId);
    await this.times.addRecurring(new RecurringBusy({ id: this.dice.id(), organisationId, personId, ...again }));
    await this.changed(viewer, personId);
  }

  async removeRecurring(viewer: Viewer, personId: PersonId, id: RecurringBusyId): Promise<void> {
    const { organisationId } = await this.people.get(viewer, personId);
    await this.times.removeRecurring({ organisationId, personId }, id);
    await this.changed(viewer, personId);
  }

  private async addTime(viewer: Viewer, personId: PersonId, time: BusyTime): Promise<void> {
    const { organisationId } = await this.people.get(viewer, personId);
    await this.times.addBusy(new BusySpan({ id: this.dice.id(), organisationId, personId, ...time }));
    await this.changed(viewer, personId);
  }

  private changed(viewer: Viewer, personId: PersonId): Promise<void> {
    return this.audit.record(viewer, { action: 'hours.changed', about: personId, subjects: [] });
  }
}
