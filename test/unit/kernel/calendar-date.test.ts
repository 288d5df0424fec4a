import { CalendarDate } from '../../../src/kernel/calendar-date';

describe('a calendar date', () => {
  it('turns the 31st into the last day of a shorter month', () => {
    expect(CalendarDate.of('2027-01-31').plusMonths(1).iso).toBe('2027-02-28');
  });

  it('refuses a day that does not exist', () => {
    expect(() => CalendarDate.of('2027-02-30')).toThrow('notADate');
  });
});
