import qrcode from 'qrcode-generator';
import { qrSvg } from '../../../src/platform/web/qr-picture';
import { TrustedSvg } from '../../../src/platform/web/trusted-svg';

const address = 'https://kretsen.example/m/abcdefghijklmnopqrstuvwxyz234567/mine';

interface Picture {
  readonly side: number;
  readonly dark: ReadonlySet<string>;
}

/** What somebody sees in the picture: how many modules it is wide, and which of them are dark. */
function seenIn(svg: string): Picture {
  const [, side = ''] = /viewBox="0 0 (\d+) \1"/.exec(svg) ?? [];
  const [, path = ''] = /fill="#000" d="([^"]*)"/.exec(svg) ?? [];
  return {
    side: Number(side),
    dark: new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x!} ${y!}`)),
  };
}

// ISO/IEC 18004 §7.9 and §7.7.3: fifteen bits beside the upper left mark tell the level and the mask, XORed with a pattern.
const formatPlaces = [
  ...[0, 1, 2, 3, 4, 5, 7, 8].map((x): [number, number] => [x, 8]),
  ...[7, 5, 4, 3, 2, 1, 0].map((y): [number, number] => [8, y]),
];
const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** Reads the text back from the modules of a code of version 2 to 6, as a phone would, without mending anything. */
function readBack({ side, dark }: Picture): string {
  const count = side - 8;
  const isDark = (row: number, column: number): boolean => dark.has(`${String(column + 4)} ${String(row + 4)}`);
  const format = formatPlaces.reduce((bits, [x, y]) => bits * 2 + (isDark(y, x) ? 1 : 0), 0) ^ 0b101010000010010;
  const mask = masks[(format >> 10) & 7]!;
  const bits: number[] = [];
  for (const [row, column] of places(count)) bits.push(isDark(row, column) !== mask(row, column) ? 1 : 0);
  return textIn(unwoven(bits, blocksOf[(count - 17) / 4]!));
}

/** Every module that holds data, in the order they are read: two columns at a time, up and down from the right. */
function places(count: number): readonly [number, number][] {
  const alignment = count - 7;
  const isFixed = (row: number, column: number): boolean =>
    row === 6 ||
    column === 6 ||
    (row < 9 && (column < 9 || column >= count - 8)) ||
    (row >= count - 8 && column < 9) ||
    (Math.abs(row - alignment) <= 2 && Math.abs(column - alignment) <= 2);
  const rights = Array.from({ length: (count - 1) / 2 }, (_, pair) => count - 1 - 2 * pair);
  // The sixth column from the left is a ruler and holds no data; those beyond it are one further on.
  const columns = rights.map((right) => (right <= 6 ? right - 1 : right));
  return columns.flatMap((right, pair) =>
    Array.from({ length: count }, (_, step) => (pair % 2 === 0 ? count - 1 - step : step)).flatMap((row) =>
      [right, right - 1].filter((column) => !isFixed(row, column)).map((column): [number, number] => [row, column]),
    ),
  );
}

// ISO/IEC 18004 table 9, level M: how many blocks the codewords are woven of, and how many of each hold data.
const blocksOf: Readonly<Record<number, readonly [blocks: number, words: number]>> = {
  2: [1, 28],
  3: [1, 44],
  4: [2, 32],
  5: [2, 43],
  6: [4, 27],
};

function unwoven(bits: readonly number[], [blocks, words]: readonly [number, number]): string {
  const bytes = Array.from({ length: Math.floor(bits.length / 8) }, (_, at) => bits.slice(at * 8, at * 8 + 8).join(''));
  return Array.from({ length: blocks }, (_, block) =>
    Array.from({ length: words }, (__, at) => bytes[at * blocks + block]).join(''),
  ).join('');
}

/** §7.4.5: four bits for the mode, eight for the length, and then a byte each. */
function textIn(bits: string): string {
  const numberAt = (from: number, length: number): number => parseInt(bits.slice(from, from + length), 2);
  expect(numberAt(0, 4)).toBe(0b0100);
  const bytes = Array.from({ length: numberAt(4, 8) }, (_, at) => numberAt(12 + at * 8, 8));
  return Buffer.from(bytes).toString('utf8');
}

describe('An address as a picture on paper', () => {
  it.each([
    address,
    'http://localhost:3000/m/abcdefghijklmnopqrstuvwxyz234567/mine',
    'https://möten.example/åäö',
    'https://ett-langt-namn-pa-en-kommun.region.exempel.example/m/abcdefghijklmnopqrstuvwxyz234567',
  ])('is read back as %s', (text) => {
    const plain = encodeURI(text);

    expect(readBack(seenIn(qrSvg(plain, 'En ruta')))).toBe(plain);
  });

  it('has four modules of white around it, on all sides', () => {
    const { side, dark } = seenIn(qrSvg(address, 'En ruta'));
    const numbers = [...dark].flatMap((place) => place.split(' ').map(Number));

    expect([Math.min(...numbers), Math.max(...numbers)]).toEqual([4, side - 5]);
    expect(qrSvg(address, 'En ruta')).toContain(
      `<path fill="#fff" d="M0 0h${String(side)}v${String(side)}h-${String(side)}z"/>`,
    );
  });

  it('holds every dark module of the code and no other', () => {
    const code = qrcode(0, 'M');
    code.addData(address);
    code.make();
    const { dark } = seenIn(qrSvg(address, 'En ruta'));
    const count = code.getModuleCount();
    const all = Array.from({ length: count * count }, (_, at) => [Math.floor(at / count), at % count] as const);

    expect(all.filter(([row, column]) => code.isDark(row, column))).toHaveLength(dark.size);
  });

  it('says what it is to whoever does not see it, whatever the words are', () => {
    const svg = qrSvg(address, '"Min" <sida> & mer');

    expect(svg).toContain('role="img" aria-label="&quot;Min&quot; &lt;sida&gt; &amp; mer"');
    expect(new TrustedSvg(svg).text).toBe(svg);
  });
});
