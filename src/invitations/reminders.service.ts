import { Injectable } from '@nestjs/common';
import type { GroupId, PersonId } from '../kernel/identifiers';
import { Dice } from '../platform/dice';
import type { LinkPlace } from './domain/personal-link';
import { ReminderChoice, wantedReminders, type WantedReminders } from './domain/reminder-choice';
import { type GroupPlace, OwnChoicesRepository } from './own-choices.repository';

/** Keeps which reminders people want, and tells it. */
@Injectable()
export class Reminders {
  constructor(
    private readonly choices: OwnChoicesRepository,
    private readonly dice: Dice,
  ) {}

  async wantedIn(groupId: GroupId): Promise<(personId: PersonId) => WantedReminders> {
    const all = await this.choices.remindersIn(groupId);
    const chosen = new Map(all.map((choice) => [choice.personId, choice]));
    return (personId) => wantedReminders(chosen.get(personId) ?? null);
  }

  async wantedBy({ groupId, personId }: LinkPlace): Promise<WantedReminders> {
    return (await this.wantedIn(groupId))(personId);
  }

  /** The groups in which somebody wants to be reminded of what they have promised to do. */
  groupsWithTasks(): Promise<readonly GroupPlace[]> {
    return this.choices.groupsWithTasks();
  }

  async choose({ organisationId, groupId, personId }: LinkPlace, { days, tasks }: WantedReminders): Promise<void> {
    const before = (await this.choices.remindersIn(groupId)).find((choice) => choice.personId === personId);
    const id = before?.id ?? this.dice.id<'reminder choice'>();
    const wanted = { week: days.includes(7), day: days.includes(1), tasks };
    await this.choices.saveReminders(new ReminderChoice({ id, organisationId, groupId, personId, ...wanted }));
  }
}
