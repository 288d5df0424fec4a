import { EntitySchema } from 'typeorm';
import { calendarDate, id } from '../../platform/database/columns';
import { Deputy } from '../domain/deputy';

export const deputySchema = new EntitySchema<Deputy>({
  name: 'Deputy',
  tableName: 'meeting_deputy',
  target: Deputy,
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    meetingId: id('meeting_id'),
    forPersonId: id('for_person_id'),
    personId: id('person_id'),
    approvedOn: calendarDate('approved_on'),
    approvedHow: { name: 'approved_how', type: 'varchar', length: 20 },
  },
  indices: [
    { name: 'meeting_deputy_place', columns: ['meetingId', 'forPersonId'], unique: true },
    { name: 'meeting_deputy_person', columns: ['personId'] },
  ],
});
