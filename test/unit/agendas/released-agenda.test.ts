import fc from 'fast-check';
import { Agenda } from '../../../src/agendas/domain/agenda';
import { copyFor, isChangedSince, linesOf, releaseOf, sliceFor } from '../../../src/agendas/domain/released-agenda';
import { parts } from '../../../src/groups/domain/part';
import { audiences, mayRead, type Reader } from '../../../src/groups/domain/readership';
import type { PersonId } from '../../../src/kernel/identifiers';
import { anId, someMoment } from '../../support/groups-builders';
import { anAgenda, anItem, anItemContent } from '../../support/meetings-builders';

// As many people as are in a group, so that those named and those who read are often the same.
const people = Array.from({ length: 6 }, () => anId<'person'>());
const aPerson = fc.constantFrom(...people);
const aReader: fc.Arbitrary<Reader> = fc.record({ personId: aPerson, part: fc.constantFrom(...parts) });

const someContent = fc.record({
  minutes: fc.integer({ min: 1, max: 480 }),
  readership: fc.record({ audience: fc.constantFrom(...audiences), named: fc.array(aPerson, { maxLength: 3 }) }),
  guest: fc.option(aPerson),
});

/** Of 1 to 40 items; somebody who would be a guest twice is one the first time only. */
const someAgenda = fc.array(someContent, { minLength: 1, maxLength: 40 }).map((contents) => {
  const invited = new Set<PersonId>();
  const items = contents.map(({ guest, ...content }, index) => {
    const isFree = guest !== null && !invited.has(guest);
    if (isFree) invited.add(guest);
    return anItem(`Punkt ${String(index)}`, { ...content, guest: isFree ? guest : null });
  });
  return new Agenda({ id: anId(), organisationId: anId(), meetingId: anId(), items });
});

describe('the lines of an agenda', () => {
  it('follow each other without a gap from the meeting’s start, and their sum is the agenda’s', () => {
    fc.assert(
      fc.property(someAgenda, (agenda) => {
        const lines = linesOf(agenda);
        const ends = lines.map(({ offset, minutes }) => offset + minutes);

        expect(lines.map(({ offset }) => offset)).toEqual([0, ...ends.slice(0, -1)]);
        expect(ends.at(-1)).toBe(agenda.minutes);
      }),
    );
  });

  it('are all there, in order', () => {
    fc.assert(
      fc.property(someAgenda, (agenda) => {
        expect(linesOf(agenda).map(({ itemId }) => itemId)).toEqual(agenda.items.map(({ id }) => id));
      }),
    );
  });
});

describe('somebody’s copy of an agenda', () => {
  it('has no item that they may not read, and lacks none that they may', () => {
    fc.assert(
      fc.property(someAgenda, aReader, (agenda, reader) => {
        fc.pre(reader.part !== 'adjunct');
        const lines = linesOf(agenda);
        const copy = copyFor(lines, reader);

        expect(copy.filter(({ readership }) => !mayRead(readership, reader))).toEqual([]);
        expect(lines.filter((line) => !copy.includes(line) && mayRead(line.readership, reader))).toEqual([]);
      }),
    );
  });

  it('has exactly the one item for a guest, and none for an expert who is no guest', () => {
    fc.assert(
      fc.property(someAgenda, aPerson, (agenda, personId) => {
        const isGuest = agenda.items.some(({ guest }) => guest === personId);
        const copy = copyFor(linesOf(agenda), { personId, part: 'adjunct' });

        expect(copy.map(({ guest }) => guest)).toEqual(isGuest ? [personId] : []);
      }),
    );
  });

  it('shows an expert nothing else, even when somebody named them', () => {
    const [guest] = people;
    const readership = { audience: 'named', named: [guest!] } as const;
    const agenda = anAgenda()
      .add(anItem('Annat', { readership }))
      .add(anItem('Eget', { guest: guest! }));

    const copy = copyFor(linesOf(agenda), { personId: guest!, part: 'adjunct' });

    expect(copy.map(({ title }) => title)).toEqual(['Eget']);
  });
});

describe('a guest’s time', () => {
  it('is their item’s, counted from the meeting’s start', () => {
    fc.assert(
      fc.property(someAgenda, aPerson, (agenda, personId) => {
        const own = agenda.items.find(({ guest }) => guest === personId);
        const before = agenda.items.filter(({ position }) => position < (own?.position ?? 0));
        const offset = before.reduce((sum, { minutes }) => sum + minutes, 0);

        expect(sliceFor(linesOf(agenda), personId)).toEqual(own ? { offset, minutes: own.minutes } : null);
      }),
    );
  });

  it('moves when an item before it gets longer, and stays when one after it does', () => {
    const guest = anId<'person'>();
    const agenda = anAgenda('A').add(anItem('B', { guest })).add(anItem('C'));
    const longer = (place: number) => agenda.change(agenda.items[place]!.id, anItemContent({ minutes: 25 }));

    expect(sliceFor(linesOf(longer(0)), guest)).toEqual({ offset: 25, minutes: 10 });
    expect(sliceFor(linesOf(longer(2)), guest)).toEqual({ offset: 10, minutes: 10 });
  });
});

describe('a release', () => {
  it('has the number after the one before', () => {
    const once = anAgenda('A').release(someMoment);

    expect([releaseOf(anAgenda('A')), releaseOf(once)?.number, releaseOf(once.release(someMoment))?.number]).toEqual([
      ...[null, 1, 2],
    ]);
  });

  it('is told from what stands now by anything that somebody reads', () => {
    const agenda = anAgenda('A', 'B').release(someMoment);
    const released = releaseOf(agenda)!;
    const [a] = agenda.items;
    const written = (content: object) => agenda.change(a!.id, { ...anItemContent({ title: 'A' }), ...content });

    expect(isChangedSince(released, agenda)).toBe(false);
    expect(isChangedSince(released, written({}))).toBe(false);
    const others = [
      ...[{ title: 'Ny' }, { neutralTitle: 'Ny' }, { leader: 'together' }, { minutes: 11 }, { line: '' }, { easy: '' }],
      ...[{ guest: anId() }, { readership: { audience: 'trio', named: [] } }],
    ];
    expect(others.filter((content) => !isChangedSince(released, written(content)))).toEqual([]);
    expect(isChangedSince(released, agenda.move(a!.id, 'down'))).toBe(true);
    expect(isChangedSince(released, agenda.remove(a!.id))).toBe(true);
    expect(isChangedSince(released, agenda.add(anItem('C')))).toBe(true);
  });
});
