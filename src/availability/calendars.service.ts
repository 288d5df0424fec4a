import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { PersonId } from '../kernel/identifiers';
import type { Person } from '../people/domain/person';
import { People } from '../people/people.service';
import { Stamp } from '../people/stamp.service';
import { CalendarRepository } from './calendar.repository';
import type { CalendarAddress } from './domain/calendar-address';
import { CalendarOfPerson, type CalendarSource } from './domain/calendar-of-person';
import type { ReadCalendar } from './domain/calendar-reading';

export interface CalendarsKnown {
  readonly person: Person;
  readonly calendars: readonly CalendarOfPerson[];
}

/** Where the coordinator lets a person's busy times be read from. */
@Injectable()
export class Calendars {
  constructor(
    private readonly calendars: CalendarRepository,
    private readonly people: People,
    private readonly stamp: Stamp,
    private readonly audit: AuditLog,
  ) {}

  async of(viewer: Viewer, personId: PersonId): Promise<CalendarsKnown> {
    const person = await this.people.get(viewer, personId);
    const calendars = await this.calendars.of(viewer.organisationId, personId);
    await this.audit.record(viewer, { action: 'calendars.read', about: personId, subjects: [] });
    return { person, calendars };
  }

  async takeFile(viewer: Viewer, personId: PersonId, read: ReadCalendar): Promise<void> {
    const calendar = await this.begun(viewer, personId, { source: 'file', address: null });
    await this.calendars.put(calendar.read(this.stamp.now(), read), read.busy);
    await this.changed(viewer, personId);
  }

  /** Nothing is read from it yet, and what was read from another address is gone. */
  async setAddress(viewer: Viewer, personId: PersonId, address: CalendarAddress): Promise<CalendarOfPerson> {
    const calendar = await this.begun(viewer, personId, { source: 'address', address: address.toString() });
    await this.calendars.put(calendar, []);
    await this.changed(viewer, personId);
    return calendar;
  }

  async remove(viewer: Viewer, personId: PersonId, source: CalendarSource): Promise<void> {
    const { organisationId } = await this.people.get(viewer, personId);
    await this.calendars.remove({ organisationId, personId, source });
    await this.changed(viewer, personId);
  }

  private async begun(
    viewer: Viewer,
    personId: PersonId,
    from: Pick<CalendarOfPerson, 'source' | 'address'>,
  ): Promise<CalendarOfPerson> {
    const { organisationId } = await this.people.get(viewer, personId);
    const nothingYet = { outcome: 'waiting', kept: 0, leftOut: 0, triedAt: null, readAt: null } as const;
    return new CalendarOfPerson({ id: this.stamp.id(), organisationId, personId, ...from, ...nothingYet });
  }

  private changed(viewer: Viewer, personId: PersonId): Promise<void> {
    return this.audit.record(viewer, { action: 'calendars.changed', about: personId, subjects: [] });
  }
}
