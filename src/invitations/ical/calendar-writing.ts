import type { Instant } from '../../kernel/instant';
import { plainLine, plainLines, unquoted } from '../domain/plain-text';

/** What every calendar entry of ours says. */
export interface WrittenEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly stamp: Instant;
  readonly start: Instant;
  readonly end: Instant;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
}

export const oneLine = (text: string): string => plainLine(unquoted(text));

/** A whole calendar as text (RFC 5545), line by line in the order and spelling that all calendars we tried can read. */
export const calendarText = (inside: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Kretsen//Kretsen//SV', 'CALSCALE:GREGORIAN', ...inside, 'END:VCALENDAR']
    .map((line) => `${folded(line)}\r\n`)
    .join('');

/**
 * The lines of one event; `between` stands where people and status belong. Times are in UTC, so that no
 * receiver needs our time zone and the bytes are the same wherever the server stands.
 */
export function eventLines(event: WrittenEvent, between: readonly string[]): readonly string[] {
  const location = oneLine(event.location);
  return [
    'BEGIN:VEVENT',
    `UID:${oneLine(event.uid)}`,
    `SEQUENCE:${String(event.sequence)}`,
    `DTSTAMP:${utc(event.stamp)}`,
    `DTSTART:${utc(event.start)}`,
    `DTEND:${utc(event.end)}`,
    `SUMMARY:${escaped(oneLine(event.summary))}`,
    'TRANSP:OPAQUE',
    ...(location === '' ? [] : [`LOCATION:${escaped(location)}`]),
    `DESCRIPTION:${escaped(plainLines(unquoted(event.description)))}`,
    ...between,
    'CLASS:PRIVATE',
    'END:VEVENT',
  ];
}

const utc = ({ iso }: Instant): string => iso.replace(/[-:]|\.\d+/g, '');

// RFC 5545 §3.3.11; the backslash went with the quotes.
export const escaped = (text: string): string => text.replace(/[;,]/g, '\\$&').replaceAll('\n', '\\n');

// RFC 5545 §3.1: 75 octets a line, the space that a folded line begins with among them, and never inside a letter.
const lineOctets = 74;

function folded(line: string): string {
  if (Buffer.byteLength(line) <= lineOctets) return line;
  let text = '';
  let octets = 0;
  for (const letter of line) {
    const more = octetsOf(letter);
    const isFull = octets + more > lineOctets;
    text += isFull ? `\r\n ${letter}` : letter;
    octets = isFull ? more : octets + more;
  }
  return text;
}

const octetsOf = (letter: string): number => (letter < '\u0080' ? 1 : Buffer.byteLength(letter));
