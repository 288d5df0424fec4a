import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { Weekday } from '../kernel/calendar-date';
import type { PersonId } from '../kernel/identifiers';
import type { TimeOfDay } from '../kernel/time-of-day';
import { People } from '../people/people.service';
import { Dice } from '../platform/dice';
import { AvailabilityRepository } from './availability.repository';
import type { Pattern } from './domain/pattern';
import { WeeklyHours } from './domain/personal-hours';
import { Patterns } from './patterns.service';

export interface HoursOnWeekday {
  readonly weekday: Weekday;
  readonly opens: TimeOfDay;
  readonly closes: TimeOfDay;
}

/** A person's weekly hours, from the coordinator's hand beside what the person says themselves. */
@Injectable()
export class HoursNotes {
  constructor(
    private readonly times: AvailabilityRepository,
    private readonly people: People,
    private readonly dice: Dice,
    private readonly patterns: Patterns,
  ) {}

  /** Whoever shows it logs that with the rest of the person's hours. */
  async said(viewer: Viewer, personId: PersonId): Promise<Pattern | null> {
    const { organisationId } = await this.people.get(viewer, personId);
    return this.patterns.ofPerson({ organisationId, personId });
  }

  /** No hours at all means what the person has said, or else that nobody has asked: any time the group wants. */
  async setHours(viewer: Viewer, personId: PersonId, hours: readonly HoursOnWeekday[]): Promise<void> {
    const { organisationId } = await this.people.get(viewer, personId);
    const owner = { organisationId, personId };
    const rows = hours.map((one) => new WeeklyHours({ id: this.dice.id(), ...owner, ...one }));
    await this.times.replaceHours(owner, rows);
    await this.patterns.yieldTo(viewer, owner, rows);
  }

  async forgetSaid(viewer: Viewer, personId: PersonId): Promise<void> {
    const { organisationId } = await this.people.get(viewer, personId);
    await this.patterns.remove(viewer, { organisationId, personId });
  }
}
