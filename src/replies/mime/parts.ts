import type { Attachment } from 'postal-mime';
import type { ReadCalendar } from '../domain/read-mail';
import { readCalendar } from '../ical/read-calendar';

export type Part = Pick<Attachment, 'mimeType' | 'method' | 'filename' | 'content'>;

export const textOf = ({ content }: Pick<Part, 'content'>): string =>
  typeof content === 'string' ? content : new TextDecoder('utf-8').decode(content);

const answering = ['REPLY', 'COUNTER', 'REFRESH'];

/**
 * The calendar a mail speaks with: the part that calls itself an answer, then one that is an answer, then any. A part
 * whose two methods differ (RFC 6047 §2.4) says nothing that can be relied on.
 */
export function calendarAmong(parts: readonly Part[]): ReadCalendar | null {
  const read = parts.filter(isCalendar).flatMap(readPart);
  const bySaying = read.find(({ named, calendar }) => answering.includes(named) && answering.includes(calendar.method));
  const best = bySaying ?? read.find(({ calendar }) => answering.includes(calendar.method)) ?? read[0];
  return best?.calendar ?? null;
}

const isCalendar = ({ mimeType, filename }: Part): boolean =>
  mimeType === 'text/calendar' || mimeType === 'application/ics' || /\.ics$/i.test(filename ?? '');

function readPart(part: Part) {
  const calendar = readCalendar(textOf(part));
  if (!calendar) return [];
  const named = part.method ?? '';
  return [{ named, calendar: { ...calendar, method: oneMethod(named, calendar.method) } }];
}

const oneMethod = (named: string, written: string): string => {
  if (named === '' || written === '') return named || written;
  return named === written ? written : 'DIFFERING';
};
