import type { ResourceGroup } from '../groups/domain/resource-group';
import { CalendarDate } from '../kernel/calendar-date';
import { dayInWords, hoursInWords, Language, Span, spanInWords } from '../kernel/in-words';
import { TimeOfDay } from '../kernel/time-of-day';
import type { Meeting } from '../meetings/domain/meeting';
import { show, Shown } from '../platform/web/answer';
import { Fault, faultModel } from '../platform/web/form';
import { TrustedSvg } from '../platform/web/trusted-svg';
import type { Say } from '../platform/web/words';
import { absentIn } from './domain/bookings-of';
import type { SwedishCalendar } from '../availability/domain/swedish-calendar';
import type { ProposedAlternative, ProposedGap, ProposedMeeting, YearPlan } from './domain/year-plan';
import { drawYearWheel, WheelMark, WheelMeeting } from './domain/year-wheel';
import { listed, reasonsInWords } from './reasons-in-words';

export interface YearShown {
  readonly group: ResourceGroup;
  readonly say: Say;
  readonly language: Language;
  readonly nameOf: (personId: string) => string;
  readonly calendar: SwedishCalendar;
}

export function proposalPage(plan: YearPlan, shown: YearShown, faults: readonly Fault[] = []): Shown {
  const { group, say } = shown;
  const { meetings, gaps } = plan.proposal;
  const base = `/groups/${group.id}/plan`;
  const title = say('planning.proposal.title', { group: group.name });
  const model = {
    lead: say('planning.proposal.lead', { count: meetings.length }),
    back: { text: say('planning.back.wishes'), href: base },
    errorSummary: faultModel(faults, say).errorSummary,
    gaps: gaps.map((gap) => ({ text: gapInWords(gap, shown) })),
    wheel: wheelOf(meetings.map(proposedMark), shown),
    table: tableOf(
      meetings.map((meeting) => proposedRow(meeting, plan)),
      shown,
    ),
    meetings: meetings.map((meeting) => sectionOf(meeting, plan, shown)),
    mayBook: gaps.length === 0 && plan.state === 'proposed',
    bookAction: `${base}/book`,
    wishesHref: base,
  };
  return show('planning/proposal', { title, ...model }, { status: faults.length > 0 ? 422 : 200 });
}

export function yearPage(meetings: readonly Meeting[], shown: YearShown): Shown {
  const { group, say } = shown;
  const base = `/groups/${group.id}`;
  return show('planning/year', {
    title: say('planning.year.title', { group: group.name }),
    lead: say('planning.year.lead', { count: meetings.length }),
    back: { text: say('planning.back.group'), href: base },
    wheel: wheelOf(meetings.map(bookedMark), shown),
    table: tableOf(meetings.map(bookedRow), shown),
    next: [
      { text: say('planning.next.agenda'), href: `${base}/agenda`, kind: 'secondary' },
      { text: say('planning.next.send'), href: `${base}/send` },
    ],
  });
}

const marks = {
  planned: 'booked',
  called: 'called',
  moved: 'called',
  held: 'held',
  cancelled: 'cancelled',
} as const satisfies Record<Meeting['state'], WheelMark>;

export const bookedMark = ({ number, day, state }: Meeting): WheelMeeting => ({ number, day, mark: marks[state] });

const proposedMark = ({ index, day }: ProposedMeeting): WheelMeeting => ({
  number: index + 1,
  day: CalendarDate.of(day),
  mark: 'proposed',
});

type WheelShown = Pick<YearShown, 'say' | 'language' | 'calendar'>;

