import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { MeetingId, OrganisationId, PersonId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import { DeputiesRepository } from '../deputies.repository';
import type { Deputy } from '../domain/deputy';
import { deputySchema } from './deputies.schemas';

@Injectable()
export class TypeormDeputiesRepository extends DeputiesRepository {
  constructor(private readonly database: Database) {
    super();
  }

  ofMeetings(organisationId: OrganisationId, ids: readonly MeetingId[]): Promise<readonly Deputy[]> {
    return this.database.repository(deputySchema).findBy({ organisationId, meetingId: In([...ids]) });
  }

  ofPeople(organisationId: OrganisationId, people: readonly PersonId[]): Promise<readonly Deputy[]> {
    return this.database.repository(deputySchema).findBy({ organisationId, personId: In([...people]) });
  }

  async put(deputy: Deputy): Promise<void> {
    await this.remove(deputy.organisationId, deputy.meetingId, deputy.forPersonId);
    await this.database.repository(deputySchema).insert(deputy);
  }

  async remove(organisationId: OrganisationId, meetingId: MeetingId, forPersonId: PersonId): Promise<void> {
    await this.database.repository(deputySchema).delete({ organisationId, meetingId, forPersonId });
  }
}
