import fc from 'fast-check';
import { copiedContents, copiedOnto, followsSamePattern, itemsIn } from '../../../src/agendas/domain/copying';
import { easyRead, linesOf } from '../../../src/agendas/domain/released-agenda';
import { anAgenda, anItem, anItemContent } from '../../support/meetings-builders';
import { anId, someMoment } from '../../support/groups-builders';

const titles = (agenda: { items: readonly { title: string }[] }) => agenda.items.map((item) => item.title);

describe('an agenda', () => {
  it('moves an item one step', () => {
    const agenda = anAgenda('A', 'B', 'C');
    const b = agenda.items[1]!;

    expect(titles(agenda.move(b.id, 'up'))).toEqual(['B', 'A', 'C']);
    expect(titles(agenda.move(b.id, 'down'))).toEqual(['A', 'C', 'B']);
  });

  it('leaves the first item first and the last item last', () => {
    const agenda = anAgenda('A', 'B');

    expect(titles(agenda.move(agenda.items[0]!.id, 'up'))).toEqual(['A', 'B']);
    expect(titles(agenda.move(agenda.items[1]!.id, 'down'))).toEqual(['A', 'B']);
  });

  it('loses nothing however its items are moved, and numbers them from 1', () => {
    const moves = fc.array(fc.tuple(fc.nat(3), fc.constantFrom('up', 'down'), fc.integer({ min: 1, max: 40 })));

    fc.assert(
      fc.property(moves, (steps) => {
        const start = anAgenda('A', 'B', 'C', 'D');
        const end = steps.reduce((agenda, [at, way, far]) => agenda.move(agenda.items[at]!.id, way, far), start);

        expect(titles(end).toSorted()).toEqual(['A', 'B', 'C', 'D']);
        expect(end.items.map((item) => item.position)).toEqual([1, 2, 3, 4]);
      }),
    );
  });

  it('may be changed and released anew until its meeting begins', () => {
    const changed = anAgenda('A').release(someMoment).add(anItem('B'));
    const again = changed.release(someMoment.plusMinutes(5));

    expect([again.state, again.releasedAt?.iso]).toEqual(['open', someMoment.plusMinutes(5).iso]);
    expect(titles(again)).toEqual(['A', 'B']);
  });

  it.each(['in-progress', 'closed'] as const)('takes no changes when it is %s', (state) => {
    const open = anAgenda('A').release(someMoment).begin();
    const agenda = state === 'closed' ? open.close() : open;
    const a = agenda.items[0]!;

    expect(() => agenda.remove(a.id)).toThrow('agendaBegun');
    expect(() => agenda.move(a.id, 'up')).toThrow('agendaBegun');
    expect(() => agenda.change(a.id, anItemContent())).toThrow('agendaBegun');
    expect(() => agenda.add(anItem('B'))).toThrow('agendaBegun');
    expect(() => agenda.release(someMoment)).toThrow('agendaBegun');
  });

  it('begins once it is released, and is closed once it has begun', () => {
    const released = anAgenda('A').release(someMoment);

    expect(() => anAgenda('A').begin()).toThrow('agendaNotReleased');
    expect(() => released.close()).toThrow('agendaNotBegun');
    expect(() => released.begin().begin()).toThrow('agendaBegun');
    expect(() => released.begin().close().begin()).toThrow('agendaBegun');
    expect(released.begin().close().state).toBe('closed');
  });

  it('is not released empty', () => {
    expect(() => anAgenda().release(someMoment)).toThrow('agendaEmpty');
  });

  it('holds at most 40 items', () => {
    expect(() => anAgenda(...Array<string>(41).fill('A'))).toThrow('agendaTooLong');
  });

  it('says so of an item that is no longer there', () => {
    expect(() => anAgenda('A').move(anId(), 'up')).toThrow('itemGone');
  });

  it('numbers each writing of an item, and no moving of it', () => {
    const [a, b] = anAgenda('A', 'B').items;
    const agenda = anAgenda();
    const both = agenda
      .withItems([a!, b!])
      .change(a!.id, anItemContent())
      .change(a!.id, anItemContent())
      .move(b!.id, 'up');

    expect(both.items.map(({ id, version }) => [id, version])).toEqual([
      [b!.id, 1],
      [a!.id, 3],
    ]);
  });

  it('invites nobody to two items of one meeting', () => {
    const guest = anId<'person'>();
    const agenda = anAgenda('A', 'B').add(anItem('C', { guest }));

    expect(() => agenda.change(agenda.items[0]!.id, anItemContent({ guest }))).toThrow('guestTwice');
    expect(agenda.change(agenda.items[0]!.id, anItemContent({ guest: anId() })).items).toHaveLength(3);
  });

  it('keeps no names that were ticked under another choice', () => {
    const agenda = anAgenda('A').add(anItem('B', { readership: { audience: 'trio', named: [anId()] } }));

    expect(agenda.items[1]?.readership).toEqual({ audience: 'trio', named: [] });
  });

  it.each([0, -5, 2.5, 481])('has no item of %d minutes', (minutes) => {
    const agenda = anAgenda('A');

    expect(() => agenda.change(agenda.items[0]!.id, anItemContent({ minutes }))).toThrow('itemMinutesOutOfRange');
  });

  it.each(['', 'Två\nrader'])('has no item with the neutral title %j', (neutralTitle) => {
    const agenda = anAgenda('A');

    expect(() => agenda.change(agenda.items[0]!.id, anItemContent({ neutralTitle }))).toThrow();
  });

  it('is copied to a meeting of another length with its minutes fitted', () => {
    const contents = copiedContents(anAgenda('A', 'B', 'C'), { from: 30, to: 45 });

    expect(contents.map((content) => content.minutes)).toEqual([15, 15, 15]);
  });

  it('is copied without its guests, and without what somebody proposed', () => {
    const agenda = anAgenda('A')
      .add(anItem('B', { guest: anId() }))
      .add(anItem('C', { proposedBy: anId() }));

    const contents = copiedContents(agenda, { from: 30, to: 30 });

    expect(contents.map(({ title, guest }) => [title, guest])).toEqual([
      ['A', null],
      ['B', null],
    ]);
  });

  it('keeps what was proposed for it, and whom it invites, when another is copied onto it', () => {
    const meeting = { minutes: 20 };
    const target = anAgenda('X')
      .add(anItem('Y', { guest: anId() }))
      .add(anItem('Z', { proposedBy: anId() }));

    const copied = copiedOnto({ meeting, agenda: target }, { meeting, agenda: anAgenda('A', 'B') }, () => anId());

    expect(titles(copied)).toEqual(['A', 'B', 'Y', 'Z']);
  });

  it('is copied item by item with ids of the new agenda’s own', () => {
    const source = anAgenda('A', 'B');
    const target = anAgenda('X');

    const items = itemsIn(target, copiedContents(source, { from: 20, to: 20 }), () => anId());

    expect(items.map(({ title, agendaId }) => [title, agendaId])).toEqual([
      ['A', target.id],
      ['B', target.id],
    ]);
    expect(source.items.map((item) => item.id)).not.toContain(items[0]?.id);
  });

  it('is not copied onto the first meeting, nor onto what is released', () => {
    const source = { meeting: { number: 2 }, agenda: anAgenda('A') };
    const other = (number: number, agenda = anAgenda('B')) => ({ meeting: { number }, agenda });

    expect(followsSamePattern(source, other(3))).toBe(true);
    expect(followsSamePattern(source, other(1))).toBe(false);
    expect(followsSamePattern(source, other(3, anAgenda('B').release(someMoment)))).toBe(false);
    expect(followsSamePattern(source, source)).toBe(false);
  });
});

describe('the easy-read agenda', () => {
  it('says one fact a line, and the title where nothing easier is written', () => {
    const [line] = linesOf(anAgenda('Målen'));

    expect(easyRead([line!, { ...line!, easy: '' }])).toEqual(['Läkaren berättar.', 'Målen']);
  });
});
