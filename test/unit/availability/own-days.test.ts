import fc from 'fast-check';
import { readDayList } from '../../../src/availability/domain/day-list';
import { OwnDays, type OwnDaysParts } from '../../../src/availability/domain/own-days';
import { defaultQuietWeeks, quietWeeksText, readQuietWeeks } from '../../../src/availability/domain/quiet-weeks';
import { SwedishCalendar } from '../../../src/availability/domain/swedish-calendar';
import { aDay, anId } from '../../support/groups-builders';
import { proposeYear } from '../../../src/planning/domain/propose-year';
import { someWishes } from '../../support/year-wishes';

const organisationId = anId<'organisation'>();
const newDays = () => ({ id: anId<'own days'>(), organisationId });

function own(name: string, from: string, given: Partial<OwnDaysParts> = {}): OwnDays {
  return new OwnDays({ ...newDays(), kind: 'closed', name, from: aDay(from), until: aDay(from), ...given });
}
const sportlov = own('Sportlov', '2027-02-22', { kind: 'schoolBreak', until: aDay('2027-02-26') });

describe('the own days of an organisation', () => {
  const calendar = new SwedishCalendar({ ownDays: [own('Studiedag', '2027-05-07'), sportlov] });

  it('close a working day and give it their name', () => {
    const name = { sv: 'Studiedag', en: 'Studiedag' };

    expect(calendar.kindOf(aDay('2027-05-07'))).toEqual({ kind: 'closed', why: 'ownClosedDay', name });
    expect(calendar.ownClosedDays.map(({ day }) => day.iso)).toEqual(['2027-05-07']);
  });

  it('leave a red day its own name', () => {
    const both = new SwedishCalendar({ ownDays: [own('Ledigt', '2027-05-06')] });

    expect(both.kindOf(aDay('2027-05-06'))).toMatchObject({ why: 'redDay' });
  });

  it('weigh against every day of a school break and close none of them', () => {
    const week = sportlov.days.map((day) => [calendar.isOpen(day), calendar.weighings(day).map(({ why }) => why)]);

    expect(week).toEqual(Array.from({ length: 5 }, () => [true, ['schoolBreak']]));
  });

  it('weigh once on a day that is in a quiet week as well', () => {
    const july = new SwedishCalendar({
      ownDays: [own('Sommarlov', '2027-07-12', { kind: 'schoolBreak', until: aDay('2027-07-16') })],
    });

    expect(july.weighings(aDay('2027-07-13')).map(({ why }) => why)).toEqual(['schoolBreak']);
  });

  it('are named in the reason for a date that had to move', () => {
    const proposal = proposeYear({
      wishes: someWishes({ start: '2027-04-07', horizonMonths: 6, intervals: [1] }),
      ...{ zone: 'Europe/Stockholm', core: ['Olle'], network: [], hours: [], taken: [], chosen: [] },
      calendar,
    });

    const moved = proposal.meetings.find(({ target }) => target === '2027-05-07')!;
    expect(moved.day).not.toBe('2027-05-07');
    expect(moved.why).toContainEqual({
      rule: 'avoided.namedClosedDay',
      values: { day: '2027-05-07' },
      name: { sv: 'Studiedag', en: 'Studiedag' },
    });
  });

  it('end no sooner than they begin, and last no longer than a summer', () => {
    expect(() => own('Lov', '2027-06-14', { until: aDay('2027-06-13') })).toThrow('ownDaysReversed');
    expect(() => own('Lov', '2027-06-14', { until: aDay('2027-09-22') })).toThrow('ownDaysTooLong');
    expect(own('Lov', '2027-06-14', { until: aDay('2027-09-21') }).days).toHaveLength(100);
  });
});

describe('a pasted list of days', () => {
  it('is read line by line, whatever stands between and around', () => {
    const text =
      '\ufeff2027-05-07;Studiedag;stängt\r\n\r\n2027-02-22\t2027-02-26\tSportlov\tLOV\n2027-10-29,"Lugn dag",quiet';

    const reading = readDayList(text, newDays);

    expect(
      reading.kind === 'read' && reading.days.map(({ from, until, name, kind }) => [from.iso, until.iso, name, kind]),
    ).toEqual([
      ['2027-05-07', '2027-05-07', 'Studiedag', 'closed'],
      ['2027-02-22', '2027-02-26', 'Sportlov', 'schoolBreak'],
      ['2027-10-29', '2027-10-29', 'Lugn dag', 'quiet'],
    ]);
  });

  it('gives nothing when some lines are faulty, and names each of them', () => {
    const text = [
      '2027-05-07;Studiedag;stängt',
      '2027-02-30;Ingen dag;lov',
      'Studiedag;stängt',
      '',
      '2027-05-10;Studiedag;halvöppet',
      '2027-05-11;;stängt',
      '2027-05-12;2027-05-11;Baklänges;lov',
    ].join('\n');

    const reading = readDayList(text, newDays);

    expect(reading.kind === 'faulty' && reading.lines.map(({ number, fault }) => [number, fault.code])).toEqual([
      [2, 'notADate'],
      [3, 'dayLineParts'],
      [5, 'dayLineKind'],
      [6, 'fieldMissing'],
      [7, 'ownDaysReversed'],
    ]);
  });

  it('repeats nothing of a line that is hidden or endless', () => {
    const text = ['2027-05-07;Studiedag;\u202etgnäts', `2027-05-07;Studiedag;${'x'.repeat(100_000)}`].join('\n');

    const reading = readDayList(text, newDays);

    expect(reading.kind === 'faulty' && reading.lines.map(({ fault }) => [fault.code, fault.values.given])).toEqual([
      ['fieldWithHiddenCharacters', undefined],
      ['fieldTooLong', undefined],
    ]);
  });

  it('is refused when it is empty or endless', () => {
    expect(() => readDayList(' \n', newDays)).toThrow('fieldMissing');
    expect(() => readDayList('x\n'.repeat(501), newDays)).toThrow('tooManyOwnDays');
  });
});

describe('the quiet weeks', () => {
  it('are typed as spans that may go past the new year', () => {
    expect(quietWeeksText(defaultQuietWeeks)).toBe('28–31, 52–1');
    expect(readQuietWeeks('28-31, 52 – 1,9')).toEqual([28, 29, 30, 31, 52, 53, 1, 9]);
    expect(readQuietWeeks('')).toEqual([]);
  });

  it.each(['0', '54', '28–', 'juli', '9 10'])('are refused when they read "%s"', (typed) => {
    expect(() => readQuietWeeks(typed)).toThrow('weeksUnreadable');
  });

  it('come back the same from how they are typed', () => {
    const weeks = fc.uniqueArray(fc.integer({ min: 1, max: 53 }));

    fc.assert(
      fc.property(weeks, (some) => {
        expect([...readQuietWeeks(quietWeeksText(some))].sort()).toEqual([...some].sort());
      }),
    );
  });
});
