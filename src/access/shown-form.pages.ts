import type { Fault, FaultModel, Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';

/** A form that is shown: what was typed, and what was wrong with it. */
export interface Shown {
  readonly typed: Typed;
  readonly faults: readonly Fault[];
}

export const untouched: Shown = { typed: {}, faults: [] };

export const statusOf = ({ faults }: Shown): { status: number } => ({ status: faults.length === 0 ? 200 : 422 });

export interface FieldShape {
  readonly type?: string;
  readonly autocomplete?: string;
  readonly hint?: string;
  readonly spellcheck?: 'false';
  readonly width?: string;
}

/** Shows fields by their names: label, what was typed and what was wrong. Passwords are never sent back. */
export const fieldsOf =
  ({ typed }: Shown, faults: FaultModel, say: Say) =>
  (name: string, shape: FieldShape = {}): object => ({
    id: name,
    name,
    label: say(`access.label.${name}`),
    value: shape.type === 'password' ? undefined : typed[name],
    error: faults.at(name),
    ...shape,
  });
