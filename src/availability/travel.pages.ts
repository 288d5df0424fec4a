import type { Person } from '../people/domain/person';
import { show, type Shown } from '../platform/web/answer';
import { textField } from '../platform/web/controls';
import { type Fault, faultModel, type Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';

interface TravelShown {
  readonly typed: Typed;
  readonly faults: readonly Fault[];
  readonly say: Say;
}

export function travelPage({ id, calledName }: Person, { typed, faults, say }: TravelShown): Shown {
  const { errorSummary, at: faultAt } = faultModel(faults, say);
  const asked = { say, typed, faultAt, hints: 'travel.hint' };
  const model = {
    title: say('travel.title', { person: calledName }),
    back: { text: say('travel.back'), href: `/people/${id}/hours` },
    errorSummary,
    action: `/people/${id}/travel`,
    travelMinutes: textField(asked, 'travelMinutes', { inputmode: 'numeric', width: '3' }),
  };
  return show('availability/travel', model, { status: faults.length > 0 ? 422 : 200 });
}
