import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { PersonId } from '../kernel/identifiers';
import type { Person } from '../people/domain/person';
import { People } from '../people/people.service';
import { TravelTime, travelMinutesOf } from './domain/travel-time';
import { TravelRepository } from './travel.repository';

/** What the coordinator notes of a person's way to meetings at home. */
@Injectable()
export class TravelNotes {
  constructor(
    private readonly travel: TravelRepository,
    private readonly people: People,
    private readonly audit: AuditLog,
  ) {}

  async of(viewer: Viewer, id: PersonId): Promise<{ readonly person: Person; readonly minutes: number }> {
    const person = await this.people.get(viewer, id);
    const minutes = travelMinutesOf(id, await this.travel.of(viewer.organisationId, [id]));
    await this.audit.record(viewer, { action: 'hours.read', about: id, subjects: [] });
    return { person, minutes };
  }

  async set(viewer: Viewer, id: PersonId, minutes: number): Promise<void> {
    const { organisationId } = await this.people.get(viewer, id);
    await this.travel.save(new TravelTime(id, organisationId, minutes));
    await this.audit.record(viewer, { action: 'hours.changed', about: id, subjects: [] });
  }
}
