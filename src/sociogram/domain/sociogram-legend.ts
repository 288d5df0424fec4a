import { Tie, ties } from './placement';
import { mark, tieLine } from './sociogram-signs';
import { element, inColour, text } from './svg-text';

export interface LegendWords {
  readonly tie: (tie: Tie) => string;
  readonly legend: string;
  readonly person: string;
  readonly importantFunction: string;
  /** What the rings mean. */
  readonly rings: string;
}

export const legendHeight = 116;

const left = -430;
const column = 218;
const [firstRow, secondRow] = [58, 92];

/** What the lines and the shapes mean, in two rows under the map. */
export function legend(top: number, words: LegendWords): string {
  const rows = [
    said(words.legend, left, 24, { 'font-weight': 700 }),
    ...ties.map((tie, place) => sample(tieLineAt(tie, place), words.tie(tie), place, firstRow)),
    sample(mark({ x: left + 22, y: secondRow - 5 }, 11, false), words.person, 0, secondRow),
    sample(mark({ x: left + column + 22, y: secondRow - 5 }, 11, true), words.importantFunction, 1, secondRow),
    said(words.rings, left + 2 * column, secondRow),
  ];
  return element('g', { class: 'sociogram__legend', transform: `translate(0 ${String(top)})` }, rows.join(''));
}

const tieLineAt = (tie: Tie, place: number): string => {
  const x = left + place * column;
  return tieLine(tie, { x, y: firstRow - 5 }, { x: x + 48, y: firstRow - 5 });
};

const sample = (sign: string, words: string, place: number, y: number): string =>
  sign + said(words, left + place * column + 60, y);

const said = (words: string, x: number, y: number, more: Readonly<Record<string, string | number>> = {}): string =>
  element('text', { x, y, fill: inColour.ink, 'font-size': 17, ...more }, text(words));
