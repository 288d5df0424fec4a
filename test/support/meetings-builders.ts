import type { ItemContent } from '../../src/agendas/domain/agenda-item';
import { AgendaItem, type ItemSource } from '../../src/agendas/domain/agenda-item';
import { Agenda } from '../../src/agendas/domain/agenda';
import { wholeCircle } from '../../src/groups/domain/readership';
import { TimeOfDay } from '../../src/kernel/time-of-day';
import { type Booking, Meeting, type MeetingOrigin } from '../../src/meetings/domain/meeting';
import { aDay, anId, resourceGroupProfile } from './groups-builders';

export const aBooking = (given: Partial<Booking> = {}): Booking => ({
  number: 1,
  target: aDay('2027-04-14'),
  day: aDay('2027-04-14'),
  start: TimeOfDay.of('13:00'),
  minutes: 60,
  form: 'office',
  place: 'Rum 3',
  placeIsPublic: false,
  why: '[]',
  ...given,
});

export const anOrigin = (given: Partial<MeetingOrigin> = {}): MeetingOrigin => ({
  id: anId(),
  organisationId: anId(),
  groupId: anId(),
  zone: 'Europe/Stockholm',
  ...given,
});

export const aMeeting = (given: Partial<Booking> = {}): Meeting =>
  Meeting.book(anOrigin(), aBooking(given), resourceGroupProfile());

export const anItemContent = (given: Partial<ItemContent> = {}): ItemContent => ({
  title: 'Nytt från läkaren',
  neutralTitle: 'Nytt sedan sist',
  leader: 'doctor',
  minutes: 10,
  line: 'Det nya är sagt.',
  easy: 'Läkaren berättar.',
  readership: wholeCircle,
  guest: null,
  ...given,
});

/** An item of ten minutes that is on no agenda yet. */
export const anItem = (title: string, given: Partial<ItemContent & ItemSource> = {}): AgendaItem =>
  new AgendaItem({
    ...anItemContent({ title }),
    ...{ id: anId(), organisationId: anId(), agendaId: anId(), position: 1 },
    ...given,
  });

/** An agenda whose items have these titles, ten minutes each. */
export function anAgenda(...titles: readonly string[]): Agenda {
  const origin = { id: anId<'agenda'>(), organisationId: anId<'organisation'>() };
  const items = titles.map(
    (title, index) =>
      new AgendaItem({
        ...anItemContent({ title }),
        id: anId(),
        organisationId: origin.organisationId,
        agendaId: origin.id,
        position: index + 1,
      }),
  );
  return new Agenda({ ...origin, meetingId: anId(), items });
}
