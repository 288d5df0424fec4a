import fc from 'fast-check';
import { copiedContents, followsSamePattern, itemsIn } from '../../../src/agendas/domain/copying';
import { easyRead, releasedAgenda } from '../../../src/agendas/domain/released-agenda';
import { anAgenda, anItemContent } from '../../support/meetings-builders';
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
    const moves = fc.array(fc.tuple(fc.nat(3), fc.constantFrom('up', 'down')));

    fc.assert(
      fc.property(moves, (steps) => {
        const start = anAgenda('A', 'B', 'C', 'D');
        const end = steps.reduce((agenda, [at, way]) => agenda.move(agenda.items[at]!.id, way), start);

        expect(titles(end).toSorted()).toEqual(['A', 'B', 'C', 'D']);
        expect(end.items.map((item) => item.position)).toEqual([1, 2, 3, 4]);
      }),
    );
  });

  it('takes no changes after release', () => {
    const released = anAgenda('A').release(someMoment);
    const a = released.items[0]!;

    expect(() => released.remove(a.id)).toThrow('agendaReleased');
    expect(() => released.change(a.id, anItemContent())).toThrow('agendaReleased');
    expect(() => released.release(someMoment)).toThrow('agendaCannotBecome');
  });

  it('is not released empty', () => {
    expect(() => anAgenda().release(someMoment)).toThrow('agendaEmpty');
  });

  it('tells its lines only once it is released', () => {
    const agenda = anAgenda('A', 'B');

    expect(releasedAgenda(agenda)).toBeNull();
    expect(releasedAgenda(agenda.release(someMoment))?.lines.map(({ title }) => title)).toEqual(['A', 'B']);
  });

  it('holds at most 40 items', () => {
    expect(() => anAgenda(...Array<string>(41).fill('A'))).toThrow('agendaTooLong');
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
    const [line] = releasedAgenda(anAgenda('Målen').release(someMoment))!.lines;

    expect(easyRead([line!, { ...line!, easy: '' }])).toEqual(['Läkaren berättar.', 'Målen']);
  });
});
