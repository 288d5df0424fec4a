import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { GroupId, MeetingId, OrganisationId, PersonId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import type { Invitation } from '../domain/invitation';
import { InvitationRepository } from '../invitation.repository';
import { invitationSchema } from './invitations.schemas';

@Injectable()
export class TypeormInvitationRepository extends InvitationRepository {
  constructor(private readonly database: Database) {
    super();
  }

  ofGroup(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Invitation[]> {
    return this.database.repository(invitationSchema).findBy({ organisationId, groupId });
  }

  find(organisationId: OrganisationId, meetingId: MeetingId, personId: PersonId): Promise<Invitation | null> {
    return this.database.repository(invitationSchema).findOneBy({ organisationId, meetingId, personId });
  }

  async taken(uids: readonly string[]): Promise<readonly string[]> {
    const rows = await this.database.repository(invitationSchema).findBy({ uid: In([...uids]) });
    return rows.map(({ uid }) => uid);
  }

  async add(invitations: readonly Invitation[]): Promise<void> {
    await this.database.repository(invitationSchema).insert([...invitations]);
  }
}
