import type { FaultModel, Typed } from './form';
import type { Say } from './words';

/** One part of a form: the name of a partial in `views/partials` and what it takes; `kept` is not shown. */
export interface Control {
  readonly part: 'field' | 'text-area' | 'choices' | 'ticks' | 'select' | 'inset' | 'kept';
  readonly [name: string]: unknown;
}

/** What every control of a page shares: the words, what was typed, and what is wrong with it. */
export interface Asked {
  readonly say: Say;
  readonly typed: Typed;
  readonly faultAt: FaultModel['at'];
  /** Where the sentences under this room's fields stand, such as `groups.hint`; without it there are none. */
  readonly hints?: string;
}

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

type Extra = Readonly<Record<string, unknown>>;

/** One line. */
export const textField = (asked: Asked, name: string, extra: Extra = {}): Control => ({
  ...named(asked, name),
  part: 'field',
  label: asked.say(`field.${name}`),
  value: wordTyped(asked.typed, name),
  autocomplete: 'off',
  ...extra,
});

export const dayField = (asked: Asked, name: string): Control => textField(asked, name, { type: 'date', width: '20' });

export const textArea = (asked: Asked, name: string, extra: Extra = {}): Control => ({
  ...textField(asked, name, { rows: '3', ...extra }),
  part: 'text-area',
});

/** A list to open; `unchosen` goes first in one where nothing is chosen beforehand. */
export const selectField = (asked: Asked, name: string, options: readonly Option[]): Control => ({
  ...named(asked, name),
  part: 'select',
  label: asked.say(`field.${name}`),
  items: options.map((option) => ({ ...option, selected: option.value === wordTyped(asked.typed, name) })),
});

export const unchosen = (say: Say): Option => ({ value: '', text: say('shell.choose') });

/** One of a few. */
export const choiceField = (asked: Asked, name: string, options: readonly Option[]): Control => ({
  ...named(asked, name),
  part: 'choices',
  legend: asked.say(`field.${name}`),
  items: options.map((option) => ({ ...option, checked: option.value === wordTyped(asked.typed, name) })),
});

/** None, one or several of a few. */
export const ticksField = (asked: Asked, name: string, options: readonly Option[]): Control => ({
  ...named(asked, name),
  part: 'ticks',
  legend: asked.say(`field.${name}`),
  items: options.map((option) => ({ ...option, checked: wordsTyped(asked.typed, name).includes(option.value) })),
});

const named = ({ say, faultAt, hints }: Asked, name: string) => ({
  id: name,
  name,
  error: faultAt(name),
  hint: hints === undefined ? '' : say(`${hints}.${name}`),
});

export const wordTyped = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
};

export const wordsTyped = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name] ?? [];
  return typeof value === 'string' ? [value] : value;
};
