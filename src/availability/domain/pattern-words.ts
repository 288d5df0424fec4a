import type { CalendarDate } from '../../kernel/calendar-date';
import { type Language, shortDayInWords, timeInWords, weekdayInWords } from '../../kernel/in-words';
import type { HoursOfPerson } from './personal-hours';

const week = { sv: 'vecka', en: 'week' } as const satisfies Record<Language, string>;

/** "vecka 28, 12–18 juli", of the week that begins with this Monday */
export function weekInWords(monday: CalendarDate, language: Language): string {
  const sunday = monday.plusDays(6);
  const first = monday.month === sunday.month ? String(monday.day) : shortDayInWords(monday, language);
  return `${week[language]} ${String(monday.week)}, ${first}–${shortDayInWords(sunday, language)}`;
}

/** "måndag 08.00–16.00" */
export const hoursOnDayInWords = ({ weekday, opens, closes }: HoursOfPerson, language: Language): string =>
  `${weekdayInWords({ weekday }, language)} ${timeInWords(opens, language)}–${timeInWords(closes, language)}`;
