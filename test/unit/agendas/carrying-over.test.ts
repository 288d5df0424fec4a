import type { Agenda } from '../../../src/agendas/domain/agenda';
import { carriedOver, meetingAfter, type WayOfCarrying } from '../../../src/agendas/domain/carrying-over';
import type { Meeting } from '../../../src/meetings/domain/meeting';
import { aDay, anId, someMoment } from '../../support/groups-builders';
import { aMeeting, anAgenda, anItem } from '../../support/meetings-builders';

const onDay = (day: string, agenda: Agenda, meeting: Meeting = aMeeting({ day: aDay(day) })) => ({ meeting, agenda });
const titles = (agendas: readonly Agenda[]) => agendas.map(({ items }) => items.map(({ title }) => title));
const held = (day: string) =>
  aMeeting({ day: aDay(day) })
    .become('called')
    .become('held');

describe('an item that is carried over', () => {
  const april = onDay('2027-04-14', anAgenda('A', 'B'));
  const may = onDay('2027-05-12', anAgenda('X'));
  const carried = (way: WayOfCarrying, from = april, to = may) =>
    carriedOver([to, from], { meetingId: from.meeting.id, itemId: from.agenda.items[0]!.id, way, newId: anId() });

  it('leaves its agenda when it is moved, and stays when it is copied', () => {
    expect(titles(carried('move'))).toEqual([['B'], ['X', 'A']]);
    expect(titles(carried('copy'))).toEqual([['X', 'A']]);
  });

  it('stays on the agenda of a meeting that has begun', () => {
    const begun = onDay('2027-04-14', april.agenda.release(someMoment).begin(), april.meeting);

    expect(titles(carried('move', begun))).toEqual([['X', 'A']]);
  });

  it('comes before the new tasks, with its readers, its source and an id of its own', () => {
    const [proposedBy, reader] = [anId<'person'>(), anId<'person'>()];
    const readership = { audience: 'named', named: [reader] } as const;
    const from = onDay('2027-04-14', anAgenda().add(anItem('A', { readership, proposedBy, standing: 'goals' })));
    const to = onDay('2027-05-12', anAgenda().add(anItem('Nya uppgifter', { standing: 'newTasks' })));

    const arrived = carried('copy', from, to)[0]!;

    expect(titles([arrived])).toEqual([['A', 'Nya uppgifter']]);
    expect(arrived.items[0]).toMatchObject({ readership, proposedBy, standing: 'goals', agendaId: to.agenda.id });
    expect(arrived.items[0]?.id).not.toBe(from.agenda.items[0]?.id);
  });

  it('brings its guest along only when it moves', () => {
    const guest = anId<'person'>();
    const from = onDay('2027-04-14', anAgenda().add(anItem('A', { guest })));

    expect(carried('move', from).at(-1)?.items.at(-1)?.guest).toBe(guest);
    expect(carried('copy', from).at(-1)?.items.at(-1)?.guest).toBeNull();
  });

  it('is refused where the same item stands already', () => {
    expect(() => carried('copy', april, onDay('2027-05-12', anAgenda('A')))).toThrow('onNextAgendaAlready');
  });

  it('is refused when the next agenda is full, and when there is no next meeting', () => {
    const full = onDay('2027-05-12', anAgenda(...Array.from({ length: 40 }, (_, index) => `P ${String(index)}`)));

    expect(() => carried('move', april, full)).toThrow('nextAgendaFull');
    expect(() => carried('move', may, april)).toThrow('noNextMeeting');
  });

  it('is refused when it is not there', () => {
    const [itemId, newId] = [anId<'agenda item'>(), anId<'agenda item'>()];
    const nothing = { meetingId: april.meeting.id, itemId, way: 'move', newId } as const;

    expect(() => carriedOver([april, may], nothing)).toThrow('itemGone');
    expect(() => carriedOver([may], nothing)).toThrow('notFound');
  });
});

describe('the meeting after another', () => {
  it('is the soonest of those to come that are neither held nor cancelled, and whose agenda may be changed', () => {
    const april = aMeeting({ day: aDay('2027-04-14') });
    const others = [
      onDay('2027-09-15', anAgenda('A')),
      onDay('2027-08-18', anAgenda('A')),
      onDay('2027-03-10', anAgenda('A')),
      onDay('2027-05-12', anAgenda('A'), held('2027-05-12')),
      onDay('2027-06-16', anAgenda('A'), aMeeting({ day: aDay('2027-06-16') }).become('cancelled')),
      onDay('2027-07-14', anAgenda('A').release(someMoment).begin()),
    ];

    expect(meetingAfter(april, others)?.meeting.day.iso).toBe('2027-08-18');
  });
});
