import { EntitySchema } from 'typeorm';
import { calendarDate, id, text, timeOfDay, whole, yesNo } from '../../platform/database/columns';
import { Meeting } from '../domain/meeting';
import { deputySchema } from './deputies.schemas';
import { ToldMeeting } from '../domain/told-meeting';

const words = (name: string, length: number) => ({ name, type: 'varchar', length }) as const;

export const meetingSchema = new EntitySchema<Meeting>({
  name: 'Meeting',
  tableName: 'meeting',
  target: Meeting,
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    groupId: id('group_id'),
    number: whole('number'),
    target: calendarDate('target'),
    day: calendarDate('day'),
    start: timeOfDay('start'),
    minutes: whole('minutes'),
    lengthReason: text('length_reason'),
    zone: words('zone', 60),
    form: words('form', 10),
    place: text('place'),
    placeIsPublic: yesNo('place_is_public'),
    thingId: id('thing_id', { nullable: true }),
    state: words('state', 20),
    revision: whole('revision'),
    sequence: whole('sequence'),
    since: whole('since', { default: 1 }),
    why: text('why'),
  },
  indices: [
    { name: 'meeting_group', columns: ['groupId', 'number'], unique: true },
    { name: 'meeting_day', columns: ['organisationId', 'day'] },
    { name: 'meeting_thing', columns: ['thingId', 'day'] },
  ],
});

export const toldMeetingSchema = new EntitySchema<ToldMeeting>({
  name: 'ToldMeeting',
  tableName: 'meeting_told',
  target: ToldMeeting,
  columns: {
    id: id('meeting_id', { primary: true }),
    revision: whole('revision', { primary: true }),
    organisationId: id('organisation_id'),
    groupId: id('group_id'),
    number: whole('number'),
    day: calendarDate('day'),
    start: timeOfDay('start'),
    minutes: whole('minutes'),
    zone: words('zone', 60),
    form: words('form', 10),
    place: text('place'),
    placeIsPublic: yesNo('place_is_public'),
    sequence: whole('sequence'),
    since: whole('since'),
  },
});

export const meetingsSchemas: EntitySchema[] = [meetingSchema, toldMeetingSchema, deputySchema];
