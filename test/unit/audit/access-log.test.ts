import fc from 'fast-check';
import { beginning, type ChainedEntry, chained, type Entry, verify } from '../../../src/audit/domain/access-log';
import { Instant } from '../../../src/kernel/instant';
import { digest } from '../../../src/platform/digest';

const entry = (number: number): Entry => ({
  id: `id-${String(number)}`,
  organisationId: 'organisation',
  number,
  at: Instant.of('2027-03-01T08:00:00.000Z').plusMinutes(number),
  userId: null,
  role: 'coordinator',
  action: 'person.read',
  aboutId: 'person',
  subjects: ['group'],
});

function chainOf(length: number): ChainedEntry[] {
  const entries: ChainedEntry[] = [];
  for (let number = 1; number <= length; number += 1)
    entries.push(chained(entry(number), entries.at(-1)?.hash ?? beginning.hash, digest));
  return entries;
}

const headOf = (entries: readonly ChainedEntry[]) => {
  const last = entries.at(-1);
  return last === undefined ? beginning : { number: last.number, hash: last.hash };
};

describe('the access log', () => {
  it('holds at every length', () => {
    for (const length of [0, 1, 7]) {
      const entries = chainOf(length);
      expect(verify(entries, headOf(entries), digest)).toEqual({ kind: 'holds', head: headOf(entries) });
    }
  });

  const changes = {
    id: 'other',
    organisationId: 'other',
    at: Instant.of('2020-01-01T00:00:00.000Z'),
    userId: 'other',
    role: 'other',
    action: 'other',
    aboutId: null,
    subjects: [],
    hash: 'f'.repeat(64),
  };

  it('names the first entry in which anything was changed, whatever it was', () => {
    const entries = chainOf(9);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(...Object.entries(changes)),
        (number, [name, value]) => {
          const changed = entries.map((one) => (one.number === number ? { ...one, [name]: value } : one));
          expect(verify(changed, headOf(entries), digest)).toEqual({ kind: 'broken', number, why: 'changed' });
        },
      ),
    );
  });

  it('names the first entry that is missing, doubled or out of its place', () => {
    const [one, two, three, four] = chainOf(4) as [ChainedEntry, ChainedEntry, ChainedEntry, ChainedEntry];
    const head = headOf([four]);

    expect(verify([one, three, four], head, digest)).toEqual({ kind: 'broken', number: 2, why: 'missing' });
    expect(verify([one, two, two, three, four], head, digest)).toEqual({ kind: 'broken', number: 3, why: 'missing' });
    expect(verify([one, { ...three, number: 2 }, four], head, digest)).toEqual({
      kind: 'broken',
      number: 2,
      why: 'moved',
    });
  });

  it('sees a tail that was cut, even with entries written anew', () => {
    const entries = chainOf(5);

    expect(verify(entries.slice(0, 3), headOf(entries), digest)).toEqual({ kind: 'broken', number: 4, why: 'cut' });
    expect(verify([], headOf(entries), digest)).toEqual({ kind: 'broken', number: 1, why: 'cut' });
  });
});
