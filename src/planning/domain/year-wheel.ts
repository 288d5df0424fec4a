import { CalendarDate } from '../../kernel/calendar-date';
import { Language, monthInWords, shortDayInWords } from '../../kernel/in-words';
import type { SwedishCalendar, WeighingWhy } from '../../availability/domain/swedish-calendar';

export type WheelMark = 'proposed' | 'booked' | 'called' | 'held' | 'cancelled';

export interface WheelMeeting {
  readonly number: number;
  readonly day: CalendarDate;
  readonly mark: WheelMark;
}

export interface Wheel {
  /** Any day of the month that is drawn at the top. */
  readonly from: CalendarDate;
  readonly meetings: readonly WheelMeeting[];
  readonly calendar: SwedishCalendar;
  readonly language: Language;
  readonly words: WheelWords;
}

/** Finished sentences for the picture's title, its middle and its legend. */
interface WheelWords {
  readonly title: string;
  readonly description: string;
  readonly middle: readonly [string, string];
  readonly closed: string;
  readonly quiet: string;
  readonly gap: string;
  readonly marks: Readonly<Record<WheelMark, string>>;
}

const size = 640;
const middle = size / 2;
const legendLine = 44;
const radius = { label: 282, outer: 258, meeting: 222, inner: 186, gap: 158, core: 92 } as const;
const colour = {
  ink: '#1f2b2a',
  quietInk: '#4d5b59',
  pine: '#17554f',
  paper: '#ffffff',
  band: '#eef3f0',
  bandOther: '#e3ebe6',
  quiet: '#cdd5d1',
  closed: '#8b9793',
  accent: '#a8480f',
} as const;

/** Draws the year as a wheel: its months, closed days, meetings, and the growing arcs between them. */
export function drawYearWheel(wheel: Wheel): string {
  const year = new WheelYear(wheel.from);
  const shown = wheel.meetings.filter(({ day }) => year.holds(day));
  const entries = legendEntries(wheel.words, new Set(shown.map((meeting) => meeting.mark)));
  const height = size + Math.ceil(entries.length / 2) * legendLine;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${height}" role="img" aria-labelledby="wheel-title wheel-about" class="year-wheel" font-family="'Source Sans 3', system-ui, sans-serif">`,
    `<title id="wheel-title">${escaped(wheel.words.title)}</title><desc id="wheel-about">${escaped(wheel.words.description)}</desc>`,
    ...year.months.flatMap((month, place) => monthSector(year, month, place, wheel.language)),
    ...quietArcs(year, wheel.calendar),
    ...closedArcs(year, wheel.calendar),
    ...gaps(year, shown),
    ...shown.map((meeting) => mark(year, meeting, wheel.language)),
    ...core(wheel.words.middle),
    ...entries.map(legendEntry),
    '</svg>',
  ].join('\n');
}

/** Twelve whole months and where their days lie on the wheel, in degrees clockwise from the top. */
class WheelYear {
  readonly first: CalendarDate;
  readonly days: number;
  readonly months: readonly CalendarDate[];

  constructor(from: CalendarDate) {
    this.first = CalendarDate.of(`${from.iso.slice(0, 8)}01`);
    this.days = this.first.daysUntil(this.first.plusMonths(12));
    this.months = Array.from({ length: 12 }, (_, offset) => this.first.plusMonths(offset));
  }

  holds(day: CalendarDate): boolean {
    const offset = this.first.daysUntil(day);
    return offset >= 0 && offset < this.days;
  }

  // The first month's middle is at the very top.
  angle(day: CalendarDate, part = 0): number {
    const half = (this.first.daysUntil(this.first.plusMonths(1)) / 2 / this.days) * 360;
    return ((this.first.daysUntil(day) + part) / this.days) * 360 - half;
  }

  get everyDay(): readonly CalendarDate[] {
    return Array.from({ length: this.days }, (_, offset) => this.first.plusDays(offset));
  }
}

