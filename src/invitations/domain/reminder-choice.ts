import type { GroupId, Id, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { ReminderDays } from './due-calls';

interface ReminderChoiceParts {
  readonly id: Id<'reminder choice'>;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly personId: PersonId;
  readonly week: boolean;
  readonly day: boolean;
  readonly tasks: boolean | null;
}

/** Which reminders somebody has chosen; whoever has not chosen gets both of a meeting, and none of a task. */
export class ReminderChoice {
  readonly id: Id<'reminder choice'>;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly personId: PersonId;
  readonly week: boolean;
  readonly day: boolean;
  /** Of what they have promised to do; null for a choice from before that was asked. */
  readonly tasks: boolean | null;

  constructor(given: ReminderChoiceParts) {
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.groupId = given.groupId;
    this.personId = given.personId;
    this.week = given.week;
    this.day = given.day;
    this.tasks = given.tasks;
  }
}

/** What somebody wants to be reminded of. */
export interface WantedReminders {
  /** In days before a meeting. */
  readonly days: readonly ReminderDays[];
  /** Of what they have promised to do. */
  readonly tasks: boolean;
}

export const wantedReminders = (choice: Pick<ReminderChoice, 'week' | 'day' | 'tasks'> | null): WantedReminders => ({
  days: [...(choice?.week === false ? [] : ([7] as const)), ...(choice?.day === false ? [] : ([1] as const))],
  tasks: choice?.tasks === true,
});
