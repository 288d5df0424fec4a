import { show, type Shown } from '../platform/web/answer';
import type { Asked, Control } from '../platform/web/controls';
import { type Fault, faultModel, type Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';

/** What a page that asks is built of; `controls` is told what was typed and what is wrong with each field. */
export interface Question {
  readonly say: Say;
  readonly title: string;
  readonly lead?: string;
  readonly action: string;
  readonly back: string;
  readonly button: string;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
  readonly controls: (asked: Asked) => readonly Control[];
  readonly steps?: object;
  /** Another place where something that is missing can be put right. */
  readonly link?: { readonly text: string; readonly href: string };
}

/** A page with one question and one button. */
export function questionPage({ say, title, action, back, button, typed, faults, controls, ...more }: Question): Shown {
  const model = faultModel(faults, say);
  const asked = controls({ say, typed, faultAt: model.at, hints: 'groups.hint' });
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