function monthSector(year: WheelYear, month: CalendarDate, place: number, language: Language): string[] {
  const next = month.plusMonths(1);
  const [from, until] = [year.angle(month), year.angle(next)];
  const name = monthInWords(month, language).slice(0, 3);
  const at = pointAt((from + until) / 2, radius.label);
  return [
    `<path d="${band(from, until, radius.inner, radius.outer)}" fill="${place % 2 === 0 ? colour.band : colour.bandOther}" stroke="${colour.paper}" stroke-width="2"/>`,
    text(name, at, { size: 20, colour: place === 0 ? colour.pine : colour.quietInk, weight: place === 0 ? 700 : 400 }),
  ];
}

const quietArcs = (year: WheelYear, calendar: SwedishCalendar): string[] =>
  runsOf(year.everyDay, (day) => isQuiet(day, calendar) || !calendar.isOpen(day))
    .filter((run) => run.some((day) => isQuiet(day, calendar)))
    .map((run) => dayArc(year, run, { from: radius.inner, until: radius.inner + 12, fill: colour.quiet }));

const closedArcs = (year: WheelYear, calendar: SwedishCalendar): string[] =>
  runsOf(year.everyDay, (day) => {
    const kind = calendar.kindOf(day);
    return kind.kind === 'closed' && kind.why !== 'weekend';
  }).map((run) => dayArc(year, run, { from: radius.outer - 12, until: radius.outer, fill: colour.closed }));

const isQuiet = (day: CalendarDate, calendar: SwedishCalendar): boolean =>
  calendar.weighings(day).some(({ why }) => quietWhys.has(why));

const quietWhys: ReadonlySet<WeighingWhy> = new Set(['quietWeek', 'quietDay', 'schoolBreak']);

interface Ring {
  readonly from: number;
  readonly until: number;
  readonly fill: string;
}

function dayArc(year: WheelYear, run: readonly CalendarDate[], ring: Ring): string {
  const [first, last] = [run[0] ?? year.first, run[run.length - 1] ?? year.first];
  return `<path d="${band(year.angle(first), year.angle(last, 1), ring.from, ring.until)}" fill="${ring.fill}"/>`;
}

function gaps(year: WheelYear, meetings: readonly WheelMeeting[]): string[] {
  return meetings.slice(1).map((meeting, index) => {
    const before = meetings[index] ?? meeting;
    const [from, until] = [year.angle(before.day, 0.5) + 3, year.angle(meeting.day, 0.5) - 3];
    return `<path d="${arc(from, Math.max(until, from + 1), radius.gap)}" fill="none" stroke="${colour.pine}" stroke-width="5" stroke-linecap="round" opacity="0.75"/>`;
  });
}

function mark(year: WheelYear, { number, day, mark: kind }: WheelMeeting, language: Language): string {
  const angle = year.angle(day, 0.5);
  const at = pointAt(angle, radius.meeting);
  const words = `${String(number)}: ${shortDayInWords(day, language)}`;
  return `<g>${shape(kind, at)}${text(String(number), at, { size: 19, colour: kind === 'proposed' ? colour.pine : colour.paper, weight: 700 })}<title>${escaped(words)}</title></g>`;
}

/** Every status has a shape of its own, so that colour is never what tells them apart. */
function shape(kind: WheelMark, { x, y }: Point): string {
  const stroke = `stroke="${colour.pine}" stroke-width="3"`;
  const at = { x: round(x), y: round(y) };
  switch (kind) {
    case 'proposed':
      return `<circle cx="${at.x}" cy="${at.y}" r="17" fill="${colour.paper}" ${stroke} stroke-dasharray="5 4"/>`;
    case 'booked':
      return `<circle cx="${at.x}" cy="${at.y}" r="17" fill="${colour.pine}" stroke="${colour.paper}" stroke-width="2"/>`;
    case 'called':
      return `<rect x="${round(x - 16)}" y="${round(y - 16)}" width="32" height="32" rx="6" fill="${colour.pine}" stroke="${colour.paper}" stroke-width="2"/>`;
    case 'held':
      return `<circle cx="${at.x}" cy="${at.y}" r="17" fill="${colour.quietInk}" ${stroke}/>`;
    case 'cancelled':
      return `<path d="M${round(x)} ${round(y - 20)}L${round(x + 20)} ${at.y}L${at.x} ${round(y + 20)}L${round(x - 20)} ${at.y}Z" fill="${colour.accent}"/>`;
  }
}

