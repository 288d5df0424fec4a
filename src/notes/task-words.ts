import type { CalendarDate } from '../kernel/calendar-date';
import { dayInWords, type Language, listInWords, shortDayInWords } from '../kernel/in-words';
import type { Say } from '../platform/web/words';
import type { Task } from '../progress/domain/task';
import type { Names } from './notes-reading.service';

interface Words {
  readonly say: Say;
  readonly language: Language;
  readonly names: Names;
}

/** "Olle går på bio – Eva tillsammans med Per, senast måndag 3 maj 2027." */
export function taskSentence({ what, who, withWhom, by }: Task, { say, language, names }: Words): string {
  const nameOf = (id: Task['who']): string => names.get(id) ?? say('notes.unseen');
  const others = listInWords(withWhom.map(nameOf), language);
  const values = { what: what.replace(/[.!]+$/, ''), who: nameOf(who), others, day: dayInWords(by, language) };
  return withWhom.length === 0 ? say('notes.task.alone', values) : say('notes.task.together', values);
}

/** A task as a list shows it: what, who, by when, and whether that day has passed. */
export function taskFacts(task: Task, { today, ...words }: Words & { readonly today: CalendarDate }) {
  const { say, language, names } = words;
  const doers = task.doers.map((id) => names.get(id) ?? say('notes.unseen'));
  return {
    what: task.what,
    who: listInWords(doers, language),
    by: say('notes.task.by', { day: shortDayInWords(task.by, language) }),
    overdue: task.isOverdue(today) ? { text: say('notes.task.overdue'), shape: 'warning' } : null,
  };
}
