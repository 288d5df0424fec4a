import { EntitySchema } from 'typeorm';
import { id, instant, yesNo } from '../../platform/database/columns';
import { CalendarFeed } from '../domain/calendar-feed';
import { ReminderChoice } from '../domain/reminder-choice';

const whose = { organisationId: id('organisation_id'), groupId: id('group_id'), personId: id('person_id') };

export const reminderChoiceSchema = new EntitySchema<ReminderChoice>({
  name: 'ReminderChoice',
  tableName: 'reminder_choice',
  target: ReminderChoice,
  columns: {
    id: id('id', { primary: true }),
    ...whose,
    week: yesNo('week'),
    day: yesNo('day'),
    tasks: yesNo('tasks', { nullable: true }),
  },
  indices: [{ name: 'reminder_choice_person', columns: ['groupId', 'personId'], unique: true }],
});

export const calendarFeedSchema = new EntitySchema<CalendarFeed>({
  name: 'CalendarFeed',
  tableName: 'calendar_feed',
  target: CalendarFeed,
  columns: {
    id: id('id', { primary: true }),
    ...whose,
    hash: { name: 'hash', type: 'varchar', length: 64 },
    madeAt: instant('made_at'),
  },
  indices: [
    { name: 'calendar_feed_hash', columns: ['hash'], unique: true },
    { name: 'calendar_feed_person', columns: ['groupId', 'personId'], unique: true },
  ],
});

export const ownChoicesSchemas: EntitySchema[] = [reminderChoiceSchema, calendarFeedSchema];
