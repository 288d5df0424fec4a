import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Seal, SealBroken, SealedTable } from '../../../src/platform/database/seal';

const key = randomBytes(32);
const seal = new Seal(key, 'k1');
const place = { table: 'placement', row: 'r1', column: 'meaning' };

describe('a seal', () => {
  it('gives back any text, and never the same sealed text twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = seal.close(text, place);
        expect(seal.open(sealed, place)).toBe(text);
        expect(seal.close(text, place)).not.toBe(sealed);
      }),
    );
  });

  it.each([
    ['table', { ...place, table: 'member' }],
    ['row', { ...place, row: 'r2' }],
    ['column', { ...place, column: 'name' }],
  ])('does not open in another %s', (_, elsewhere) => {
    expect(() => seal.open(seal.close('Olle', place), elsewhere)).toThrow(SealBroken);
  });

  it('does not open with another key, of the same name or another', () => {
    const sealed = seal.close('Olle', place);

    expect(() => new Seal(randomBytes(32), 'k1').open(sealed, place)).toThrow(SealBroken);
    expect(() => new Seal(key, 'k2').open(sealed, place)).toThrow('another key (k1)');
  });

  it('does not open once it has been cut anywhere', () => {
    const sealed = seal.close('Olle', place);

    for (let length = 0; length < sealed.length - 1; length++)
      expect(() => seal.open(sealed.slice(0, length), place)).toThrow(SealBroken);
  });

  it('does not open with a shorter tag, which would be easier to forge', () => {
    const [version, keyId, body = ''] = seal.close('', place).split(':');
    const shorter = Buffer.from(body, 'base64')
      .subarray(0, 12 + 4)
      .toString('base64');

    expect(() => seal.open([version, keyId, shorter].join(':'), place)).toThrow('cut');
  });

  it('needs a key of 32 bytes', () => {
    expect(() => new Seal(randomBytes(16), 'k1')).toThrow('32 bytes');
  });
});

describe('a sealed table', () => {
  class Note {
    constructor(
      readonly id: string,
      readonly text: string | null,
      readonly state: string,
    ) {}
    get isOpen(): boolean {
      return this.state === 'open';
    }
  }
  const notes = new SealedTable<Note>('note', ['text']);

  it('seals only the columns it names, and what comes out is what went in, class and all', () => {
    const note = new Note('n1', 'Olle', 'open');

    const closed = notes.close(note, seal);

    expect(closed).toMatchObject({ id: 'n1', state: 'open' });
    expect(closed.text).toMatch(/^s1:k1:/);
    expect(notes.open(closed, seal)).toEqual(note);
    expect(notes.open(closed, seal).isOpen).toBe(true);
  });

  it('leaves an empty column empty', () => {
    expect(notes.close(new Note('n1', null, 'open'), seal).text).toBeNull();
  });
});
