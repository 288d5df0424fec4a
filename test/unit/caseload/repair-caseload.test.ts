import { SwedishCalendar } from '../../../src/availability/domain/swedish-calendar';
import type { KnownTimes } from '../../../src/caseload/domain/next-row';
import { repair } from '../../../src/caseload/domain/repair';
import { bookedAhead, caseloadOfBooked } from '../../../src/caseload/domain/repair-caseload';
import type { Caseload } from '../../../src/planning/domain/caseload';
import type { Booking } from '../../../src/meetings/domain/meeting';
import { aDay, aGroup, anId } from '../../support/groups-builders';
import { aMeeting } from '../../support/meetings-builders';
import { spanText } from '../../support/repair-builders';
import { someWishes } from '../../support/year-wishes';

const today = aDay('2027-04-01');
const calendar = new SwedishCalendar();
const on = (day: string, given: Partial<Booking> = {}) => aMeeting({ day: aDay(day), target: aDay(day), ...given });

interface Given {
  readonly meetings: readonly ReturnType<typeof on>[];
  readonly state?: 'active' | 'resting';
  readonly things?: NonNullable<KnownTimes['things']>;
}

function caseloadWith({ meetings, state = 'active', things = [] }: Given): Caseload {
  const group = aGroup({ state });
  const booked = bookedAhead([{ group, meetings, plan: null, wishes: someWishes().parts }], today);
  return caseloadOfBooked({
    booked,
    known: { zone: 'Europe/Stockholm', hours: [], taken: [], things },
    calendar,
    today,
  });
}

const firstOf = (given: Given): Caseload['groups'][number] => caseloadWith(given).groups[0]!;

describe('what is booked, as the planner sees it', () => {
  it('is every meeting from tomorrow on that was not called off, each with its own length', () => {
    const meetings = [on('2027-04-01'), on('2027-04-14', { minutes: 75 }), on('2027-05-14').become('cancelled')];

    expect(caseloadWith({ meetings }).groups.map(({ id, minutes }) => [id, minutes])).toEqual([[meetings[1]!.id, 75]]);
    expect(caseloadWith({ meetings, state: 'resting' }).groups).toEqual([]);
  });

  it('has a window that does not reach another of the group’s meetings', () => {
    expect(firstOf({ meetings: [on('2027-04-14')] }).windowDays).toBe(10);
    expect(firstOf({ meetings: [on('2027-04-14'), on('2027-04-20')] }).windowDays).toBe(5);
  });

  it('aims at where a meeting stands, when somebody has moved it further than its window', () => {
    const near = on('2027-04-20', { target: aDay('2027-04-14') });
    const far = on('2027-05-10', { target: aDay('2027-04-14') });

    expect([firstOf({ meetings: [near] }).start.iso, firstOf({ meetings: [far] }).start.iso]).toEqual([
      '2027-04-14',
      '2027-05-10',
    ]);
  });

  it('needs the room of a meeting like one of the core', () => {
    const thingId = anId<'thing'>();
    const things = [{ id: thingId, name: 'Rum 3', hours: null, taken: [] }];

    const { groups, people } = caseloadWith({ meetings: [on('2027-04-14', { thingId })], things });

    expect(groups[0]!.core).toContain(thingId);
    expect(people.find(({ id }) => id === thingId)?.isThing).toBe(true);
  });

  it('is moved at the hour it has, if that can be', () => {
    const [move] = repair(caseloadWith({ meetings: [on('2027-05-06')] }), {
      cause: () => true,
      weightOf: () => 0,
    }).moves;

    expect(move && spanText(move.to)).toBe('2027-05-05T13:00');
  });

  it('is moved to tomorrow at the earliest', () => {
    const onSaturday = on('2027-04-03', { target: today });
    const [move] = repair(caseloadWith({ meetings: [onSaturday] }), { cause: () => true, weightOf: () => 0 }).moves;

    expect(move && spanText(move.to)).toBe('2027-04-02T13:00');
  });
});
