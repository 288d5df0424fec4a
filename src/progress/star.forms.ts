import type { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import { idOf, type PersonId } from '../kernel/identifiers';
import { optionalPlainLine } from '../people/domain/personal-number';
import { field, Form, oneOf, type Reading, ticks, type Typed } from '../platform/web/form';
import { type Axis, betters, type Rater, raters } from './domain/axis';
import { fieldOf, ratedOn } from './domain/rating-field';
import { dayTyped } from './progress.forms';

const about = {
  rater: oneOf(raters, 'rater'),
  raterPerson: field((typed): PersonId => {
    if (typed === '') throw new DomainError('fieldNotChosen', { field: 'raterPerson' });
    return idOf<'person'>(typed);
  }),
  measuredOn: field(dayTyped),
};

/** Who rates and when. */
export const ratingForm = new Form(about);

/** A field for each of one rater's axes. */
const valuesForm = (axes: readonly Axis[]) =>
  new Form(Object.fromEntries(axes.map((axis) => [fieldOf(axis), field((typed) => ratedOn(axis, typed))])));

export const raterTyped = (typed: unknown): Rater | null => raters.find((rater) => rater === typed) ?? null;

export const axesForm = new Form({
  optionalAxes: ticks((typed) => typed),
  ownAxis: field((typed) => optionalPlainLine(typed, { field: 'ownAxis', max: 40 })),
  ownBetter: oneOf(betters, 'ownBetter'),
});

interface Rated {
  readonly rater: Rater;
  readonly raterPerson: PersonId;
  readonly measuredOn: CalendarDate;
  readonly values: readonly { readonly axis: string; readonly value: number }[];
}

/** The whole form of one rater: who and when, and a value or nothing on each of their axes. */
export function readRating(typed: Typed, axes: readonly Axis[]): Reading<Rated> {
  const isValue = ([name]: readonly [string, unknown]): boolean => name.startsWith('value-');
  const entries = Object.entries(typed);
  const asked = ratingForm.read(Object.fromEntries(entries.filter((entry) => !isValue(entry))));
  const values = valuesForm(axes).read(Object.fromEntries(entries.filter(isValue)));
  if (asked.kind === 'filled' && values.kind === 'filled')
    return {
      kind: 'filled',
      value: { ...asked.value, values: Object.values(values.value).flatMap((one) => one ?? []) },
    };
  return { kind: 'faulty', faults: [asked, values].flatMap((one) => (one.kind === 'faulty' ? one.faults : [])) };
}
