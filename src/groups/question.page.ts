import { show, type Shown } from '../platform/web/answer';
import { type Fault, faultModel } from '../platform/web/form';
import type { Say } from '../platform/web/words';

/** One part of a form: the name of a partial in `views/partials` and what it takes; `kept` is not shown. */
export interface Control {
  readonly part: 'field' | 'text-area' | 'choices' | 'ticks' | 'select' | 'inset' | 'kept';
  readonly [name: string]: unknown;
}

export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a page that asks is built of; `controls` is told what is wrong with each field. */
export interface Question {
  readonly say: Say;
  readonly title: string;
  readonly lead?: string;
  readonly action: string;
  readonly back: string;
  readonly button: string;
  readonly faults: readonly Fault[];
  readonly controls: (faultAt: (field: string) => string | undefined) => readonly Control[];
  readonly steps?: object;
  /** Another place where something that is missing can be put right. */
  readonly link?: { readonly text: string; readonly href: string };
}

/** A page with one question and one button. */
export function questionPage({ say, title, action, back, button, faults, controls, ...more }: Question): Shown {
  const model = faultModel(faults, say);
  const asked = controls((field) => model.at(field));
  return show(
    'groups/question',
    {
      title,
      lead: more.lead ?? '',
      action,
      back,
      button,
      kept: asked.filter(({ part }) => part === 'kept'),
      controls: asked.filter(({ part }) => part !== 'kept'),
      steps: more.steps ?? null,
      link: more.link ?? null,
      errorSummary: model.errorSummary,
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

export const wordTyped = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
};

export const wordsTyped = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name] ?? [];
  return typeof value === 'string' ? [value] : value;
};
