import { CalendarDate } from '../../../src/kernel/calendar-date';
import { SwedishCalendar } from '../../../src/availability/domain/swedish-calendar';
import { requireOpenStart } from '../../../src/planning/domain/year-wishes';
import { someWishes } from '../../support/year-wishes';

const refusal = (attempt: () => unknown): string => {
  try {
    attempt();
  } catch (fault) {
    return (fault as { code: string }).code;
  }
  return 'accepted';
};

describe('the wishes for a year', () => {
  it('take 90 minutes freely and more only with a reason', () => {
    expect(someWishes({ minutes: 90 }).parts.minutes).toBe(90);
    expect(refusal(() => someWishes({ minutes: 100 }))).toBe('longMeetingWithoutReason');
    expect(someWishes({ minutes: 100, lengthReason: 'En lång resa för två av oss.' }).parts.minutes).toBe(100);
  });

  it.each([0, 400])('refuse an interval of %i months', (months) => {
    expect(refusal(() => someWishes({ intervals: [1, months] }))).toBe('intervalOutOfRange');
  });

  it('refuse hours that no meeting fits in', () => {
    expect(refusal(() => someWishes({ earliest: '15:00', latest: '15:30' }))).toBe('hoursTooShort');
  });

  it('refuse to begin on a red day, and name a day to take instead', () => {
    const begin = () => {
      requireOpenStart(CalendarDate.of('2027-05-06'), new SwedishCalendar(), 'sv');
    };

    expect(refusal(begin)).toBe('startOnHoliday');
    expect(begin).toThrow('fredag 7 maj 2027');
  });
});
