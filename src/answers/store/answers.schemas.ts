import { EntitySchema } from 'typeorm';
import { id, instant, text, whole } from '../../platform/database/columns';
import { Act } from '../domain/act';
import { Wish } from '../domain/wish';

const words = (name: string, length: number) => ({ name, type: 'varchar', length }) as const;

export const actSchema = new EntitySchema<Act>({
  name: 'Act',
  tableName: 'answer_act',
  target: Act,
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    groupId: id('group_id'),
    meetingId: id('meeting_id'),
    personId: id('person_id'),
    revision: whole('revision'),
    choice: words('choice', 10),
    way: words('way', 10),
    actedAt: instant('acted_at'),
    recordedAt: instant('recorded_at'),
    arrival: whole('arrival'),
    by: id('by_user_id', { nullable: true }),
    comment: text('comment'),
    source: words('source', 200),
  },
  indices: [
    { name: 'answer_act_source', columns: ['source'], unique: true },
    { name: 'answer_act_place', columns: ['groupId', 'personId', 'meetingId'] },
  ],
});

export const wishSchema = new EntitySchema<Wish>({
  name: 'Wish',
  tableName: 'wish',
  target: Wish,
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    groupId: id('group_id'),
    meetingId: id('meeting_id'),
    personId: id('person_id'),
    kind: words('kind', 10),
    text: text('text'),
    proposedStart: instant('proposed_start', { nullable: true }),
    proposedMinutes: whole('proposed_minutes', { nullable: true }),
    way: words('way', 10),
    at: instant('at'),
    seenAt: instant('seen_at', { nullable: true }),
  },
  indices: [{ name: 'wish_place', columns: ['groupId', 'personId', 'meetingId'] }],
});

export const answersSchemas: EntitySchema[] = [actSchema, wishSchema];
