/** One part of a calendar that speaks of time, with only those of its lines that do. */
export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
}

type BlockKind = 'VEVENT' | 'VFREEBUSY' | 'VTIMEZONE';

const blockKinds: readonly BlockKind[] = ['VEVENT', 'VFREEBUSY', 'VTIMEZONE'];

// Titles, places, people and notes are let go of here, before anything looks at what a line says.
const linesOfTime = new Set([
  ...['BEGIN', 'END', 'UID', 'DTSTART', 'DTEND', 'DURATION', 'RRULE', 'RDATE', 'EXDATE', 'RECURRENCE-ID'],
  ...['STATUS', 'TRANSP', 'X-MICROSOFT-CDO-BUSYSTATUS', 'FREEBUSY'],
  ...['TZID', 'TZOFFSETFROM', 'TZOFFSETTO'],
]);

/** The parts of a calendar's text that speak of time, in their order. */
export function* busyBlocks(text: string): Generator<Block> {
  const path: string[] = [];
  let lines: string[] = [];
  for (const line of unfolded(text)) {
    const name = /^[A-Z-]+(?=[:;])/i.exec(line)?.[0].toUpperCase() ?? '';
    if (name === 'BEGIN') path.push(line.slice(6).trim().toUpperCase());
    if (linesOfTime.has(name) && isWithinBlock(path)) lines.push(line);
    if (name !== 'END') continue;
    const kind = blockKinds.find((one) => one === path.at(-1));
    if (kind !== undefined && path.length === 2) {
      yield { kind, text: lines.join('\r\n') };
      lines = [];
    }
    path.pop();
  }
}

/** What begins as a calendar and is not cut off. */
export const isCalendar = (text: string): boolean => /^BEGIN:VCALENDAR\s[^]*\sEND:VCALENDAR$/i.test(text);

// RFC 5545 §3.1: a line that begins with a space goes on from the one before.
const unfolded = (text: string): readonly string[] => text.replace(/\r?\n[ \t]/g, '').split(/\r\n?|\n/);

/** A zone's summer and winter stand within it; what stands within an event, such as an alarm, has times of its own. */
function isWithinBlock([calendar, block, inner, ...deeper]: readonly string[]): boolean {
  if (calendar !== 'VCALENDAR' || deeper.length > 0) return false;
  return inner === undefined ? blockKinds.some((kind) => kind === block) : block === 'VTIMEZONE';
}
