import type { CalendarDate } from '../kernel/calendar-date';
import { dayInWords, hoursInWords, type Language, shortDayInWords, weekdayInWords } from '../kernel/in-words';
import type { Say } from '../platform/web/words';
import { wholeDaysOf } from './domain/busy-times';
import { type BusySpan, wallTimeOf } from './domain/personal-hours';
import type { RecurringBusy } from './domain/recurring-busy';

interface Speaking {
  readonly say: Say;
  readonly language: Language;
}

/** "tisdag 12 januari 2027 9.00–10.00" · "Borta 1 juli 2027 – 14 juli 2027" */
export function busyInWords(span: BusySpan, { say, language }: Speaking): string {
  const days = wholeDaysOf(span);
  if (days !== null) return say('availability.absence.words', daysIn(days.from, days.until, language));
  const [from, until] = [wallTimeOf(span.starts), wallTimeOf(span.ends)];
  const minutes = until.time.minutes - from.time.minutes;
  return `${dayInWords(from.day, language)} ${hoursInWords({ day: from.day, start: from.time, minutes }, language)}`;
}

/** "Varje vecka på måndag och onsdag 9.00–10.00, från 12 januari 2027 till 4 juni 2027" */
export function recurringInWords(time: RecurringBusy, { say, language }: Speaking): string {
  const { weekdays, starts, ends, firstDay, lastDay } = time;
  const names = weekdays.map((weekday) => weekdayInWords({ weekday }, language));
  const minutes = ends.minutes - starts.minutes;
  return say(`availability.recurring.words.${String(time.everyWeeks)}`, {
    ...daysIn(firstDay, lastDay, language),
    days: new Intl.ListFormat(language).format(names),
    hours: hoursInWords({ day: firstDay, start: starts, minutes }, language),
  });
}

const daysIn = (from: CalendarDate, until: CalendarDate, language: Language) => ({
  from: dayAndYear(from, language),
  until: dayAndYear(until, language),
});

const dayAndYear = (day: CalendarDate, language: Language): string =>
  `${shortDayInWords(day, language)} ${String(day.year)}`;