const core = ([above, below]: readonly [string, string]): string[] => [
  `<circle cx="${middle}" cy="${middle}" r="${radius.core}" fill="${colour.band}"/>`,
  text(above, { x: middle, y: middle - 16 }, { size: 34, colour: colour.pine, weight: 700 }),
  text(below, { x: middle, y: middle + 22 }, { size: 20, colour: colour.quietInk, weight: 400 }),
];

interface LegendEntry {
  readonly sign: (at: Point) => string;
  readonly words: string;
}

function legendEntries(words: WheelWords, kinds: ReadonlySet<WheelMark>): readonly LegendEntry[] {
  const order: readonly WheelMark[] = ['proposed', 'booked', 'called', 'held', 'cancelled'];
  const marks = order.filter((kind) => kinds.has(kind));
  return [
    ...marks.map((kind) => ({ sign: (at: Point) => shape(kind, at), words: words.marks[kind] })),
    { sign: dash, words: words.gap },
    { sign: swatch(colour.closed), words: words.closed },
    { sign: swatch(colour.quiet), words: words.quiet },
  ];
}

const dash = ({ x, y }: Point): string =>
  `<path d="M${round(x - 14)} ${round(y)}h28" stroke="${colour.pine}" stroke-width="5" stroke-linecap="round"/>`;

const swatch =
  (fill: string) =>
  ({ x, y }: Point): string =>
    `<rect x="${round(x - 14)}" y="${round(y - 6)}" width="28" height="12" fill="${fill}"/>`;

function legendEntry({ sign, words }: LegendEntry, place: number): string {
  const spot = { x: 40 + (place % 2) * 320, y: size + 6 + Math.floor(place / 2) * legendLine };
  const look = { size: 19, colour: colour.ink, weight: 400, anchor: 'start' } as const;
  return `<g>${sign(spot)}${text(words, { x: spot.x + 30, y: spot.y }, look)}</g>`;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface TextLook {
  readonly size: number;
  readonly colour: string;
  readonly weight: number;
  readonly anchor?: 'start' | 'middle';
}

const text = (words: string, { x, y }: Point, look: TextLook): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${look.size}" fill="${look.colour}" font-weight="${look.weight}" text-anchor="${look.anchor ?? 'middle'}" dominant-baseline="central">${escaped(words)}</text>`;

function pointAt(degrees: number, distance: number): Point {
  const radians = ((degrees - 90) * Math.PI) / 180;
  return { x: middle + distance * Math.cos(radians), y: middle + distance * Math.sin(radians) };
}

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

function arc(from: number, until: number, distance: number): string {
  const large = until - from > 180 ? 1 : 0;
  return `M${at(pointAt(from, distance))}A${distance} ${distance} 0 ${large} 1 ${at(pointAt(until, distance))}`;
}

function band(from: number, until: number, inner: number, outer: number): string {
  const large = until - from > 180 ? 1 : 0;
  const back = `L${at(pointAt(until, inner))}A${inner} ${inner} 0 ${large} 0 ${at(pointAt(from, inner))}Z`;
  return `${arc(from, until, outer)}${back}`;
}

// Two decimals are finer than any screen, and keep the picture the same on every machine.
const round = (value: number): string => String(Math.round(value * 100) / 100);

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function runsOf(days: readonly CalendarDate[], belongs: (day: CalendarDate) => boolean): CalendarDate[][] {
  const runs: CalendarDate[][] = [];
  let isOpen = false;
  for (const day of days) {
    const isIn = belongs(day);
    if (isIn && isOpen) runs[runs.length - 1]?.push(day);
    else if (isIn) runs.push([day]);
    isOpen = isIn;
  }
  return runs;
}
