import type { GroupId, Id, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { ReminderDays } from './due-calls';

interface ReminderChoiceParts {
  readonly id: Id<'reminder choice'>;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly personId: PersonId;
  readonly week: boolean;
  readonly day: boolean;
}

/** Which reminders somebody has chosen; whoever has not chosen gets both. */
export class ReminderChoice {
  readonly id: Id<'reminder choice'>;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly personId: PersonId;
  readonly week: boolean;
  readonly day: boolean;

  constructor(given: ReminderChoiceParts) {
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.groupId = given.groupId;
    this.personId = given.personId;
    this.week = given.week;
    this.day = given.day;
  }
}

/** In days before the meeting. */
export const wantedDays = (choice: Pick<ReminderChoice, 'week' | 'day'> | null): readonly ReminderDays[] => [
  ...(choice?.week === false ? [] : ([7] as const)),
  ...(choice?.day === false ? [] : ([1] as const)),
];
