import { DomainError } from '../kernel/domain-error';
import { Form, ticks } from '../platform/web/form';
import type { ReminderDays } from './domain/due-calls';

/** What the boxes are called on the page, by the days before a meeting. */
export const reminderNames = { 7: 'week', 1: 'day' } as const satisfies Record<ReminderDays, string>;

/** The only box of its kind on the page. */
export const promisedName = 'promised';

export const remindersForm = new Form({ reminders: ticks(daysNamed), promised: ticks(promised) });

function daysNamed(typed: string): ReminderDays {
  if (typed === reminderNames[7]) return 7;
  if (typed === reminderNames[1]) return 1;
  throw new DomainError('fieldNotChosen', { field: 'reminders' });
}

function promised(typed: string): typeof promisedName {
  if (typed !== promisedName) throw new DomainError('fieldNotChosen', { field: 'promised' });
  return promisedName;
}
