import type { SwedishCalendar } from '../../availability/domain/swedish-calendar';
import { CalendarDate } from '../../kernel/calendar-date';
import { TimeOfDay } from '../../kernel/time-of-day';
import type { PlannedPerson } from './caseload-parts';
import { type Appointment, whyAway } from './why-away';
import type { ProposedMeeting } from './year-plan';
import type { YearWishesParts } from './year-wishes';

/** Why a proposed meeting cannot be booked any more: what has been, has been closed, or was somebody's free time. */
export type Overtaken =
  | { readonly kind: 'passed' | 'closed'; readonly day: CalendarDate }
  | { readonly kind: 'away'; readonly day: CalendarDate; readonly people: readonly string[] };

/** The group's people and days as they are now. */
export interface PresentTime {
  readonly core: readonly string[];
  readonly network: readonly string[];
  readonly people: ReadonlyMap<string, PlannedPerson>;
  readonly calendar: SwedishCalendar;
  readonly today: CalendarDate;
}

export function dayGone(meeting: ProposedMeeting, { calendar, today }: PresentTime): readonly Overtaken[] {
  const day = CalendarDate.of(meeting.day);
  if (!today.isBefore(day)) return [{ kind: 'passed', day }];
  return calendar.isOpen(day) ? [] : [{ kind: 'closed', day }];
}

/** Those who were to come and cannot any more. Who the plan already said would be absent is no news. */
export function peopleAway(
  meeting: ProposedMeeting,
  wishes: YearWishesParts,
  { core, network, people }: Pick<PresentTime, 'core' | 'network' | 'people'>,
): readonly Overtaken[] {
  const time = appointmentOf(meeting, wishes);
  const coming = [...core, ...network].filter((id) => !meeting.absent.includes(id));
  const away = coming.filter((id) => isAway(people.get(id), time));
  return away.length > 0 ? [{ kind: 'away', day: time.day, people: away }] : [];
}

const isAway = (person: PlannedPerson | undefined, time: Appointment): boolean =>
  person !== undefined && whyAway(person, time) !== null;

const appointmentOf = ({ day, start }: ProposedMeeting, { minutes, form }: YearWishesParts): Appointment => ({
  day: CalendarDate.of(day),
  start: TimeOfDay.of(start),
  minutes,
  isAtHome: form === 'home',
});
