import type { CalendarDate } from '../../kernel/calendar-date';
import type { PersonId } from '../../kernel/identifiers';
import { type Language, shortDayInWords } from '../../kernel/in-words';
import type { Axis } from './axis';
import type { Measure } from './measure';
import { type Measuring, measuresOn } from './measuring';
import type { Star } from './star';
import { starDrawing } from './star-drawing';
import { lineOverTime, ratersIn } from './star-over-time';
import type { StarWords } from './star-words';

/** For whom the star is told, and in whose words. */
export interface StarReader {
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly language: Language;
  readonly nameOf: (personId: PersonId) => string;
  readonly today: CalendarDate;
}

/** What is shown: the latest measuring, and the earlier one it is laid over, if any. */
interface Shown {
  readonly star: Star;
  readonly now: Measuring | null;
  readonly before: Measuring | null;
}

interface Cell {
  readonly text: string;
}

/** The star as finished strings, the same for staff and for the person: pictures, sentences, table and lines. */
export interface StarView {
  readonly isEmpty: boolean;
  /** Two drawings of the same, for wide and for narrow windows; each is one SVG element. */
  readonly pictures: { readonly named: string; readonly numbered: string };
  /** In the order of the numbers in the narrow drawing. */
  readonly axes: readonly { readonly name: string; readonly sentences: readonly string[] }[];
  readonly table: {
    readonly caption: string;
    readonly head: readonly Cell[];
    readonly rows: readonly { readonly header: string; readonly cells: readonly Cell[] }[];
  };
  readonly lines: readonly {
    readonly name: string;
    readonly direction: string;
    readonly picture: string;
    readonly by: string;
  }[];
}

/** `earlier` is the number of the measuring to lay under the latest; null for the one before it. */
export function starView(star: Star, earlier: number | null, reader: StarReader): StarView {
  const shown = { star, now: star.latest, before: star.earlier(earlier) };
  const words = starWords(shown, reader);
  return {
    isEmpty: shown.now === null,
    pictures: {
      named: starDrawing({ ...shown, axes: star.axes }, words, 'named'),
      numbered: starDrawing({ ...shown, axes: star.axes }, words, 'numbered'),
    },
    axes: star.axes.map((axis) => ({ name: nameOf(axis, reader), sentences: sentencesOf(axis, shown, reader) })),
    table: tableOf(star, reader),
    lines: star.axes.flatMap((axis) => lineOf(axis, star, reader)),
  };
}

const nameOf = ({ words }: Axis, { language }: StarReader): string => words[language].label;

const dayOfStar = (day: CalendarDate, language: Language): string =>
  `${shortDayInWords(day, language)} ${String(day.year)}`;

/** "12 april 2027", or from the first day to the last. */
export function daysOfMeasuring(
  { from, until }: Measuring,
  { say, language }: Pick<StarReader, 'say' | 'language'>,
): string {
  if (from.equals(until)) return dayOfStar(from, language);
  return say('star.days', { from: dayOfStar(from, language), until: dayOfStar(until, language) });
}

function starWords({ star, now, before }: Shown, reader: StarReader): StarWords {
  const { say } = reader;
  return {
    title: say('star.picture.title'),
    description: say('star.picture.description'),
    now: now ? say('star.now', { days: daysOfMeasuring(now, reader) }) : '',
    before: before ? say('star.before', { days: daysOfMeasuring(before, reader) }) : '',
    outwards: say('star.outwards'),
    gap: say('star.gap'),
    reversed: say('star.reversed'),
    label: (axis) => nameOf(axis, reader),
    value: (measure, axis) => briefly(measure, axis, { star, now, before }, reader),
  };
}

/** "6 av 10", with whose it is where several have said, and the word for old. */
function briefly(measure: Measure, axis: Axis, { star, now, before }: Shown, reader: StarReader): string {
  const beside = [now, before].flatMap((one) => (one?.measures.includes(measure) ? measuresOn(axis, one) : []));
  const who = beside.length > 1 ? [reader.nameOf(measure.raterId)] : [];
  const old = star.isOld(measure, reader.today) ? [reader.say('star.old')] : [];
  return [reader.say('star.value', { value: measure.value, max: axis.max }), ...who, ...old].join(', ');
}

/** All that the picture says of one axis; the rater and the day with each value. */
function sentencesOf(axis: Axis, { star, now, before }: Shown, reader: StarReader): readonly string[] {
  const { say } = reader;
  const name = nameOf(axis, reader);
  const told = (shown: Measuring | null, key: string): readonly string[] =>
    (shown ? measuresOn(axis, shown) : []).map((one) => measured(key, one, axis, { star, reader }));
  const latest = told(now, 'star.sentence.measured');
  return [
    ...(latest.length > 0 ? latest : [say(now ? 'star.sentence.missing' : 'star.sentence.never', { axis: name })]),
    ...told(before, 'star.sentence.before'),
    ...(axis.better === 'lower' ? [say('star.sentence.reversed', { axis: name })] : []),
  ];
}

interface Told {
  readonly star: Star;
  readonly reader: StarReader;
}

function measured(key: string, measure: Measure, axis: Axis, { star, reader }: Told): string {
  const { say, language } = reader;
  const sentence = say(key, {
    axis: nameOf(axis, reader),
    value: measure.value,
    max: axis.max,
    day: dayOfStar(measure.day, language),
    rater: reader.nameOf(measure.raterId),
  });
  const old = say('star.sentence.old', { months: star.pattern.oldAfterMonths });
  return star.isOld(measure, reader.today) ? `${sentence} ${old}` : sentence;
}

/** Every value that counts, newest first. */
function tableOf(star: Star, reader: StarReader): StarView['table'] {
  const { say, language } = reader;
  const all = star.measurings.flatMap(({ measures }) => measures).reverse();
  const rows = all.flatMap((one) => {
    const axis = star.axisOf(one);
    if (!axis) return [];
    const old = star.isOld(one, reader.today) ? `${dayOfStar(one.day, language)} (${say('star.old')})` : null;
    const cells = [
      { text: say('star.value', { value: one.value, max: axis.max }) },
      { text: old ?? dayOfStar(one.day, language) },
      { text: reader.nameOf(one.raterId) },
    ];
    return [{ header: nameOf(axis, reader), cells }];
  });
  const head = ['axis', 'value', 'day', 'rater'].map((column) => ({ text: say(`star.table.${column}`) }));
  return { caption: say('star.table.caption'), head, rows };
}

/** An axis that nobody has rated has no line. */
function lineOf(axis: Axis, star: Star, reader: StarReader): StarView['lines'] {
  const { say, language } = reader;
  const raterIds = ratersIn(star.measurings.map((one) => measuresOn(axis, one)));
  if (raterIds.length === 0) return [];
  const name = nameOf(axis, reader);
  const words = { title: say('star.line.title', { axis: name }), day: (day: CalendarDate) => dayOfStar(day, language) };
  const signs = raterIds.map((id, index) =>
    say(`star.line.${index % 2 === 0 ? 'round' : 'square'}`, { rater: reader.nameOf(id) }),
  );
  return [
    {
      name,
      direction: axis.better === 'lower' ? say('star.reversed') : say('star.upwards'),
      picture: lineOverTime(axis, star.measurings, words),
      by: signs.join(' · '),
    },
  ];
}
