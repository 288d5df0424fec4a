import { show, type Shown } from '../platform/web/answer';
import { type Fault, faultModel } from '../platform/web/form';
import type { Say } from '../platform/web/words';

export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One part of a form: the name of a partial in `views/partials` and what it takes. */
export interface Control {
  readonly part: 'field' | 'text-area' | 'choices' | 'ticks' | 'select' | 'inset';
  readonly [name: string]: unknown;
}

/** What every control of a page shares: the words, what was typed, and what is wrong with it. */
export interface Asked {
  readonly say: Say;
  readonly typed: Typed;
  readonly faultAt: (field: string) => string | undefined;
}

export interface Choice {
  readonly value: string;
  readonly text: string;
}

interface FormAsked {
  readonly say: Say;
  readonly title: string;
  readonly caption: string;
  readonly lead: string;
  readonly action: string;
  readonly back: string;
  /** Under which name this tab keeps what is typed until it has been saved. */
  readonly keep: string;
  /** A class of the style sheet, for a form that looks otherwise. */
  readonly look?: string;
  /** Sent along, not shown. */
  readonly kept: Readonly<Record<string, string>>;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
  readonly controls: (asked: Asked) => readonly Control[];
}

/** A page with one form and one button. */
export function formPage({ say, faults, typed, controls, kept, look = '', ...rest }: FormAsked): Shown {
  const model = faultModel(faults, say);
  const asked = { say, typed, faultAt: (name: string) => model.at(name) };
  return show(
    'progress/form',
    {
      ...rest,
      look,
      kept: Object.entries(kept).map(([name, value]) => ({ name, value })),
      controls: controls(asked),
      errorSummary: model.errorSummary,
      scripts: ['keep-typing'],
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

type Extra = Readonly<Record<string, unknown>>;

const shared = ({ say, faultAt }: Asked, name: string) => ({
  id: name,
  name,
  error: faultAt(name),
  hint: say(`progress.hint.${name}`),
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

export const textArea = (asked: Asked, name: string, rows: string): Control => ({
  ...textField(asked, name, { rows }),
  part: 'text-area',
});

export const selectField = (asked: Asked, name: string, choices: readonly Choice[]): Control => ({
  ...shared(asked, name),
  part: 'select',
  label: asked.say(`field.${name}`),
  items: [{ value: '', text: asked.say('groups.choose') }, ...choices].map((choice) => ({
    ...choice,
    selected: choice.value === wordTyped(asked.typed, name),
  })),
});

export const choiceField = (asked: Asked, name: string, choices: readonly Choice[], extra: Extra = {}): Control => ({
  ...shared(asked, name),
  part: 'choices',
  legend: asked.say(`field.${name}`),
  items: choices.map((choice) => ({ ...choice, checked: choice.value === wordTyped(asked.typed, name) })),
  ...extra,
});

export const ticksField = (asked: Asked, name: string, choices: readonly Choice[]): Control => ({
  ...shared(asked, name),
  part: 'ticks',
  legend: asked.say(`field.${name}`),
  items: choices.map((choice) => ({ ...choice, checked: wordsTyped(asked.typed, name).includes(choice.value) })),
});

export const wordTyped = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
};

const wordsTyped = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name] ?? [];
  return typeof value === 'string' ? [value] : value;
};
