import { Instant } from '../../../src/kernel/instant';
import type { Notes } from '../../../src/notes/domain/notes';
import { aDay, anId } from '../../support/groups-builders';
import { aLine, aNoteItem, noon, notesThatAre, someNotes } from '../../support/notes-builders';

const byPhone = { how: 'by-phone', on: aDay('2027-04-15') } as const;

describe('a meeting', () => {
  const olle = anId<'person'>();
  const here = (presence: 'there' | 'part' | 'away'): Notes =>
    someNotes({ serviceUserId: olle, attendance: [{ personId: olle, presence }] });

  it.each(['there', 'part'] as const)('has been held when the service user was there: %s', (presence) => {
    expect(here(presence).isHeld).toBe(true);
  });

  it.each([['away', here('away')] as const, ['not said', someNotes({ serviceUserId: olle, attendance: [] })] as const])(
    'is only a reconciliation when the service user was %s',
    (_, notes) => {
      expect(notes.isHeld).toBe(false);
    },
  );

  it('becomes one when the service user comes after all', () => {
    const notes = here('away').attended([{ personId: olle, presence: 'part' }], { chair: 'together', chairId: null });

    expect(notes.isHeld).toBe(true);
  });

  it('that was held cannot become a reconciliation afterwards', () => {
    const nobody = () => here('there').end(noon).attended([], { chair: 'together', chairId: null });

    expect(nobody).toThrow('heldWithoutServiceUser');
  });

  it('is led by somebody else only when it is said by whom', () => {
    expect(() => someNotes({ chair: 'somebody' })).toThrow('fieldNotChosen');
    expect(() => someNotes({ chair: 'together', chairId: anId() })).toThrow('fieldNotChosen');
  });

  it('counts an item from when it came on the screen, and not anew when it is opened again', () => {
    const [one, two] = [aNoteItem(), aNoteItem()];
    const begun = someNotes({ items: [one, two] }).takeUp(one.itemId, noon);

    const again = begun.takeUp(one.itemId, noon.plusMinutes(5));
    const next = begun.takeUp(two.itemId, noon.plusMinutes(5));

    expect(again.takenUpAt).toEqual(noon);
    expect(next.takenUpAt).toEqual(noon.plusMinutes(5));
  });

  it('ends once', () => {
    const ended = someNotes().end(noon);

    expect(ended.end(Instant.of('2027-04-14T15:00:00Z'))).toBe(ended);
  });
});

describe('lines', () => {
  const item = aNoteItem();

  it('stand in the order of the items, and then as they were written', () => {
    const first = aNoteItem();
    const [a, b, c] = [
      aLine({ itemId: item.itemId, position: 1, text: 'a' }),
      aLine({ itemId: first.itemId, position: 3, text: 'b' }),
      aLine({ itemId: first.itemId, position: 2, text: 'c' }),
    ];

    expect(someNotes({ items: [first, item], lines: [a, b, c] }).lines).toEqual([c, b, a]);
  });

  it('are at most a hundred', () => {
    const lines = Array.from({ length: 100 }, (_, place) => aLine({ itemId: item.itemId, position: place + 1 }));
    const full = someNotes({ items: [item], lines });

    expect(() => full.write(aLine({ itemId: item.itemId, position: 101 }))).toThrow('tooManyNoteLines');
  });

  it('are never empty, too long or with a personal number', () => {
    expect(() => aLine({ text: '  ' })).toThrow('fieldMissing');
    expect(() => aLine({ text: 'a'.repeat(3001) })).toThrow('fieldTooLong');
    expect(() => aLine({ text: 'Olle, 19900101-0017' })).toThrow('personalNumberTyped');
  });

  it('are about an item of the meeting', () => {
    expect(() => someNotes({ items: [item] }).write(aLine())).toThrow('notFound');
  });

  it('have a new version for each change of what they say', () => {
    const line = aLine();
    const after = line.saying('Olle sover gott.', { readership: { audience: 'trio', named: [] }, guest: null });

    expect([after.text, after.version, after.readership.audience]).toEqual(['Olle sover gott.', 2, 'trio']);
  });
});

describe('the way out', () => {
  const item = aNoteItem();
  const line = aLine({ itemId: item.itemId });
  const given = { items: [item], lines: [line] };
  const steps: Readonly<Record<string, (notes: Notes) => Notes>> = {
    show: (notes) => notes.show(noon, []),
    strike: (notes) => notes.strike(line.id, noon),
    unstrike: (notes) => notes.unstrike(line.id),
    comment: (notes) => notes.comment(line.id, 'Så var det inte.'),
    letGo: (notes) => notes.letGo(byPhone, notes.changes),
    release: (notes) => notes.release(noon, []),
    write: (notes) => notes.write(aLine({ itemId: item.itemId })),
    remove: (notes) => notes.remove(line.id),
    putOff: (notes) => notes.putOff(item.itemId),
    attend: (notes) => notes.attended(notes.attendance, notes),
  };
  const places: Readonly<Record<string, Notes>> = {
    'under way': someNotes(given),
    over: notesThatAre('over', given),
    'with the service user': notesThatAre('shown', given),
    'let go': notesThatAre('let go', given),
    released: notesThatAre('let go', given).release(noon, []),
  };

  // Each step that may be taken; every other one is refused.
  const allowed: Readonly<Record<string, readonly string[]>> = {
    'under way': ['write', 'remove', 'putOff', 'attend'],
    over: ['show', 'write', 'remove', 'putOff', 'attend'],
    'with the service user': ['strike', 'unstrike', 'comment', 'letGo', 'write', 'remove', 'putOff', 'attend'],
    'let go': ['release'],
    released: [],
  };
  const table = Object.keys(places).flatMap((place) =>
    Object.keys(steps).map((step) => [place, step, allowed[place]!.includes(step)] as const),
  );

  it.each(table)('of notes that are %s: %s is allowed, %s', (place, step, isAllowed) => {
    const taken = () => steps[step]!(places[place]!);

    if (isAllowed) expect(taken()).not.toBe(places[place]);
    else expect(taken).toThrow(/^notes|^meetingNotOver/);
  });

  it('is through the service user: nobody has them before', () => {
    const ways = ['over', 'shown'] as const;

    for (const way of ways) expect(() => notesThatAre(way, given).release(noon, [])).toThrow();
  });

  it('takes a yes to what stood there when it was read, and to nothing else', () => {
    const shown = notesThatAre('shown', given);
    const changed = shown.write(line.saying('Något annat.', line));

    expect(() => changed.letGo(byPhone, shown.changes)).toThrow('notesChangedMeanwhile');
    expect(changed.letGo(byPhone, changed.changes).letGoHow).toBe('by-phone');
  });

  it('keeps what was struck when the line is written anew', () => {
    const struck = notesThatAre('shown', given).strike(line.id, noon);
    const anew = struck.write(struck.line(line.id).saying('Annorlunda.', line));

    expect(anew.line(line.id).isStruck).toBe(true);
  });

  it('makes the tasks lines when they are shown', () => {
    const task = aLine({ itemId: item.itemId, kind: 'task', position: 2 });

    expect(notesThatAre('over', given).show(noon, [task]).lines).toEqual([line, task]);
  });
});