/** The year's wheel begins with the month of its first meeting. */
export function wheelOf(meetings: readonly WheelMeeting[], { say, language, calendar }: WheelShown) {
  const first = meetings[0]?.day;
  if (!first)
    return new TrustedSvg('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" aria-hidden="true"></svg>');
  const last = meetings[meetings.length - 1]?.day ?? first;
  const years = first.year === last.year ? String(first.year) : `${String(first.year)}–${String(last.year)}`;
  const words = {
    title: say('planning.wheel.title'),
    description: say('planning.wheel.description'),
    middle: [say('planning.wheel.count', { count: meetings.length }), years] as const,
    closed: say('planning.wheel.closed'),
    quiet: say('planning.wheel.quiet'),
    gap: say('planning.wheel.gap'),
    marks: {
      proposed: say('planning.mark.proposed'),
      booked: say('planning.mark.booked'),
      called: say('planning.mark.called'),
      held: say('planning.mark.held'),
      cancelled: say('planning.mark.cancelled'),
    },
  };
  return new TrustedSvg(drawYearWheel({ from: first, meetings, calendar, language, words }));
}

interface Row {
  readonly number: number;
  readonly span: Span;
  readonly absent: readonly string[];
  readonly mark: WheelMark;
}

const proposedRow = (meeting: ProposedMeeting, plan: YearPlan): Row => ({
  number: meeting.index + 1,
  span: spanOf(meeting, plan),
  absent: meeting.absent,
  mark: 'proposed',
});

const bookedRow = (meeting: Meeting): Row => ({
  number: meeting.number,
  span: meeting.span,
  absent: absentIn(meeting.why),
  mark: marks[meeting.state],
});

function tableOf(rows: readonly Row[], { say, language, nameOf }: YearShown) {
  return {
    caption: say('planning.table.caption'),
    head: ['number', 'day', 'hours', 'absent', 'status'].map((column) => ({ text: say(`planning.table.${column}`) })),
    rows: rows.map(({ number, span, absent, mark }) => ({
      header: say('planning.meeting', { number }),
      cells: [
        { text: `${dayInWords(span.day, language)}, ${say('planning.week', { week: span.day.week })}` },
        { text: hoursInWords(span, language) },
        { text: absent.length === 0 ? say('planning.everybody') : listed(absent.map(nameOf), language) },
        { tag: { text: say(`planning.mark.${mark}`), shape: shapes[mark] } },
      ],
    })),
  };
}

const shapes = {
  proposed: 'open',
  booked: 'done',
  called: 'done',
  held: 'done',
  cancelled: 'stopped',
} as const satisfies Record<WheelMark, string>;

const spanOf = ({ day, start }: { day: string; start: string }, { wishes }: YearPlan): Span => ({
  day: CalendarDate.of(day),
  start: TimeOfDay.of(start),
  minutes: wishes.minutes,
});

function sectionOf(meeting: ProposedMeeting, plan: YearPlan, shown: YearShown) {
  const { group, say, language } = shown;
  return {
    anchor: `meeting-${String(meeting.index + 1)}`,
    heading: `${say('planning.meeting', { number: meeting.index + 1 })}: ${spanInWords(spanOf(meeting, plan), language)}`,
    reasons: reasonsInWords(meeting.why, shown),
    alternatives: meeting.alternatives.map((alternative) => ({
      text: alternativeInWords(alternative, plan, shown),
      action: `/groups/${group.id}/plan/meetings/${String(meeting.index)}`,
      day: alternative.day,
      start: alternative.start,
      label: say('planning.choose'),
    })),
  };
}

function alternativeInWords(
  alternative: ProposedAlternative,
  plan: YearPlan,
  { say, language, nameOf }: YearShown,
): string {
  const span = spanInWords(spanOf(alternative, plan), language);
  if (alternative.absent.length === 0) return say('planning.alternative.everybody', { span });
  return say('planning.alternative.absent', { span, people: listed(alternative.absent.map(nameOf), language) });
}

function gapInWords({ index, target, why }: ProposedGap, shown: YearShown): string {
  const { say, language } = shown;
  return say('planning.gap', {
    number: index + 1,
    target: dayInWords(CalendarDate.of(target), language),
    why: listed(reasonsInWords(why, shown), language),
  });
}
