import { Language, weekdayInWords } from '../kernel/in-words';
import { show, Shown } from '../platform/web/answer';
import {
  type Asked,
  choiceField,
  type Control,
  dayField,
  textField,
  ticksField,
  wordTyped,
} from '../platform/web/controls';
import { Fault, faultModel, type Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { busyInWords, recurringInWords } from './busy-words';
import type { Pattern } from './domain/pattern';
import { workdays } from './domain/personal-hours';
import { saidModel } from './pattern.page';
import type { PersonalTimes } from './personal-times.service';

export interface HoursShown {
  readonly times: PersonalTimes;
  /** What the person has said themselves. */
  readonly said: Pattern | null;
  readonly zone: string;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
  readonly say: Say;
  readonly language: Language;
}

const everyDay = [1, 2, 3, 4, 5, 6, 7] as const;

export function hoursPage({ times, said, zone, typed, faults, say, language }: HoursShown): Shown {
  const { person } = times;
  const found = faultModel(faults, say);
  const base = `/people/${person.id}/hours`;
  const asked = { say, typed, faultAt: found.at };
  const isFaulty = (prefix: string): boolean => faults.some(({ field }) => field.startsWith(prefix));
  const model = {
    back: { text: say('availability.back.person'), href: `/people/${person.id}` },
    travelHref: `/people/${person.id}/travel`,
    errorSummary: found.errorSummary,
    said: said && {
      ...saidModel(said, { person: person.calledName, zone, say, language }),
      action: `${base}/said/remove`,
    },
    hoursAction: base,
    days: workdays.map((day) => ({
      name: weekdayInWords({ weekday: day }, language),
      opens: timeField(asked, `opens${String(day)}`, say('availability.hours.opens')),
      closes: timeField(asked, `closes${String(day)}`, say('availability.hours.closes')),
    })),
    busy: busyRows(times, { say, language, base }),
    calendars: { text: say('availability.calendars.link'), href: `/people/${person.id}/calendars` },
    busyAction: `${base}/busy`,
    busyOpen: isFaulty('busy'),
    fields: {
      busyDay: dayField(asked, 'busyDay'),
      busyFrom: timeField(asked, 'busyFrom'),
      busyUntil: timeField(asked, 'busyUntil'),
    },
    absence: {
      action: `${base}/absence`,
      isOpen: isFaulty('absent'),
      from: dayField(asked, 'absentFrom'),
      until: dayField(asked, 'absentUntil'),
    },
    recurring: { action: `${base}/recurring`, isOpen: isFaulty('recurring'), ...recurringFields(asked, language) },
  };
  const title = say('availability.hours.title', { person: person.calledName });
  return show('availability/hours', { title, ...model }, { status: faults.length > 0 ? 422 : 200 });
}

const timeField = (asked: Asked, name: string, label = asked.say(`field.${name}`)): Control =>
  textField(asked, name, { type: 'time', width: '5', label });

function recurringFields(asked: Asked, language: Language) {
  const { say, typed } = asked;
  const days = everyDay.map((day) => ({ value: String(day), text: weekdayInWords({ weekday: day }, language) }));
  const weeks = ['1', '2'].map((value) => ({ value, text: say(`availability.recurring.weeks.${value}`) }));
  const chosen = { ...typed, recurringWeeks: wordTyped(typed, 'recurringWeeks') || '1' };
  return {
    days: ticksField(asked, 'recurringDays', days),
    from: timeField(asked, 'recurringFrom'),
    until: timeField(asked, 'recurringUntil'),
    weeks: choiceField({ ...asked, typed: chosen }, 'recurringWeeks', weeks),
    first: dayField(asked, 'recurringFirst'),
    last: dayField(asked, 'recurringLast'),
  };
}

interface Rows {
  readonly say: Say;
  readonly language: Language;
  readonly base: string;
}

const busyRows = ({ busy, recurring }: PersonalTimes, { base, ...speaking }: Rows) => [
  ...recurring.map((time) => ({
    text: recurringInWords(time, speaking),
    action: `${base}/recurring/${time.id}/remove`,
  })),
  ...busy.map((span) => ({ text: busyInWords(span, speaking), action: `${base}/busy/${span.id}/remove` })),
];

/** What was noted and holds, as it stands in the form's fields. */
export const typedHours = ({ hours }: PersonalTimes, said: Pattern | null): Typed =>
  Object.fromEntries(
    (said?.holds === true ? [] : hours).flatMap(({ weekday, opens, closes }) => [
      [`opens${String(weekday)}`, opens.toString()],
      [`closes${String(weekday)}`, closes.toString()],
    ]),
  );
