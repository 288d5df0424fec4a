/** Numbers that look random and are the same in every run (mulberry32). */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Mutation = (raw: Buffer, number: (below: number) => number) => Buffer;

const joined = (...parts: readonly (Buffer | string)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));

const mutations: readonly Mutation[] = [
  function flipped(raw, number) {
    const copy = Buffer.from(raw);
    for (let flips = 1 + number(8); flips > 0; flips--) copy[number(copy.length)] = number(256);
    return copy;
  },
  function truncated(raw, number) {
    return raw.subarray(0, number(raw.length));
  },
  function holed(raw, number) {
    const from = number(raw.length);
    return joined(raw.subarray(0, from), raw.subarray(from + 1 + number(200)));
  },
  function repeated(raw, number) {
    const from = number(raw.length);
    const piece = raw.subarray(from, from + 1 + number(400));
    return joined(raw.subarray(0, from), ...Array.from({ length: 2 + number(6) }, () => piece), raw.subarray(from));
  },
  function withHugeParameter(raw, number) {
    return inserted(
      raw,
      /ATTENDEE|DTSTART|Content-Type|To:/,
      `;X-${'Y'.repeat(number(2000))}="${'z'.repeat(number(4000))}"`,
    );
  },
  function withManyParameters(raw, number) {
    return inserted(raw, /ATTENDEE|COMMENT|UID/, ';A=b'.repeat(number(400)));
  },
  function nested(raw, number) {
    return inserted(raw, /BEGIN:VEVENT\r\n/, 'BEGIN:VEVENT\r\n'.repeat(1 + number(60)));
  },
  function nestedInMime(raw, number) {
    const deep = Array.from(
      { length: number(40) },
      (_, at) => `Content-Type: multipart/mixed; boundary=n${String(at)}\r\n\r\n--n${String(at)}\r\n`,
    );
    return inserted(raw, /--=_edge\r\n/, deep.join(''));
  },
  function swapped(raw, number) {
    const text = raw.toString('latin1').split('\r\n');
    const [one, other] = [number(text.length), number(text.length)];
    [text[one], text[other]] = [text[other] ?? '', text[one] ?? ''];
    return Buffer.from(text.join('\r\n'), 'latin1');
  },
  function withControls(raw, number) {
    const at = number(raw.length);
    return joined(raw.subarray(0, at), String.fromCharCode(number(32)).repeat(1 + number(20)), raw.subarray(at));
  },
];

function inserted(raw: Buffer, after: RegExp, words: string): Buffer {
  const text = raw.toString('latin1');
  const found = after.exec(text);
  if (!found) return raw;
  const at = found.index + found[0].length;
  return Buffer.from(text.slice(0, at) + words + text.slice(at), 'latin1');
}

/** One to three kinds of damage to a mail. */
export function mutated(raw: Buffer, number: (below: number) => number): Buffer {
  let damaged = raw;
  for (let times = 1 + number(3); times > 0; times--)
    if (damaged.length > 0) damaged = mutations[number(mutations.length)]?.(damaged, number) ?? damaged;
  return damaged;
}
