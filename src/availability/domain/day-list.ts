import { CalendarDate } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import { optionalLine } from '../../kernel/line';
import { OwnDays, type OwnDayKind, type OwnDaysParts } from './own-days';

/** The organisation's own days must stay few enough to be looked up for every plan. */
export const mostOwnDays = 500;

export interface FaultyLine {
  /** The first line is 1. */
  readonly number: number;
  readonly fault: DomainError;
}

export type DayListReading =
  | { readonly kind: 'read'; readonly days: readonly OwnDays[] }
  | { readonly kind: 'faulty'; readonly lines: readonly FaultyLine[] };

export type NewDays = () => Pick<OwnDaysParts, 'id' | 'organisationId'>;

/**
 * Reads `2027-05-07;Studiedag;stängt`, or `2027-02-22;2027-02-26;Sportlov;lov` for several days in a row, one to a
 * line; semicolons, tabs or commas between. One faulty line is enough for none of them to be read.
 */
export function readDayList(text: string, newDays: NewDays): DayListReading {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .map((line, at) => ({ line, number: at + 1 }))
    .filter(({ line }) => line.trim() !== '');
  if (lines.length === 0) throw new DomainError('fieldMissing', { field: 'dayList' });
  if (lines.length > mostOwnDays) throw new DomainError('tooManyOwnDays', { field: 'dayList', max: mostOwnDays });
  const readings = lines.map(({ line, number }) => ({ number, reading: readLine(line, newDays) }));
  const faulty = readings.flatMap(({ number, reading: fault }) =>
    fault instanceof DomainError ? [{ number, fault }] : [],
  );
  if (faulty.length > 0) return { kind: 'faulty', lines: faulty };
  return { kind: 'read', days: readings.flatMap(({ reading }) => (reading instanceof OwnDays ? [reading] : [])) };
}

function readLine(line: string, newDays: NewDays): OwnDays | DomainError {
  try {
    return new OwnDays({ ...newDays(), ...partsOf(line) });
  } catch (fault) {
    if (fault instanceof DomainError) return fault;
    throw fault;
  }
}

function partsOf(line: string): Pick<OwnDaysParts, 'from' | 'until' | 'name' | 'kind'> {
  const cells = cellsOf(line);
  if (cells.length < 3 || cells.length > 4) throw new DomainError('dayLineParts');
  const [from = '', until = ''] = cells.length === 3 ? [cells[0], cells[0]] : cells;
  const [name = '', kind = ''] = cells.slice(-2);
  return { from: CalendarDate.of(from), until: CalendarDate.of(until), name, kind: kindOf(kind) };
}

// What cannot be understood is repeated on the page, so it is short and hides nothing.
const cellRule = { field: 'dayList', max: 100 };

function cellsOf(line: string): readonly string[] {
  const separator = [';', '\t', ','].find((mark) => line.includes(mark)) ?? ';';
  return line.split(separator).map((cell) => optionalLine(cell.trim().replace(/^"(.*)"$/, '$1'), cellRule));
}

const kinds: ReadonlyMap<string, OwnDayKind> = new Map([
  ['stängt', 'closed'],
  ['closed', 'closed'],
  ['lugnt', 'quiet'],
  ['quiet', 'quiet'],
  ['lov', 'schoolBreak'],
  ['break', 'schoolBreak'],
]);

function kindOf(typed: string): OwnDayKind {
  const kind = kinds.get(typed.toLowerCase());
  if (!kind) throw new DomainError('dayLineKind', { given: typed });
  return kind;
}
