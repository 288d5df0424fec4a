import { DomainError } from '../../kernel/domain-error';

/** ISO weeks in which much of Sweden is away; a long year's week 53 lies between 52 and 1. */
export const defaultQuietWeeks: readonly number[] = [28, 29, 30, 31, 52, 53, 1];

const weeksInYear = 53;

/** Reads "28–31, 52–1": single weeks and spans, which may go past the end of the year. Empty is no week at all. */
export function readQuietWeeks(typed: string): readonly number[] {
  const parts = typed.split(',').map((part) => part.trim());
  const weeks = parts.filter((part) => part !== '').flatMap(weeksIn);
  return [...new Set(weeks)];
}

function weeksIn(part: string): readonly number[] {
  const match = /^(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?$/.exec(part);
  const [from, until] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
  if (!isWeek(from) || !isWeek(until)) throw new DomainError('weeksUnreadable', { field: 'quietWeeks', given: part });
  const count = (until - from + weeksInYear) % weeksInYear;
  return Array.from({ length: count + 1 }, (_, at) => ((from - 1 + at) % weeksInYear) + 1);
}

const isWeek = (week: number): boolean => week >= 1 && week <= weeksInYear;

/** As they are typed: weeks that follow on each other become a span, also over the new year. */
export function quietWeeksText(weeks: readonly number[]): string {
  const quiet = new Set(weeks);
  const isFirst = (week: number): boolean => !quiet.has(week === 1 ? weeksInYear : week - 1);
  const firsts = [...quiet].sort((a, b) => a - b).filter(isFirst);
  if (quiet.size > 0 && firsts.length === 0) return `1–${String(weeksInYear)}`;
  return firsts.map((first) => spanText(first, quiet)).join(', ');
}

function spanText(first: number, quiet: ReadonlySet<number>): string {
  let last = first;
  while (quiet.has((last % weeksInYear) + 1)) last = (last % weeksInYear) + 1;
  return last === first ? String(first) : `${String(first)}–${String(last)}`;
}
