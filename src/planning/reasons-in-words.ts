import { CalendarDate } from '../kernel/calendar-date';
import { Language, weekdayInWords, shortDayInWords } from '../kernel/in-words';
import type { Say, Values } from '../platform/web/words';
import type { Reason } from './domain/plan';

/** Who reads the reasons, and what the people in them are called. */
export interface Reader {
  readonly say: Say;
  readonly language: Language;
  readonly nameOf: (personId: string) => string;
}

/** Says each reason as a sentence; ids become names, ISO days become words. */
export const reasonsInWords = (reasons: readonly Reason[], reader: Reader): string[] =>
  reasons.map((reason) => reader.say(`plan.${reason.rule}`, valuesOf(reason, reader)));

function valuesOf({ values, people = [], name }: Reason, { language, nameOf }: Reader): Values {
  const said = Object.entries(values).map(([key, value]) => [key, wordsFor(value, language)] as const);
  return {
    ...Object.fromEntries(said),
    people: listed(people.map(nameOf), language),
    name: name?.[language] ?? '',
  };
}

function wordsFor(value: string | number, language: Language): string | number {
  if (typeof value === 'number' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  const day = CalendarDate.of(value);
  return `${weekdayInWords(day, language)} ${shortDayInWords(day, language)}`;
}

/** "Anna, Bo och Cia" */
export const listed = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(language).format(names);
