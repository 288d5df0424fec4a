import { Info } from 'luxon';
import type { CalendarDate } from './calendar-date';
import type { TimeOfDay } from './time-of-day';

export type Language = 'sv' | 'en';
export const languages: readonly Language[] = ['sv', 'en'];

// Asked of the locale once: a day in words stands several times in every message.
const names = { sv: namesIn('sv-SE'), en: namesIn('en-GB') } as const satisfies Record<Language, unknown>;

function namesIn(locale: string): { readonly weekdays: readonly string[]; readonly months: readonly string[] } {
  return { weekdays: Info.weekdays('long', { locale }), months: Info.months('long', { locale }) };
}

const monthName = ({ month }: CalendarDate, language: Language): string => names[language].months[month - 1] ?? '';

/** "onsdag 14 april 2027" · "Wednesday 14 April 2027" */
export const dayInWords = (day: CalendarDate, language: Language): string =>
  `${weekdayInWords(day, language)} ${dayWithYear(day, language)}`;

/** "14 april" · "14 April" */
export const shortDayInWords = (day: CalendarDate, language: Language): string =>
  `${String(day.day)} ${monthName(day, language)}`;

/** "14 april 2027" · "14 April 2027" */
export const dayWithYear = (day: CalendarDate, language: Language): string =>
  `${shortDayInWords(day, language)} ${String(day.year)}`;

/** "onsdag" · "Wednesday" */
export const weekdayInWords = ({ weekday }: Pick<CalendarDate, 'weekday'>, language: Language): string =>
  names[language].weekdays[weekday - 1] ?? '';

/** "april 2027" */
export const monthInWords = (day: CalendarDate, language: Language): string =>
  `${monthName(day, language)} ${String(day.year)}`;

/** "13.00" · "13:00" */
export const timeInWords = (time: TimeOfDay, language: Language): string =>
  language === 'sv' ? time.toString().replace(':', '.') : time.toString();

export interface Span {
  readonly day: CalendarDate;
  readonly start: TimeOfDay;
  readonly minutes: number;
}

/** "13.00–14.30" */
export const hoursInWords = ({ start, minutes }: Span, language: Language): string =>
  `${timeInWords(start, language)}–${timeInWords(start.plusMinutes(minutes), language)}`;

/** "onsdag 14 april 2027 klockan 13.00–14.30, vecka 15" */
export const spanInWords = (span: Span, language: Language): string =>
  language === 'sv'
    ? `${dayInWords(span.day, 'sv')} klockan ${hoursInWords(span, 'sv')}, vecka ${String(span.day.week)}`
    : `${dayInWords(span.day, 'en')}, ${hoursInWords(span, 'en')}, week ${String(span.day.week)}`;

const lists = { sv: new Intl.ListFormat('sv-SE'), en: new Intl.ListFormat('en-GB') } as const;

/** "Eva", "Eva och Per", "Eva, Per och Kim" */
export const listInWords = (parts: readonly string[], language: Language): string => lists[language].format(parts);

const collators = { sv: new Intl.Collator('sv'), en: new Intl.Collator('en') } as const;

/** Names in the language's order: å, ä and ö come last in Swedish. */
export const byName =
  (language: Language) =>
  (a: string, b: string): number =>
    collators[language].compare(a, b);
