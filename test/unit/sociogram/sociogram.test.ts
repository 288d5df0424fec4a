import { CalendarDate } from '../../../src/kernel/calendar-date';
import { Instant } from '../../../src/kernel/instant';
import { compare } from '../../../src/sociogram/domain/comparison';
import { mostPlacements, type Sociogram } from '../../../src/sociogram/domain/sociogram';
import { anId } from '../../support/people-builders';
import { aPlacement, aSociogram } from '../../support/sociogram-builders';

const nextOf = (map: Sociogram): Sociogram =>
  map.next({
    id: anId<'sociogram'>(),
    madeAt: Instant.of('2027-06-01T09:00:00.000Z'),
    dated: CalendarDate.of('2027-06-01'),
    placementId: () => anId<'placement'>(),
  });

describe('somebody on the map', () => {
  it('comes closer and goes further one ring at a time', () => {
    expect(aPlacement({ ring: 3 }).closer().ring).toBe(2);
    expect(aPlacement({ ring: 1 }).further().ring).toBe(2);
  });

  it('does not leave the rings', () => {
    expect(() => aPlacement({ ring: 1 }).closer()).toThrow('noSuchRing');
    expect(() => aPlacement({ ring: 3 }).further()).toThrow('noSuchRing');
  });

  it.each([
    ['name', 'figureName'],
    ['meaning', 'meaning'],
  ] as const)('has no personal number in the %s', (what, field) => {
    expect(() => aPlacement({ [what]: '121212-1212' })).toThrow(`personalNumberTyped {"field":"${field}"}`);
  });
});

describe('a sociogram', () => {
  it('holds so many people and no more', () => {
    const full = aSociogram(Array.from({ length: mostPlacements }, () => aPlacement()));
    const ids = { id: anId<'placement'>(), figureId: anId<'figure'>() };

    expect(() => full.place(ids, aPlacement())).toThrow('sociogramFull');
  });

  it('marks exactly those with an important function', () => {
    const [eva, bo] = [aPlacement({ importantFunction: true }), aPlacement()];

    const after = aSociogram([eva, bo]).withImportant(new Set([bo.figureId]));

    expect(after.placements.map((one) => one.importantFunction)).toEqual([false, true]);
  });

  it('knows nobody who is not on it', () => {
    expect(() => aSociogram().placementOf(anId<'figure'>())).toThrow('notFound');
    expect(() => aSociogram().withImportant(new Set([anId<'figure'>()]))).toThrow('notFound');
  });

  it('is not changed once it is closed', () => {
    const eva = aPlacement();
    const closed = aSociogram([eva]).closedOn(CalendarDate.of('2027-05-03'));

    expect(closed.dated.iso).toBe('2027-05-03');
    expect(() => closed.remove(eva.figureId)).toThrow('sociogramClosed');
    expect(() => closed.closedOn(CalendarDate.of('2027-05-04'))).toThrow('sociogramClosed');
  });

  it('is not kept while it is empty', () => {
    expect(() => aSociogram().closedOn(CalendarDate.of('2027-05-03'))).toThrow('sociogramEmpty');
  });

  it('goes on in a new version with the same people in new places of their own', () => {
    const eva = aPlacement({ meaning: 'ringer varje dag' });
    const next = nextOf(aSociogram([eva]).closedOn(CalendarDate.of('2027-05-03')));
    const [again] = next.placements;

    expect([next.version, next.closed]).toEqual([2, false]);
    expect(again).toMatchObject({ figureId: eva.figureId, sociogramId: next.id, meaning: 'ringer varje dag' });
    expect(again?.id).not.toBe(eva.id);
  });
});

describe('the comparison of two versions', () => {
  it('tells who is new, gone, closer and further', () => {
    const [stays, goes, comes, drifts] = [
      aPlacement({ name: 'Stays' }),
      aPlacement({ name: 'Goes' }),
      aPlacement({ name: 'Comes', ring: 3 }),
      aPlacement({ name: 'Drifts', ring: 1 }),
    ];
    const earlier = aSociogram([stays, goes, comes, drifts]);
    const later = nextOf(earlier)
      .remove(goes.figureId)
      .replace(comes.closer())
      .replace(drifts.further())
      .place({ id: anId<'placement'>(), figureId: anId<'figure'>() }, aPlacement({ name: 'New' }));

    const { new: added, gone, closer, further } = compare(earlier, later);

    expect([added, gone, closer, further].map((ones) => ones.map(({ name }) => name))).toEqual([
      ['New'],
      ['Goes'],
      ['Comes'],
      ['Drifts'],
    ]);
  });
});
