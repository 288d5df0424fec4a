import { CalendarDate } from '../../../src/kernel/calendar-date';
import { SwedishCalendar } from '../../../src/availability/domain/swedish-calendar';
import { drawYearWheel, Wheel } from '../../../src/planning/domain/year-wheel';

const wheel = (changes: Partial<Wheel> = {}): string =>
  drawYearWheel({
    from: CalendarDate.of('2027-01-19'),
    language: 'sv',
    calendar: new SwedishCalendar(),
    meetings: [
      { number: 1, day: CalendarDate.of('2027-01-19'), mark: 'called' },
      { number: 2, day: CalendarDate.of('2027-02-16'), mark: 'booked' },
    ],
    words: {
      title: 'Årshjul',
      description: 'Mötena som märken.',
      middle: ['2 möten', '2027'],
      closed: 'Röda dagar',
      quiet: 'Lugna veckor',
      gap: 'Tid mellan möten',
      marks: { proposed: 'Föreslaget', booked: 'Bokat', called: 'Kallat', held: 'Hållet', cancelled: 'Inställt' },
    },
    ...changes,
  });

describe('the year wheel', () => {
  it('names twelve months, with the first at the top', () => {
    const names = [...wheel().matchAll(/<text[^>]*y="([\d.]+)"[^>]*>([a-zå-ö]{3})<\/text>/g)];

    expect(names.map(([, , name]) => name)).toHaveLength(12);
    expect(Math.min(...names.map(([, y]) => Number(y)))).toBe(Number(names[0]![1]));
  });

  it('tells each status by its own word, never by colour alone', () => {
    expect(wheel()).toContain('>Kallat<');
    expect(wheel()).toContain('>Bokat<');
    expect(wheel()).not.toContain('>Inställt<');
  });

  it('leaves out a meeting that lies in another year', () => {
    const late = [{ number: 8, day: CalendarDate.of('2028-03-01'), mark: 'booked' as const }];

    expect(wheel({ meetings: late })).not.toContain('>8<');
  });

  it('shows words that hold signs of markup as words', () => {
    const words = { title: '<script>', description: '"&"' };

    expect(wheel({ words: { ...baseWords, ...words } })).toContain('&lt;script&gt;');
  });
});

const baseWords: Wheel['words'] = {
  title: '',
  description: '',
  middle: ['', ''],
  closed: '',
  quiet: '',
  gap: '',
  marks: { proposed: '', booked: '', called: '', held: '', cancelled: '' },
};
