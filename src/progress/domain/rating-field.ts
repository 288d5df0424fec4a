import { type Axis, valueOn } from './axis';
import type { StarReader } from './star-view';

/** Up to this many steps are shown to choose from; a longer scale is typed. */
const mostSteps = 11;

/** The name of an axis's field in a form. */
export const fieldOf = ({ key }: Pick<Axis, 'key'>): string => `value-${key}`;

/** What a field says of its axis; what is left empty was not measured. */
export const ratedOn = (axis: Axis, typed: string) =>
  typed.trim() === '' ? null : { axis: axis.key, value: valueOn(axis, typed) };

interface Rating {
  readonly question: string;
  /** What was typed in the whole form, by the names of the fields. */
  readonly typed: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly faultAt: (field: string) => string | undefined;
}

/** The field in which an axis is rated, the same for staff and for the person. */
export function ratingField(axis: Axis, { question, typed, faultAt }: Rating, say: StarReader['say']) {
  const { min, max, better } = axis;
  const name = fieldOf(axis);
  const value = typed[name];
  const [worst, best] = better === 'higher' ? [min, max] : [max, min];
  const shared = { id: name, name, error: faultAt(name), hint: say('progress.measure.scale', { worst, best }) };
  if (max - min >= mostSteps) return { ...shared, ...typedField(question, typeof value === 'string' ? value : '') };
  const steps = Array.from({ length: max - min + 1 }, (_, step) => String(min + step));
  const items = [
    ...steps.map((step) => ({ value: step, text: step })),
    { value: '', text: say('progress.measure.none') },
  ];
  return {
    ...{ ...shared, part: 'choices' as const, legend: question, inline: true },
    items: items.map((item) => ({ ...item, checked: item.value === value })),
  };
}

const typedField = (label: string, value: string) => ({
  ...{ part: 'field' as const, label, value },
  ...{ inputmode: 'numeric', width: '4', autocomplete: 'off' },
});
