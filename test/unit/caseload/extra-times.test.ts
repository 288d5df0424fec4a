import { SwedishCalendar } from '../../../src/availability/domain/swedish-calendar';
import { type ExtraQuestion, extraTimes, extraWhy, isExtra } from '../../../src/caseload/domain/extra-times';
import { TimeOfDay } from '../../../src/kernel/time-of-day';
import type { PlannedPerson } from '../../../src/planning/domain/caseload-parts';
import { aDay } from '../../support/groups-builders';
import { spanText } from '../../support/repair-builders';

const time = (text: string): TimeOfDay => TimeOfDay.of(text);
const busy = (id: string, from: string, until: string): PlannedPerson => ({
  id,
  busy: [{ from: at(from), until: at(until) }],
});
const at = (text: string) => ({ day: aDay(text.slice(0, 10)), time: time(text.slice(11)) });
const free = (id: string): PlannedPerson => ({ id });

const asked = (given: Partial<ExtraQuestion> = {}): ExtraQuestion => ({
  from: at('2027-01-18T08:00'),
  minutes: 60,
  earliest: time('08:00'),
  latest: time('17:00'),
  core: ['user', 'coordinator', 'doctor'].map(free),
  network: ['mother', 'friend', 'nurse'].map(free),
  calendar: new SwedishCalendar(),
  isAtHome: false,
  ...given,
});

const found = (given: Partial<ExtraQuestion> = {}): readonly string[] =>
  extraTimes(asked(given)).map(({ span }) => spanText(span));

describe('an extra meeting', () => {
  it('is offered at the three earliest times, one after the other', () => {
    expect(found()).toEqual(['2027-01-18T08:00', '2027-01-18T09:00', '2027-01-18T10:00']);
  });

  it('waits for all of the core', () => {
    const core = [free('user'), free('coordinator'), busy('doctor', '2027-01-18T08:00', '2027-01-19T15:30')];

    expect(found({ core })).toEqual(['2027-01-19T15:30', '2027-01-20T08:00', '2027-01-20T09:00']);
  });

  it('waits until at least half of the network can come, and says who cannot', () => {
    const away = ['mother', 'friend'].map((id) => busy(id, '2027-01-18T08:00', '2027-01-18T11:00'));
    const nurse = busy('nurse', '2027-01-18T11:00', '2027-01-18T12:00');

    const [first] = extraTimes(asked({ network: [...away, nurse] }));

    expect([first && spanText(first.span), first?.absent]).toEqual(['2027-01-18T11:00', ['nurse']]);
  });

  it('leaves time for the way to and from somebody’s home', () => {
    const doctor = { ...busy('doctor', '2027-01-18T09:30', '2027-01-18T10:00'), travelMinutes: 30 };
    const core = [free('user'), free('coordinator'), doctor];

    expect(found({ core })[0]).toBe('2027-01-18T08:00');
    expect(found({ core, minutes: 75, isAtHome: true })[0]).toBe('2027-01-18T10:30');
  });

  it('skips closed days and times that are too soon', () => {
    expect(found({ from: at('2027-01-22T15:45') })).toEqual([
      '2027-01-22T16:00',
      '2027-01-25T08:00',
      '2027-01-25T09:00',
    ]);
  });

  it('is not offered later than in seven days', () => {
    const core = [busy('user', '2027-01-18T08:00', '2027-01-25T17:00')];

    expect(found({ core })).toEqual([]);
  });

  it('is told from the meetings of the row', () => {
    const [first] = extraTimes(asked());

    expect([isExtra(extraWhy(first!)), isExtra(''), isExtra('[]'), isExtra('{"absent":[]}')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
