import { CalendarDate } from '../../../src/kernel/calendar-date';
import { wallTimeOf } from '../../../src/availability/domain/personal-hours';
import { groupOf, personOf, proposeYear, YearQuestion } from '../../../src/planning/domain/propose-year';
import { SwedishCalendar } from '../../../src/availability/domain/swedish-calendar';
import { TravelTime } from '../../../src/availability/domain/travel-time';
import type { PersonId } from '../../../src/kernel/identifiers';
import { TimeOfDay } from '../../../src/kernel/time-of-day';
import { anId } from '../../support/groups-builders';
import { someWishes } from '../../support/year-wishes';

const question = (changes: Partial<YearQuestion> = {}): YearQuestion => ({
  wishes: someWishes(),
  zone: 'Europe/Stockholm',
  core: ['olle', 'coordinator', 'doctor'],
  network: ['mother', 'friend', 'officer'],
  hours: [],
  taken: [],
  calendar: new SwedishCalendar(),
  chosen: [],
  ...changes,
});

const wholeYear = (person: string) => ({
  personId: person as PersonId,
  starts: '2027-01-01T00:00',
  ends: '2028-06-01T00:00',
});

describe('a proposed year', () => {
  it('has seven meetings in its first twelve months by the default taper', () => {
    expect(proposeYear(question()).meetings).toHaveLength(7);
  });

  it('says of every date why it is there and offers three others', () => {
    for (const meeting of proposeYear(question()).meetings) {
      expect(meeting.why.length).toBeGreaterThan(0);
      expect(meeting.alternatives).toHaveLength(3);
    }
  });

  it('names those of the network who cannot come', () => {
    const { meetings } = proposeYear(question({ taken: [wholeYear('friend')] }));

    expect(meetings.map(({ absent }) => absent)).toEqual(meetings.map(() => ['friend']));
  });

  it('leaves a gap, with whose time excludes it, when one of the core trio never can', () => {
    const { meetings, gaps } = proposeYear(question({ taken: [wholeYear('doctor')] }));

    expect(meetings).toEqual([]);
    expect(gaps).toHaveLength(7);
    expect(gaps[0]?.why.flatMap(({ people }) => people ?? [])).toContain('doctor');
  });

  it('lies where the room that the group wants is free, and says so of the room as of no person', () => {
    const taken = [{ starts: '2027-01-18T00:00', ends: '2027-01-18T23:59' }];
    const room = { id: anId<'thing'>(), name: 'Björken', hours: null, taken };

    const { meetings } = proposeYear(question({ core: ['olle', room.id], things: [room] }));

    expect(meetings[0]!.day).not.toBe('2027-01-18');
    expect(meetings[0]!.why).toContainEqual({ rule: 'avoided.busy', values: { count: 1 }, people: [room.id] });
  });

  it('keeps within the hours of the room, and says when they leave no time', () => {
    const hours = { opens: TimeOfDay.of('13:00'), closes: TimeOfDay.of('14:00') };
    const room = { id: anId<'thing'>(), name: 'Björken', hours, taken: [] };
    const asked = { core: ['olle', room.id], things: [room] };

    expect(proposeYear(question(asked)).meetings.map(({ start }) => start)).toEqual(Array(7).fill('13:00'));
    const { gaps } = proposeYear(question({ ...asked, wishes: someWishes({ minutes: 90 }) }));
    expect(gaps[0]!.why).toMatchObject([{ rule: 'unplaced.thingHours', people: [room.id] }]);
  });

  it('tells the engine who travels to meetings at home', () => {
    const travel = [new TravelTime('doctor' as PersonId, anId(), 45)];
    const wishes = someWishes({ form: 'home' });

    expect(personOf('doctor', { hours: [], taken: [], travel, wishes }).travelMinutes).toBe(45);
    expect(personOf('olle', { hours: [], taken: [], travel, wishes })).not.toHaveProperty('travelMinutes');
    expect(groupOf('group', question({ wishes })).atHome).toBe(true);
  });

  it('keeps a time that was chosen by hand', () => {
    const { meetings } = proposeYear(question());
    const other = meetings[2]!.alternatives[0]!;
    const chosen = [{ index: 2, start: wallTimeOf(`${other.day}T${other.start}`) }];

    const again = proposeYear(question({ chosen }));

    expect(again.meetings[2]).toMatchObject({ day: other.day, start: other.start, chosen: true });
  });

  it('prefers the weekdays that suit best', () => {
    const { meetings } = proposeYear(question({ wishes: someWishes({ weekdays: [3] }) }));

    expect(meetings.map(({ day }) => CalendarDate.of(day).weekday)).toEqual(meetings.map(() => 3));
  });
});
