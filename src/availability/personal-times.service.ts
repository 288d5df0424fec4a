import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { CalendarDate, Weekday } from '../kernel/calendar-date';
import type { PersonId } from '../kernel/identifiers';
import type { TimeOfDay } from '../kernel/time-of-day';
import type { Person } from '../people/domain/person';
import { People } from '../people/people.service';
import { Dice } from '../platform/dice';
import { BusySpan, BusySpanId, wallText, WeeklyHours } from './domain/personal-hours';
import { AvailabilityRepository } from './availability.repository';

export interface HoursOnWeekday {
  readonly weekday: Weekday;
  readonly opens: TimeOfDay;
  readonly closes: TimeOfDay;
}

export interface BusyOnDay {
  readonly day: CalendarDate;
  readonly from: TimeOfDay;
  readonly until: TimeOfDay;
}

export interface PersonalTimes {
  readonly person: Person;
  readonly hours: readonly WeeklyHours[];
  readonly busy: readonly BusySpan[];
}

/** What the coordinator notes of a person's weekly hours and busy times. */
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
    await this.audit.record(viewer, { action: 'hours.read', about: personId, subjects: [] });
    return { person, hours, busy };
  }

  /** No hours at all means that nobody has asked yet: then any time the group wants is tried. */
  async setHours(viewer: Viewer, personId: PersonId, hours: readonly HoursOnWeekday[]): Promise<void> {
    const { id, organisationId } = await this.people.get(viewer, personId);
    const rows = hours.map(
      ({ weekday, opens, closes }) =>
        new WeeklyHours({ id: this.dice.id(), organisationId, personId: id, weekday, opens, closes }),
    );
    await this.times.replaceHours({ organisationId, personId }, rows);
    await this.audit.record(viewer, { action: 'hours.changed', about: personId, subjects: [] });
  }

  async addBusy(viewer: Viewer, personId: PersonId, { day, from, until }: BusyOnDay): Promise<void> {
    const { organisationId } = await this.people.get(viewer, personId);
    const [starts, ends] = [wallText(day, from), wallText(day, until)];
    await this.times.addBusy(new BusySpan({ id: this.dice.id(), organisationId, personId, starts, ends }));
    await this.audit.record(viewer, { action: 'hours.changed', about: personId, subjects: [] });
  }

  async removeBusy(viewer: Viewer, personId: PersonId, id: BusySpanId): Promise<void> {
    const { organisationId } = await this.people.get(viewer, personId);
    await this.times.removeBusy({ organisationId, personId }, id);
    await this.audit.record(viewer, { action: 'hours.changed', about: personId, subjects: [] });
  }
}
