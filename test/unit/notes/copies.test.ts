import type { Part } from '../../../src/groups/domain/part';
import { mayRead, type Reader, type Readership, wholeCircle } from '../../../src/groups/domain/readership';
import type { PersonId } from '../../../src/kernel/identifiers';
import { copyFor, countIn, mayOpen, ownCopy } from '../../../src/notes/domain/copies';
import type { NoteItem, Notes } from '../../../src/notes/domain/notes';
import { anId } from '../../support/groups-builders';
import { aLine, aNoteItem, noon, notesThatAre, someNotes } from '../../support/notes-builders';

const ids = {
  'service-user': anId<'person'>(),
  coordinator: anId<'person'>(),
  doctor: anId<'person'>(),
  network: anId<'person'>(),
  adjunct: anId<'person'>(),
} as const satisfies Record<Part, PersonId>;
const reader = (part: Part): Reader => ({ personId: ids[part], part });

const readerships: Readonly<Record<string, Readership>> = {
  circle: wholeCircle,
  trio: { audience: 'trio', named: [] },
  'the one named': { audience: 'named', named: [ids.network] },
  'the guest named': { audience: 'named', named: [ids.adjunct] },
};

/** Notes of one item whose line has this readership. */
const notesOf = (item: Partial<NoteItem>, line: Parameters<typeof aLine>[0] = {}): Notes => {
  const whole = aNoteItem(item);
  const own = aLine({ itemId: whole.itemId, readership: whole.readership, guest: whole.guest, ...line });
  return someNotes({ serviceUserId: ids['service-user'], items: [whole], lines: [own] });
};
const textsFor = (notes: Notes, part: Part): readonly string[] =>
  copyFor(notes, reader(part)).items.flatMap(({ lines }) => lines.map(({ text }) => text));

describe('what each may read of a line', () => {
  const seen: readonly (readonly [string, Part, boolean])[] = [
    ['circle', 'service-user', true],
    ['circle', 'coordinator', true],
    ['circle', 'doctor', true],
    ['circle', 'network', true],
    ['circle', 'adjunct', false],
    ['trio', 'service-user', true],
    ['trio', 'coordinator', true],
    ['trio', 'doctor', true],
    ['trio', 'network', false],
    ['trio', 'adjunct', false],
    ['the one named', 'service-user', true],
    ['the one named', 'coordinator', true],
    ['the one named', 'doctor', false],
    ['the one named', 'network', true],
    ['the one named', 'adjunct', false],
    ['the guest named', 'network', false],
    ['the guest named', 'adjunct', false],
  ];

  it.each(seen)('for %s, by the %s: %s', (audience, part, isRead) => {
    expect(textsFor(notesOf({ readership: readerships[audience]! }), part)).toHaveLength(isRead ? 1 : 0);
  });

  it.each(Object.keys(ids) as Part[])('by the %s: nothing that was struck, whoever may read it else', (part) => {
    for (const readership of Object.values(readerships)) {
      const notes = notesOf({ readership, guest: ids.adjunct }, { struckAt: noon, doers: Object.values(ids) });
      expect(textsFor(notes, part)).toEqual([]);
    }
  });

  it.each(Object.keys(readerships))('by the guest: the lines of their own item, for %s', (audience) => {
    const own = notesOf({ readership: readerships[audience]!, guest: ids.adjunct });
    const others = notesOf({ readership: readerships[audience]!, guest: anId() });

    expect(textsFor(own, 'adjunct')).toHaveLength(1);
    expect(textsFor(others, 'adjunct')).toEqual([]);
  });

  it('by the guest: not a line of their own item that the chairs kept from them', () => {
    expect(textsFor(notesOf({ guest: ids.adjunct }, { guest: null }), 'adjunct')).toEqual([]);
  });

  it.each(['network', 'adjunct'] as const)('by the %s who does a task: of that task', (part) => {
    const task = { kind: 'task', doers: [ids[part]], readership: readerships.trio! } as const;

    expect(textsFor(notesOf({ readership: readerships.trio! }, task), part)).toHaveLength(1);
  });
});

describe('a copy', () => {
  const secret = { title: 'Beroendeenheten', neutralTitle: 'Besök', readership: readerships.trio! };

  it('names an item by its neutral title to who may read a line of it but not the item', () => {
    const opened = notesOf(secret, { readership: wholeCircle });

    expect(copyFor(opened, reader('network')).items.map(({ title }) => title)).toEqual(['Besök']);
    expect(copyFor(opened, reader('doctor')).items.map(({ title }) => title)).toEqual(['Beroendeenheten']);
  });

  it('does not tell that somebody came to an item that the reader may not read', () => {
    const attendance = [
      { personId: ids['service-user'], presence: 'there' },
      { personId: ids.adjunct, presence: 'part' },
    ] as const;
    const notes = someNotes({ attendance, items: [aNoteItem({ ...secret, guest: ids.adjunct })] });

    expect(copyFor(notes, reader('network')).attendance.map(({ personId }) => personId)).toEqual([ids['service-user']]);
    expect(copyFor(notes, reader('doctor')).attendance).toEqual(attendance);
    expect(copyFor(notes, reader('adjunct')).attendance).toEqual([]);
  });

  it('never has the words between the service user and the two who chair', () => {
    const notes = notesOf({}, { comment: 'Så var det inte.' });
    const copies = (Object.keys(ids) as Part[]).map((part) => copyFor(notes, reader(part)));

    expect(JSON.stringify(copies)).not.toContain('Så var det inte');
  });

  it('is counted against the lines that nobody has struck', () => {
    const item = aNoteItem();
    const texts = [aLine({ itemId: item.itemId }), aLine({ itemId: item.itemId, readership: readerships.trio! })];
    const struck = aLine({ itemId: item.itemId, struckAt: noon });
    const notes = someNotes({ items: [item], lines: [...texts, struck] });

    expect(countIn(notes, copyFor(notes, reader('network')))).toEqual({ count: 1, of: 2 });
  });

  it('of the service user’s own has everything, and says what is struck', () => {
    const notes = notesOf(secret, { struckAt: noon, comment: 'Nej.' });

    expect(ownCopy(notes).items[0]?.lines[0]).toMatchObject({ isStruck: true, comment: 'Nej.' });
  });

  it('holds no line to which one rule for all says no', () => {
    for (const part of Object.keys(ids) as Part[])
      for (const readership of Object.values(readerships)) {
        const isAllowed = mayRead(readership, reader(part)) && part !== 'adjunct';
        expect(textsFor(notesOf({ readership }), part)).toHaveLength(isAllowed ? 1 : 0);
      }
  });
});

describe('notes open', () => {
  const everybody = (Object.keys(ids) as Part[]).map(reader);
  const opening = (notes: Notes): readonly Part[] =>
    everybody.filter((one) => mayOpen(notes, one)).map(({ part }) => part);
  const own = { serviceUserId: ids['service-user'] };

  it('for nobody while they are written', () => {
    expect(opening(notesThatAre('over', own))).toEqual([]);
  });

  it('for the service user alone until they have let go', () => {
    expect(opening(notesThatAre('shown', own))).toEqual(['service-user']);
    expect(opening(notesThatAre('let go', own))).toEqual(['service-user']);
  });

  it('for those who were given them when they were released, and for nobody who came later', () => {
    const released = notesThatAre('let go', own).release(noon, [reader('service-user'), reader('network')]);

    expect(opening(released)).toEqual(['service-user', 'network']);
  });
});
