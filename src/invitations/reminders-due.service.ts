import { Injectable } from '@nestjs/common';
import type { PersonId } from '../kernel/identifiers';
import { TimeOfDay } from '../kernel/time-of-day';
import { Settings } from '../platform/config/settings';
import { Tasks } from '../progress/tasks.service';
import type { CallLine } from './domain/call-list';
import { type DueTerms, dueCalls } from './domain/due-calls';
import type { Gathering } from './domain/gathering';
import { taskRemindersDue } from './domain/task-reminders';
import type { GroupPlace } from './own-choices.repository';
import { Reminders } from './reminders.service';

// Nobody's phone should buzz at night.
const from = TimeOfDay.of('08:00');

/** What is due today in a group, as its people want to be reminded. */
@Injectable()
export class RemindersDue {
  constructor(
    private readonly reminders: Reminders,
    private readonly tasks: Tasks,
    private readonly settings: Settings,
  ) {}

  /** The groups in which somebody wants to be reminded of what they have promised to do. */
  groupsWithTasks(): Promise<readonly GroupPlace[]> {
    return this.reminders.groupsWithTasks();
  }

  async calls(gathering: Gathering, daysAhead: number): Promise<readonly CallLine[]> {
    const choices = await this.reminders.wantedIn(gathering.parts.group.id);
    const wanted: DueTerms['wanted'] = (personId: PersonId) => choices(personId).days;
    return dueCalls(gathering, { daysAhead, wanted, from });
  }

  async taskReminders(gathering: Gathering): Promise<readonly CallLine[]> {
    const { organisationId, id } = gathering.parts.group;
    const choices = await this.reminders.wantedIn(id);
    const isWanted = (personId: PersonId): boolean => choices(personId).tasks;
    const tasks = await this.tasks.openOf(organisationId, id);
    return taskRemindersDue(gathering, { tasks, isWanted, zone: this.settings.zone, from });
  }
}
