import type { CalendarDate } from '../../kernel/calendar-date';
import type { PersonId } from '../../kernel/identifiers';
import type { Point } from '../../sociogram/domain/map-geometry';
import { element, inColour, number, text } from '../../sociogram/domain/svg-text';
import { type Axis, outwards } from './axis';
import type { Measure } from './measure';
import { type Measuring, measuresOn } from './measuring';

/** What the line of one axis says, in the reader's language. */
export interface LineWords {
  /** Names the picture for those who do not see it; the table beside it says the rest. */
  readonly title: string;
  readonly day: (day: CalendarDate) => string;
}

const [left, right, top, bottom] = [54, 456, 34, 178];
const size = 17;

// One after another for those who have rated: told apart by pattern and sign.
const patterns = ['', '8 6', '2 6', '12 4 2 4'];

/** How one axis has gone: a line for each who rated, only between values that follow each other. */
export function lineOverTime(axis: Axis, measurings: readonly Measuring[], words: LineWords): string {
  const given = measurings.map((one) => measuresOn(axis, one));
  const days = measurings.flatMap(({ measures }) => measures.map(({ day }) => day)).sort(byDay);
  const place = placing(axis, days);
  const series = ratersIn(given).map((raterId, index) => drawn(seriesOf(raterId, given), place, index));
  const frame = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'over-time',
    viewBox: '0 0 480 216',
    role: 'img',
    'aria-label': words.title,
    'font-family': "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
  };
  return element('svg', frame, [ground(axis), ...series, ends(days, words)].join(''));
}

/** Those who have rated the axis, in the order they first did. */
export const ratersIn = (given: readonly (readonly Measure[])[]): readonly PersonId[] => [
  ...new Set(given.flat().map(({ raterId }) => raterId)),
];

/** One person's value in each measuring; null where there is none. */
const seriesOf = (raterId: PersonId, given: readonly (readonly Measure[])[]): readonly (Measure | null)[] =>
  given.map((measures) => measures.find((one) => one.raterId === raterId) ?? null);

function placing(axis: Axis, days: readonly CalendarDate[]): (measure: Measure) => Point {
  const [first, last] = [days[0], days.at(-1)];
  const whole = first && last ? first.daysUntil(last) : 0;
  return ({ day, value }) => ({
    x: whole === 0 || !first ? (left + right) / 2 : left + 18 + ((right - left - 36) * first.daysUntil(day)) / whole,
    y: bottom - ((bottom - top) * outwards(axis, value)) / 100,
  });
}

/** The scale's two ends; better is always upwards. */
function ground({ min, max, better }: Axis): string {
  const [best, worst] = better === 'higher' ? [max, min] : [min, max];
  const line = (y: number): string =>
    element(
      'path',
      { d: `M${number(left)} ${number(y)}L${number(right)} ${number(y)}`, stroke: '#cfc7b8', 'stroke-width': 1.5 },
      '',
    );
  const end = (value: number, y: number): string =>
    element(
      'text',
      { x: left - 10, y: y + 6, fill: inColour.quiet, 'font-size': size, 'text-anchor': 'end' },
      String(value),
    );
  return line(top) + line((top + bottom) / 2) + line(bottom) + end(best, top) + end(worst, bottom);
}

function ends(days: readonly CalendarDate[], { day }: LineWords): string {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return '';
  const said = (x: number, anchor: string, which: CalendarDate): string =>
    element('text', { x, y: 208, fill: inColour.quiet, 'font-size': size, 'text-anchor': anchor }, text(day(which)));
  if (first.equals(last)) return said((left + right) / 2, 'middle', first);
  return said(left, 'start', first) + said(right, 'end', last);
}

function drawn(series: readonly (Measure | null)[], place: (measure: Measure) => Point, index: number): string {
  const lines = series.flatMap((one, number_) => {
    const next = series[number_ + 1] ?? null;
    return one && next ? [between(place(one), place(next), index)] : [];
  });
  const marks = series.flatMap((one) => (one ? [sign(place(one), index), worth(one, place(one), index)] : []));
  return [...lines, ...marks].join('');
}

function between(from: Point, to: Point, index: number): string {
  const d = `M${number(from.x)} ${number(from.y)}L${number(to.x)} ${number(to.y)}`;
  const look = { fill: 'none', stroke: index % 2 === 0 ? inColour.pine : inColour.clay, 'stroke-width': 3 };
  const pattern = patterns[index % patterns.length] ?? '';
  return element(
    'path',
    { class: 'over-time__line', d, ...look, ...(pattern === '' ? {} : { 'stroke-dasharray': pattern }) },
    '',
  );
}

/** Above a round sign, beside a square one, so that two who rated alike do not cover each other's numbers. */
function worth({ value }: Measure, { x, y }: Point, index: number): string {
  const stands =
    index % 2 === 0 ? { x, y: y - 13, 'text-anchor': 'middle' } : { x: x + 12, y: y + 6, 'text-anchor': 'start' };
  return element('text', { ...stands, fill: inColour.ink, 'font-size': size, 'font-weight': 600 }, String(value));
}

/** Round for the first who rated, square for the second, and so on by turns. */
function sign({ x, y }: Point, index: number): string {
  const same = { class: 'over-time__mark', stroke: '#ffffff', 'stroke-width': 2 };
  if (index % 2 === 0) return element('circle', { ...same, cx: x, cy: y, r: 7, fill: inColour.pine }, '');
  return element('rect', { ...same, x: x - 7, y: y - 7, width: 14, height: 14, fill: inColour.clay }, '');
}

const byDay = (a: CalendarDate, b: CalendarDate): number => a.iso.localeCompare(b.iso);
