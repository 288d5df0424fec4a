import { type DayPart, dayParts, type SaidTimes } from '../availability/domain/pattern';
import { workdays } from '../availability/domain/personal-hours';
import { CalendarDate, type Weekday } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import { Form, ticks, type Typed } from '../platform/web/form';

const partsOf = (name: string) =>
  ticks((typed): DayPart => {
    const found = dayParts.find((part) => part === typed);
    if (found === undefined) throw new DomainError('fieldNotChosen', { field: name });
    return found;
  });

/** Of a week, as it stands in its box. */
function monday(typed: string): CalendarDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) throw new DomainError('fieldNotChosen', { field: 'never' });
  return CalendarDate.of(typed);
}

export const patternForm = new Form({
  suits1: partsOf('suits1'),
  suits2: partsOf('suits2'),
  suits3: partsOf('suits3'),
  suits4: partsOf('suits4'),
  suits5: partsOf('suits5'),
  never: ticks(monday),
});

type Filled = Extract<ReturnType<typeof patternForm.read>, { readonly kind: 'filled' }>['value'];

export function saidIn({ suits1, suits2, suits3, suits4, suits5, never }: Filled): SaidTimes {
  const on = (weekday: Weekday, parts: readonly DayPart[]) => parts.map((part) => ({ weekday, part }));
  return { suits: [...on(1, suits1), ...on(2, suits2), ...on(3, suits3), ...on(4, suits4), ...on(5, suits5)], never };
}

/** What was said before, as it stands in the boxes. */
export const typedSaid = ({ suits, never }: SaidTimes): Typed => ({
  ...Object.fromEntries(
    workdays.map((day) => [
      `suits${String(day)}`,
      suits.filter(({ weekday }) => weekday === day).map(({ part }) => part),
    ]),
  ),
  never: never.map(({ iso }) => iso),
});
