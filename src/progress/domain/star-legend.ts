import { element, inColour, text } from '../../sociogram/domain/svg-text';
import type { StarStyle, StarWords } from './star-words';
import { starLine, starMark, type StarTime } from './star-signs';

interface Legend {
  readonly drawn: string;
  readonly height: number;
}

const looks = {
  named: { left: -480, size: 18, row: 34 },
  numbered: { left: -296, size: 27, row: 46 },
} as const satisfies Record<StarStyle, object>;

interface Placing {
  readonly top: number;
  /** The measurings that are drawn. */
  readonly times: readonly StarTime[];
}

/** What the lines and the signs mean, one a row, under the star. */
export function starLegend({ top, times }: Placing, words: StarWords, style: StarStyle): Legend {
  const { left, size, row } = looks[style];
  const said = (told: string, y: number, from: number): string =>
    element('text', { x: from, y: y + size / 3, fill: inColour.ink, 'font-size': size }, text(told));
  const sample = (time: StarTime, told: string, y: number): string =>
    starLine(time, { x: left, y }, { x: left + 64, y }) +
    starMark(time, { x: left + 32, y }, 8) +
    said(told, y, left + 84);
  const rows = [
    ...times.map((time) => (y: number) => sample(time, words[time], y)),
    (y: number) => said(words.outwards, y, left),
    (y: number) => said(words.gap, y, left),
  ];
  const drawn = rows.map((draw, place) => draw(top + row * (place + 0.5))).join('');
  return { drawn: element('g', { class: 'star__legend' }, drawn), height: rows.length * row + 8 };
}
