import { DateTime } from 'luxon';
import { CalendarDate } from './calendar-date';
import { TimeOfDay } from './time-of-day';

export type Language = 'sv' | 'en';
export const languages: readonly Language[] = ['sv', 'en'];

const locale = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Language, string>;

const formatted = (day: CalendarDate, format: string, language: Language): string =>
  DateTime.fromISO(day.iso, { zone: 'utc', locale: locale[language] }).toFormat(format);

/** "onsdag 14 april 2027" · "Wednesday 14 April 2027" */
export const dayInWords = (day: CalendarDate, language: Language): string =>
  formatted(day, 'cccc d MMMM yyyy', language);

/** "14 april" · "14 April" */
export const shortDayInWords = (day: CalendarDate, language: Language): string => formatted(day, 'd MMMM', language);

/** "onsdag" · "Wednesday" */
export const weekdayInWords = (day: CalendarDate, language: Language): string => formatted(day, 'cccc', language);

/** "april 2027" */
export const monthInWords = (day: CalendarDate, language: Language): string => formatted(day, 'LLLL yyyy', language);

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

const collators = { sv: new Intl.Collator('sv'), en: new Intl.Collator('en') } as const;

/** Names in the language's order: å, ä and ö come last in Swedish. */
export const byName =
  (language: Language) =>
  (a: string, b: string): number =>
    collators[language].compare(a, b);
