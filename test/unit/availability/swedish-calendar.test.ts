import { CalendarDate } from '../../../src/kernel/calendar-date';
import { SwedishCalendar } from '../../../src/availability/domain/swedish-calendar';
import { weighedDays } from '../../../src/planning/domain/weighed-days';
import { redDaysAndEves } from '../../support/plan-checker';

const calendar = new SwedishCalendar();
const day = (iso: string): CalendarDate => CalendarDate.of(iso);

function daysOf(year: number): readonly CalendarDate[] {
  const first = day(`${String(year)}-01-01`);
  const length = first.daysUntil(day(`${String(year + 1)}-01-01`));
  return Array.from({ length }, (_, at) => first.plusDays(at));
}

const daysThat = (year: number, holds: (date: CalendarDate) => boolean): readonly string[] =>
  daysOf(year)
    .filter(holds)
    .map((date) => date.iso.slice(5));

const closedAs = (why: string) => (date: CalendarDate) => {
  const kind = calendar.kindOf(date);
  return kind.kind === 'closed' && kind.why === why;
};

const weighedAs = (why: string) => (date: CalendarDate) => calendar.weighings(date).some((one) => one.why === why);

describe('the Swedish calendar', () => {
  it('knows the red days of 2027', () => {
    expect(daysThat(2027, closedAs('redDay'))).toEqual([
      '01-01',
      '01-06',
      '03-26',
      '03-28',
      '03-29',
      '05-01',
      '05-06',
      '05-16',
      '06-06',
      '06-26',
      '11-06',
      '12-25',
      '12-26',
    ]);
  });

  it('treats the eves of midsummer, Christmas and the new year as red days', () => {
    expect(daysThat(2027, closedAs('eve'))).toEqual(['06-25', '12-24', '12-31']);
  });

  it.each([
    [2026, ['01-02', '01-05', '05-15']],
    [2027, ['05-07']],
    [2028, ['01-07', '05-26', '06-05']],
  ])('finds the squeeze days of %i', (year, days) => {
    expect(daysThat(year, weighedAs('squeezeDay'))).toEqual(days);
  });

  it('knows the half-days that are working days', () => {
    expect(daysThat(2027, weighedAs('halfDay'))).toEqual(['01-05', '03-25', '04-30', '11-05']);
  });

  it.each([2026, 2027, 2028, 2033, 2038])('closes the same days as a reckoning of its own in %i', (year) => {
    const closed = new Set(daysThat(year, (date) => closedAs('redDay')(date) || closedAs('eve')(date)));
    expect(closed).toEqual(new Set([...redDaysAndEves(year)].map((iso) => iso.slice(5))));
  });

  it('weighs against weeks 28 to 31 and 52 to 1, a long year’s week 53 too', () => {
    const quiet = daysOf(2026).filter((date) => weighedAs('quietWeek')(date));
    expect(new Set(quiet.map(({ week }) => week))).toEqual(new Set([1, 28, 29, 30, 31, 52, 53]));
  });

  it('weighs against the weeks it is told instead', () => {
    const skiing = new SwedishCalendar({ quietWeeks: [9] });
    expect(skiing.weighings(day('2027-03-03'))).toEqual([{ why: 'quietWeek' }]);
    expect(skiing.weighings(day('2027-07-14'))).toEqual([]);
  });

  it('names a closed day in Swedish and in English', () => {
    expect(calendar.kindOf(day('2027-06-25'))).toEqual({
      kind: 'closed',
      why: 'eve',
      name: { sv: 'midsommarafton', en: 'Midsummer Eve' },
    });
  });

  it('closes weekends and the days we close ourselves', () => {
    const own = new SwedishCalendar({ closedDays: [{ day: day('2027-05-07') }] });
    expect(own.kindOf(day('2027-05-08'))).toEqual({ kind: 'closed', why: 'weekend' });
    expect(own.kindOf(day('2027-05-07'))).toEqual({ kind: 'closed', why: 'ownClosedDay' });
    expect(own.weighings(day('2027-05-07'))).toEqual([]);
  });

  it('lists the weighed days of a time with what each costs', () => {
    const days = weighedDays(calendar, { from: day('2027-04-29'), until: day('2027-05-07') });
    expect(days.map(({ day: date, why, cost }) => [date.iso, why, cost])).toEqual([
      ['2027-04-30', 'halfDay', 3],
      ['2027-05-07', 'squeezeDay', 4],
    ]);
  });
});
