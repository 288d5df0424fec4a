import { hoursInWords, Language, dayInWords, weekdayInWords } from '../kernel/in-words';
import { show, Shown } from '../platform/web/answer';
import { Fault, faultModel } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { BusySpan, wallTimeOf, workdays } from './domain/personal-hours';
import type { PersonalTimes } from './personal-times.service';

export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface HoursShown {
  readonly times: PersonalTimes;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
  readonly say: Say;
  readonly language: Language;
}

export function hoursPage({ times, typed, faults, say, language }: HoursShown): Shown {
  const { person, busy } = times;
  const found = faultModel(faults, say);
  const base = `/people/${person.id}/hours`;
  const input = (name: string, type: string, label = say(`field.${name}`)) => ({
    id: name,
    name,
    type,
    label,
    value: String(typed[name] ?? ''),
    error: found.at(name),
    width: type === 'date' ? '10' : '5',
  });
  const model = {
    back: { text: say('availability.back.person'), href: `/people/${person.id}` },
    errorSummary: found.errorSummary,
    hoursAction: base,
    days: workdays.map((day) => ({
      name: weekdayInWords({ weekday: day }, language),
      opens: input(`opens${String(day)}`, 'time', say('availability.hours.opens')),
      closes: input(`closes${String(day)}`, 'time', say('availability.hours.closes')),
    })),
    busy: busy.map((span) => ({
      text: busyInWords(span, language),
      action: `${base}/busy/${span.id}/remove`,
      label: say('availability.busy.remove'),
    })),
    busyAction: `${base}/busy`,
    fields: {
      busyDay: input('busyDay', 'date'),
      busyFrom: input('busyFrom', 'time'),
      busyUntil: input('busyUntil', 'time'),
    },
  };
  const title = say('availability.hours.title', { person: person.calledName });
  return show('availability/hours', { title, ...model }, { status: faults.length > 0 ? 422 : 200 });
}

function busyInWords({ starts, ends }: BusySpan, language: Language): string {
  const [from, until] = [wallTimeOf(starts), wallTimeOf(ends)];
  const minutes = until.time.minutes - from.time.minutes;
  return `${dayInWords(from.day, language)} ${hoursInWords({ day: from.day, start: from.time, minutes }, language)}`;
}

/** What is known already, as it stands in the form's fields. */
export const typedHours = ({ hours }: PersonalTimes): Typed =>
  Object.fromEntries(
    hours.flatMap(({ weekday, opens, closes }) => [
      [`opens${String(weekday)}`, opens.toString()],
      [`closes${String(weekday)}`, closes.toString()],
    ]),
  );
