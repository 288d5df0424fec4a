import { SwedishCalendar } from '../../../src/availability/domain/swedish-calendar';
import { type Clash, standingIn } from '../../../src/caseload/domain/clashes';
import type { KnownTimes } from '../../../src/caseload/domain/next-row';
import { repair } from '../../../src/caseload/domain/repair';
import {
  bookedAhead,
  caseloadOfBooked,
  daysAround,
  mayBeReplaced,
  peopleOfBooked,
} from '../../../src/caseload/domain/repair-caseload';
import type { Caseload } from '../../../src/planning/domain/caseload';
import type { ResourceGroup } from '../../../src/groups/domain/resource-group';
import { Deputy } from '../../../src/meetings/domain/deputy';
import { weighedDays } from '../../../src/planning/domain/weighed-days';
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
  readonly group?: ResourceGroup;
  readonly things?: NonNullable<KnownTimes['things']>;
  readonly deputies?: readonly Deputy[];
}

function caseloadWith({ meetings, group = aGroup(), things = [], deputies = [] }: Given): Caseload {
  const booked = bookedAhead([{ group, meetings, deputies, plan: null, wishes: someWishes().parts }], today);
  const question = { booked, known: { zone: 'Europe/Stockholm', hours: [], taken: [], things }, calendar, today };
  const weighed = weighedDays(calendar, daysAround(booked, today));
  return caseloadOfBooked(question, { people: [...peopleOfBooked(question)], weighed });
}

const firstOf = (given: Given): Caseload['groups'][number] => caseloadWith(given).groups[0]!;

describe('what is booked, as the planner sees it', () => {
  it('is every meeting from tomorrow on that was not called off, each with its own length', () => {
    const meetings = [on('2027-04-01'), on('2027-04-14', { minutes: 75 }), on('2027-05-14').become('cancelled')];

    expect(caseloadWith({ meetings }).groups.map(({ id, minutes }) => [id, minutes])).toEqual([[meetings[1]!.id, 75]]);
    expect(caseloadWith({ meetings, group: aGroup({ state: 'resting' }) }).groups).toEqual([]);
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

  it('needs whoever stands in, at that meeting alone, and not the one they stand in for', () => {
    const group = aGroup();
    const doctor = group.inPart('doctor')!.personId;
    const meetings = [on('2027-04-14'), on('2027-05-14')];
    const { id: meetingId, organisationId } = meetings[0]!;
    const [id, deputy] = [anId<'deputy'>(), anId<'person'>()];
    const approval = { on: today, how: 'at-meeting' } as const;
    const standingIn = { id, organisationId, meetingId, approval, forPersonId: doctor, personId: deputy };

    const [first, second] = caseloadWith({ meetings, group, deputies: [new Deputy(standingIn)] }).groups;

    expect([first!.core.includes(deputy), first!.core.includes(doctor)]).toEqual([true, false]);
    expect([second!.core.includes(deputy), second!.core.includes(doctor)]).toEqual([false, true]);
  });

  it('is helped by somebody who stands in for the doctor, and by nobody for the service user', () => {
    const group = aGroup();
    const meetings = [on('2027-04-14')];
    const [booked] = bookedAhead([{ group, meetings, deputies: [], plan: null, wishes: someWishes().parts }], today);
    const [standing] = standingIn(caseloadWith({ meetings, group }));
    const away = (person: string): Clash => ({ kind: 'away', meeting: standing!, person, why: 'busy' });

    expect(mayBeReplaced(booked!, [away(group.inPart('doctor')!.personId)])).toBe(true);
    expect(mayBeReplaced(booked!, [away(group.serviceUserId)])).toBe(false);
    expect(mayBeReplaced(booked!, [{ kind: 'closedDay', meeting: standing!, why: 'weekend' }])).toBe(false);
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
