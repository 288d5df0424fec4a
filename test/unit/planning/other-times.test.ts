import { idOf, type PersonId } from '../../../src/kernel/identifiers';
import { TimeOfDay } from '../../../src/kernel/time-of-day';
import { obstaclesOf } from '../../../src/planning/domain/obstacles';
import { otherTimes, type OtherTimesQuestion } from '../../../src/planning/domain/other-times';
import { SwedishCalendar } from '../../../src/availability/domain/swedish-calendar';
import { aDay, anId } from '../../support/groups-builders';

const olle: PersonId = idOf('00000000-0000-4000-8000-000000000001');
const eva: PersonId = idOf('00000000-0000-4000-8000-000000000002');
const calendar = new SwedishCalendar();

const at = (day: string, start = '13:00', minutes = 60) => ({ day: aDay(day), start: TimeOfDay.of(start), minutes });
const taken = (personId: PersonId, starts: string, ends: string) => ({ personId, starts, ends });

const timesFor = (given: Partial<OtherTimesQuestion> = {}): string[] =>
  otherTimes({
    ...{ now: at('2027-04-14'), zone: 'Europe/Stockholm', core: [olle], network: [eva], hours: [], taken: [] },
    ...{ others: [], calendar, today: aDay('2027-03-01') },
    wishes: { weekdays: [], earliest: '08:00', latest: '17:00' },
    ...given,
  }).map(({ span, absent }) => `${span.day.iso} ${span.start.toString()}${absent.length > 0 ? ' without Eva' : ''}`);

describe('the other times of a booked meeting', () => {
  it('are three, the nearest days at the same hour first', () => {
    expect(timesFor()).toEqual(['2027-04-13 13:00', '2027-04-15 13:00', '2027-04-12 13:00']);
  });

  it('are on a weekday that the group wished for, where one is near', () => {
    const wishes = { weekdays: [4], earliest: '08:00', latest: '17:00' } as const;

    expect(timesFor({ wishes })[0]).toBe('2027-04-15 13:00');
  });

  it('lie from tomorrow on', () => {
    expect(timesFor({ today: aDay('2027-04-14') })).toEqual([
      ...['2027-04-15 13:00', '2027-04-16 13:00', '2027-04-19 13:00'],
    ]);
  });

  it('are none when somebody of the core is taken throughout, and keep clear of the group’s other meetings', () => {
    expect(timesFor({ taken: [taken(olle, '2027-04-01T00:00', '2027-05-01T00:00')] })).toEqual([]);
    expect(timesFor({ others: [at('2027-04-13', '08:00', 540)] })).not.toContain('2027-04-13 13:00');
  });

  it('say who of the network cannot come', () => {
    const away = [taken(eva, '2027-04-01T00:00', '2027-05-01T00:00')];

    expect(timesFor({ taken: away })[0]).toBe('2027-04-13 13:00 without Eva');
  });

  it('are free times of the room that the meeting is in', () => {
    const room = { id: anId<'thing'>(), name: 'Björken', hours: null };
    const things = [{ ...room, taken: [{ starts: '2027-04-13T13:00', ends: '2027-04-13T14:00' }] }];

    expect(timesFor({})[0]).toBe('2027-04-13 13:00');
    expect(timesFor({ things })[0]).toBe('2027-04-15 13:00');
  });

  it('are found for a meeting outside the hours the group wished for, and for a red day', () => {
    expect(timesFor({ now: at('2027-04-14', '18:30', 120) })[0]).toBe('2027-04-13 18:30');
    expect(timesFor({ now: at('2027-05-06') })).toHaveLength(3);
  });
});

describe('what speaks against a chosen time', () => {
  const against = (span: ReturnType<typeof at>, more: object = {}) =>
    obstaclesOf({ span, isAtHome: false, travel: [], things: [], taken: [], others: [], calendar, ...more });

  it('is nothing on an open day when everybody is free', () => {
    expect(against(at('2027-04-14'))).toEqual([]);
  });

  it.each([
    ['2027-05-06', 'redDay'],
    ['2027-06-25', 'eve'],
    ['2027-04-17', 'weekend'],
  ])('is that %s is closed: %s', (day, why) => {
    expect(against(at(day))).toMatchObject([{ kind: 'closedDay', why }]);
  });

  it('is a time that meets it, and not one that only touches it', () => {
    const busy = [taken(eva, '2027-04-14T13:30', '2027-04-14T15:00')];

    expect(against(at('2027-04-14'), { taken: busy })).toMatchObject([{ kind: 'taken', personId: eva }]);
    expect(against(at('2027-04-14', '12:30'), { taken: busy })).toEqual([]);
    expect(against(at('2027-04-14', '15:00'), { taken: busy })).toEqual([]);
  });

  it('tells only of that day when somebody is taken for several', () => {
    const away = [taken(eva, '2027-04-13T08:00', '2027-04-16T12:00')];
    const [found] = against(at('2027-04-14'), { taken: away });

    expect(found).toMatchObject({ from: TimeOfDay.of('00:00'), until: TimeOfDay.of('23:59') });
  });

  it('is a busy time within somebody’s way to a meeting at home', () => {
    const busy = [taken(eva, '2027-04-14T14:15', '2027-04-14T15:00')];
    const travel = [{ personId: eva, minutes: 30 }];

    expect(against(at('2027-04-14'), { taken: busy, travel })).toEqual([]);
    expect(against(at('2027-04-14'), { taken: busy, travel, isAtHome: true })).toMatchObject([
      { kind: 'taken', personId: eva, from: TimeOfDay.of('14:15') },
    ]);
    expect(against(at('2027-04-14', '00:10'), { taken: [], travel, isAtHome: true })).toEqual([]);
  });

  it('is another meeting in the same room', () => {
    const room = { id: anId<'thing'>(), name: 'Björken', hours: null };
    const things = [{ ...room, taken: [{ starts: '2027-04-14T13:30', ends: '2027-04-14T14:30' }] }];

    expect(against(at('2027-04-14'), { things })).toMatchObject([{ kind: 'thingTaken', name: 'Björken' }]);
    expect(against(at('2027-04-14', '12:30'), { things })).toEqual([]);
  });

  it('is another of the group’s own meetings', () => {
    const others = [{ ...at('2027-04-14', '12:30'), number: 3 }];

    expect(against(at('2027-04-14'), { others })).toEqual([{ kind: 'ownMeeting', number: 3 }]);
  });
});
