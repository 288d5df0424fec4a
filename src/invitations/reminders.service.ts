import { Injectable } from '@nestjs/common';
import type { GroupId, PersonId } from '../kernel/identifiers';
import { Dice } from '../platform/dice';
import type { ReminderDays } from './domain/due-calls';
import type { LinkPlace } from './domain/personal-link';
import { ReminderChoice, wantedDays } from './domain/reminder-choice';
import { OwnChoicesRepository } from './own-choices.repository';

/** Keeps which reminders people want, and tells it. */
@Injectable()
export class Reminders {
  constructor(
    private readonly choices: OwnChoicesRepository,
    private readonly dice: Dice,
  ) {}

  async wantedIn(groupId: GroupId): Promise<(personId: PersonId) => readonly ReminderDays[]> {
    const all = await this.choices.remindersIn(groupId);
    const chosen = new Map(all.map((choice) => [choice.personId, choice]));
    return (personId) => wantedDays(chosen.get(personId) ?? null);
  }

  async wantedBy({ groupId, personId }: LinkPlace): Promise<readonly ReminderDays[]> {
    return (await this.wantedIn(groupId))(personId);
  }

  async choose({ organisationId, groupId, personId }: LinkPlace, days: readonly ReminderDays[]): Promise<void> {
    const before = (await this.choices.remindersIn(groupId)).find((choice) => choice.personId === personId);
    const id = before?.id ?? this.dice.id<'reminder choice'>();
    const wanted = { week: days.includes(7), day: days.includes(1) };
    await this.choices.saveReminders(new ReminderChoice({ id, organisationId, groupId, personId, ...wanted }));
  }
}
