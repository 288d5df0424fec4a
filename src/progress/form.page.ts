import { show, type Shown } from '../platform/web/answer';
import type { Asked, Control } from '../platform/web/controls';
import { type Fault, faultModel, type Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';

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
  return show(
    'progress/form',
    {
      ...rest,
      look,
      kept: Object.entries(kept).map(([name, value]) => ({ name, value })),
      controls: controls({ say, typed, faultAt: model.at, hints: 'progress.hint' }),
      errorSummary: model.errorSummary,
      scripts: ['keep-typing'],
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}
