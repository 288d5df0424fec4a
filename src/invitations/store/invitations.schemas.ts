import { EntitySchema } from 'typeorm';
import { id } from '../../platform/database/columns';
import { Invitation } from '../domain/invitation';

const words = (name: string, length: number) => ({ name, type: 'varchar', length }) as const;

export const invitationSchema = new EntitySchema<Invitation>({
  name: 'Invitation',
  tableName: 'invitation',
  target: Invitation,
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    groupId: id('group_id'),
    meetingId: id('meeting_id'),
    personId: id('person_id'),
    uid: words('uid', 100),
    replyHash: words('reply_hash', 64),
  },
  indices: [
    { name: 'invitation_person', columns: ['meetingId', 'personId'], unique: true },
    { name: 'invitation_uid', columns: ['uid'], unique: true },
    { name: 'invitation_reply', columns: ['replyHash'], unique: true },
  ],
});

export const invitationsSchemas: EntitySchema[] = [invitationSchema];
