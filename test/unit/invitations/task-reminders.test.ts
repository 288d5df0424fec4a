import { type TaskTerms, taskRemindersDue } from '../../../src/invitations/domain/task-reminders';
import type { CallLine } from '../../../src/invitations/domain/call-list';
import { CalendarDate } from '../../../src/kernel/calendar-date';
import { Instant } from '../../../src/kernel/instant';
import { TimeOfDay } from '../../../src/kernel/time-of-day';
import { aPerson, groupId, listFor } from '../../support/broker';

const eva = aPerson(1);
const day = CalendarDate.of('2027-04-14');
const aTask = (given: Partial<TaskTerms['tasks'][number]> = {}): TaskTerms['tasks'][number] => ({
  ...{ doers: [eva.personId], by: day, isOpen: true },
  ...given,
});

interface Given {
  readonly at?: string;
  readonly tasks?: TaskTerms['tasks'];
  readonly isWanted?: boolean;
  readonly lines?: readonly CallLine[];
  readonly putBefore?: readonly string[];
}

const due = ({ at = '2027-04-12T09:00:00+02:00', tasks = [aTask()], isWanted = true, ...given }: Given) => {
  const { lines = listFor({ people: [eva], meetings: [] }), putBefore = [] } = given;
  const gathering = { parts: { now: Instant.of(new Date(at).toISOString()) }, lines, calling: { groupId, putBefore } };
  const terms = { tasks, isWanted: () => isWanted, zone: 'Europe/Stockholm', from: TimeOfDay.of('08:00') };
  return taskRemindersDue(gathering, terms).flatMap(({ messages }) => messages);
};

describe('Who is reminded of what they have promised to do', () => {
  it('is whoever wants it, two days before, until the day before', () => {
    const days = ['11', '12', '13', '14', '15'].map((at) => due({ at: `2027-04-${at}T09:00:00+02:00` }).length);

    expect(days).toEqual([0, 1, 1, 0, 0]);
  });

  it('is nobody who has not asked for it', () => {
    expect(due({ isWanted: false })).toEqual([]);
  });

  it('is nobody at night', () => {
    expect(due({ at: '2027-04-12T07:59:00+02:00' })).toEqual([]);
  });

  it('is not whose task is done, or another’s', () => {
    expect(due({ tasks: [aTask({ isOpen: false })] })).toEqual([]);
    expect(due({ tasks: [aTask({ doers: [aPerson(2).personId] })] })).toEqual([]);
  });

  it('hears once of all that is to be done by one day', () => {
    const [message, ...more] = due({ tasks: [aTask(), aTask()] });

    expect(message).toMatchObject({ kind: 'taskReminder', count: 2, by: day });
    expect(more).toEqual([]);
    expect(due({ putBefore: [message?.once ?? ''] })).toEqual([]);
  });

  it('hears of each day by itself', () => {
    expect(due({ tasks: [aTask(), aTask({ by: day.plusDays(-1) })] })).toHaveLength(2);
  });

  it('is nobody who gets no mail', () => {
    const reach = { by: 'letter', address: 'Storgatan 1' } as const;

    expect(due({ lines: listFor({ people: [aPerson(1, { reach })], meetings: [] }) })).toEqual([]);
  });
});
