import { DateTime } from 'luxon';
import type IcalJs from 'ical.js' with { 'resolution-mode': 'import' };

// Names that Windows gives to the hours of Sweden and its neighbours, for calendars that declare no VTIMEZONE.
const windowsZones: Readonly<Record<string, string>> = {
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'FLE Standard Time': 'Europe/Helsinki',
  'GMT Standard Time': 'Europe/London',
  UTC: 'UTC',
};

const dayInMinutes = 24 * 60;

/** The moment a property tells, as ISO text in UTC; null when it tells a day only, or in a zone that nobody knows. */
export function momentIn(event: IcalJs.Component, name: string): string | null {
  const property = event.getFirstProperty(name);
  const time: unknown = property?.getFirstValue();
  if (!property || !isTime(time) || time.isDate) return null;
  const zone = time.zone.tzid;
  if (zone !== 'floating' && zone !== 'UTC') return iso(DateTime.fromSeconds(time.toUnixTime(), { zone: 'utc' }));
  const { year, month, day, hour, minute, second } = time;
  const named = zone === 'UTC' ? 'utc' : zoneNamed(property.getFirstParameter('tzid'));
  if (named === null) return null;
  return iso(DateTime.fromObject({ year, month, day, hour, minute, second }, { zone: named }));
}

/** Whole minutes from start to end; null when the event does not tell, or tells more than a day. */
export function minutesBetween(event: IcalJs.Component, start: string | null): number | null {
  const end = momentIn(event, 'dtend');
  if (start === null || end === null) return null;
  const minutes = Math.round(DateTime.fromISO(end).diff(DateTime.fromISO(start), 'minutes').minutes);
  return minutes > 0 && minutes <= dayInMinutes ? minutes : null;
}

const isTime = (value: unknown): value is IcalJs.Time =>
  typeof value === 'object' && value !== null && 'icalclass' in value && value.icalclass === 'icaltime';

function zoneNamed(name: unknown): string | null {
  if (typeof name !== 'string') return null;
  return Object.hasOwn(windowsZones, name) ? (windowsZones[name] ?? null) : name;
}

// A year of another age is a fault of the calendar, and not when somebody answered or wants to meet.
const iso = (moment: DateTime): string | null =>
  moment.isValid && moment.year >= 1970 && moment.year < 2200 ? moment.toUTC().toISO() : null;
