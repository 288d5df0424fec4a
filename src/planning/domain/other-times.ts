import { type HoursOfPerson, type Taken, wallText } from '../../availability/domain/personal-hours';
import type { SwedishCalendar } from '../../availability/domain/swedish-calendar';
import type { CalendarDate } from '../../kernel/calendar-date';
import type { KnownThing } from '../../availability/domain/thing';
import type { TravelTime } from '../../availability/domain/travel-time';
import type { PersonId } from '../../kernel/identifiers';
import type { Span } from '../../kernel/in-words';
import { TimeOfDay } from '../../kernel/time-of-day';
import { Caseload } from './caseload';
import type { PlannedGroup } from './caseload-parts';
import { explainMeeting } from './explain';
import { planCaseload } from './plan-caseload';
import { personOf } from './propose-year';
import { weighedDays } from './weighed-days';
import { stepMinutes, windowDays, type YearWishesParts } from './year-wishes';

export interface OtherTimesQuestion {
  /** When the meeting is now. */
  readonly now: Span;
  readonly isAtHome?: boolean;
  readonly wishes: Pick<YearWishesParts, 'weekdays' | 'earliest' | 'latest'>;
  readonly zone: string;
  readonly core: readonly PersonId[];
  readonly network: readonly string[];
  readonly hours: readonly HoursOfPerson[];
  readonly taken: readonly Taken[];
  readonly travel?: readonly TravelTime[];
  /** The room or link that the meeting is in. */
  readonly things?: readonly KnownThing[];
  /** The group's other meetings. */
  readonly others: readonly Span[];
  readonly calendar: SwedishCalendar;
  readonly today: CalendarDate;
}

/** A time a meeting could have instead; nobody of the core is missing. */
export interface OtherTime {
  readonly span: Span;
  /** Network members who cannot come, by person id. */
  readonly absent: readonly string[];
}

const midnight = TimeOfDay.of('00:00');

/** The only group of the caseload, and its only meeting. */
const only = { group: 'group', index: 0 } as const;

/** The three times nearest to the meeting's own that suit the group best, from tomorrow on. */
export function otherTimes(question: OtherTimesQuestion): readonly OtherTime[] {
  const caseload = caseloadOf(question);
  const { alternatives } = explainMeeting(caseload, planCaseload(caseload), only);
  return alternatives.map(({ span, absent }) => ({ span, absent }));
}

function caseloadOf(question: OtherTimesQuestion): Caseload {
  const { now, zone, core, network, calendar, things = [] } = question;
  const wishes = hoursAround(question);
  const taken = [...question.taken, ...core.flatMap((personId) => takenFrom(personId, question))];
  return Caseload.of({
    zone,
    closedDays: calendar.ownClosedDays,
    people: [...core, ...idsOf(things), ...network].map((id) => personOf(id, { ...question, taken, wishes })),
    groups: [groupOf(question, wishes)],
    weighed: weighedDays(calendar, { from: now.day.plusDays(-windowDays), until: now.day.plusDays(windowDays) }),
  });
}

const idsOf = (things: readonly KnownThing[]): readonly string[] => things.map(({ id }) => id);

type Hours = Pick<PlannedGroup, 'earliest' | 'latest'>;

/** The group's hours, and at least those of the meeting as it is. */
function hoursAround({ now, wishes }: OtherTimesQuestion): Hours {
  const [earliest, latest] = [TimeOfDay.of(wishes.earliest), TimeOfDay.of(wishes.latest)];
  const end = now.start.plusMinutes(now.minutes);
  return {
    earliest: now.start.isBefore(earliest) ? now.start : earliest,
    latest: latest.isBefore(end) ? end : latest,
  };
}

/** The same hour, on a weekday the group wished for, weighs as much as three days' distance. */
const wishCost = 3;

function groupOf(question: OtherTimesQuestion, hours: Hours): PlannedGroup {
  const { now, wishes, core, network, things = [], isAtHome = false } = question;
  const { weekdays } = wishes;
  const sameHour = { from: now.start, to: now.start.plusMinutes(now.minutes), cost: wishCost };
  return {
    id: only.group,
    core: [...core, ...idsOf(things)],
    network,
    atHome: isAtHome,
    start: now.day,
    offsetsMonths: [0],
    minutes: now.minutes,
    windowDays,
    ...hours,
    stepMinutes,
    fixed: [{ index: only.index, start: { day: now.day, time: now.start } }],
    preferred: weekdays.length > 0 ? { weekdays, ...sameHour } : sameHour,
  };
}

/** Nobody can come to what has been, nor to two of the group's meetings at once. */
function takenFrom(personId: PersonId, { others, today }: OtherTimesQuestion): readonly Taken[] {
  const [from, until] = [today.plusDays(-windowDays), today.plusDays(1)];
  const been = { personId, starts: wallText(from, midnight), ends: wallText(until, midnight) };
  const elsewhere = others.map(({ day, start, minutes }) => ({
    personId,
    starts: wallText(day, start),
    ends: wallText(day, start.plusMinutes(minutes)),
  }));
  return [been, ...elsewhere];
}
