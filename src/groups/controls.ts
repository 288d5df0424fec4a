import type { Say } from '../platform/web/words';
import { type Control, type Typed, wordTyped } from './question.page';

/** What every control of a page shares: the words, what was typed, and what is wrong with it. */
export interface Asked {
  readonly say: Say;
  readonly typed: Typed;
  readonly faultAt: (field: string) => string | undefined;
}

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

type Extra = Readonly<Record<string, unknown>>;

const shared = ({ say, faultAt }: Asked, name: string) => ({
  id: name,
  name,
  error: faultAt(name),
  hint: say(`groups.hint.${name}`),
});

export const textField = (asked: Asked, name: string, extra: Extra = {}): Control => ({
  ...shared(asked, name),
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

export const selectField = (asked: Asked, name: string, options: readonly Option[]): Control => ({
  ...shared(asked, name),
  part: 'select',
  label: asked.say(`field.${name}`),
  items: [{ value: '', text: asked.say('groups.choose') }, ...options].map((option) => ({
    ...option,
    selected: option.value === wordTyped(asked.typed, name),
  })),
});

export const choiceField = (asked: Asked, name: string, options: readonly Option[]): Control => ({
  ...shared(asked, name),
  part: 'choices',
  legend: asked.say(`field.${name}`),
  items: options.map((option) => ({ ...option, checked: option.value === wordTyped(asked.typed, name) })),
});
