import type { Say } from '../platform/web/words';

export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What every control of a page shares: the words, what was typed, and what is wrong with it. */
export interface Asked {
  readonly say: Say;
  readonly typed: Typed;
  readonly at: (field: string) => string | undefined;
}

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

type Extra = Readonly<Record<string, unknown>>;

export const wordTyped = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
};

export const wordsTyped = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name] ?? [];
  return typeof value === 'string' ? [value] : value;
};

const shared = ({ say, at }: Asked, name: string) => ({ id: name, name, error: at(name), label: say(`field.${name}`) });

/** One line, or several with `rows`. */
export const textField = (asked: Asked, name: string, extra: Extra = {}) => ({
  ...shared(asked, name),
  value: wordTyped(asked.typed, name),
  autocomplete: 'off',
  ...extra,
});

export const selectField = (asked: Asked, name: string, options: readonly Option[], extra: Extra = {}) => ({
  ...shared(asked, name),
  items: options.map((option) => ({ ...option, selected: option.value === wordTyped(asked.typed, name) })),
  ...extra,
});

export const choiceField = (asked: Asked, name: string, options: readonly Option[], extra: Extra = {}) => ({
  ...shared(asked, name),
  legend: asked.say(`field.${name}`),
  items: options.map((option) => ({ ...option, checked: option.value === wordTyped(asked.typed, name) })),
  ...extra,
});

export const tickField = (asked: Asked, name: string, options: readonly Option[], extra: Extra = {}) => ({
  ...shared(asked, name),
  legend: asked.say(`field.${name}`),
  items: options.map((option) => ({ ...option, checked: wordsTyped(asked.typed, name).includes(option.value) })),
  ...extra,
});
