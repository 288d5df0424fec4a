import { CalendarDate } from '../../kernel/calendar-date';
import { type Language, monthInWords } from '../../kernel/in-words';

export type StripMark = 'proposed' | 'booked' | 'called';

interface StripMeeting {
  readonly day: CalendarDate;
  readonly mark: StripMark;
}

export interface Strip {
  /** The first day of each. */
  readonly months: readonly CalendarDate[];
  readonly meetings: readonly StripMeeting[];
  readonly language: Language;
  /** What the strip is called to those who do not see it. */
  readonly title: string;
}

const width = 28;
const height = 44;
const line = 30;
const colour = { ink: '#1f2b2a', pine: '#17554f', paper: '#ffffff', band: '#eef3f0', other: '#dfe8e3' } as const;

/** Twelve months, from the one that the day is in. */
export function twelveMonths(from: CalendarDate): readonly CalendarDate[] {
  const first = CalendarDate.of(`${from.iso.slice(0, 8)}01`);
  return Array.from({ length: 12 }, (_, at) => first.plusMonths(at));
}

/** Draws months in a row with a mark for each meeting; what lies outside them is not drawn. */
export function drawYearStrip({ months, meetings, language, title }: Strip): string {
  const marks = meetings.flatMap(({ day, mark }) => {
    const at = months.findIndex(({ iso }) => iso.slice(0, 7) === day.iso.slice(0, 7));
    return at < 0 ? [] : [markAt(at * width + 4 + ((day.day - 1) / 30) * (width - 8), mark)];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(Math.max(months.length, 1) * width)} ${String(height)}" role="img" aria-label="${escaped(title)}" class="year-strip" font-family="'Source Sans 3', system-ui, sans-serif">`,
    ...months.map((month, at) => monthBox(month, at, language)),
    ...marks,
    '</svg>',
  ].join('');
}

function monthBox(month: CalendarDate, at: number, language: Language): string {
  const letter = monthInWords(month, language).charAt(0).toUpperCase();
  const x = at * width;
  const fill = at % 2 === 0 ? colour.band : colour.other;
  return (
    `<rect x="${String(x)}" y="0" width="${String(width)}" height="${String(height)}" fill="${fill}"/>` +
    `<text x="${String(x + width / 2)}" y="13" font-size="12" text-anchor="middle" fill="${colour.ink}">${letter}</text>`
  );
}

// Told apart by shape, not by colour: an open ring, a filled one, a filled square.
function markAt(x: number, mark: StripMark): string {
  const at = String(Math.round(x * 10) / 10);
  if (mark === 'called')
    return `<rect x="${String(Math.round((x - 5) * 10) / 10)}" y="${String(line - 5)}" width="10" height="10" fill="${colour.pine}"/>`;
  const fill = mark === 'booked' ? colour.pine : colour.paper;
  return `<circle cx="${at}" cy="${String(line)}" r="5" fill="${fill}" stroke="${colour.pine}" stroke-width="2"/>`;
}

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
