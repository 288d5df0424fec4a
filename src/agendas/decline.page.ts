import { show, type Shown } from '../platform/web/answer';
import { type Fault, faultModel } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import type { AgendaShown } from './agenda-reading.service';
import { nameIn } from './agenda-words';
import type { Proposal } from './domain/proposal';

interface DeclineAsked {
  readonly shown: AgendaShown;
  readonly proposal: Proposal;
  readonly say: Say;
  readonly typed: string;
  readonly faults: readonly Fault[];
}

/** Asks for a word to whoever proposed it. */
export function declinePage({ shown, proposal, say, typed, faults }: DeclineAsked): Shown {
  const model = faultModel(faults, say);
  const name = nameIn(shown.people, proposal.personId, say);
  const home = `/meetings/${shown.meeting.id}/agenda`;
  return show(
    'agendas/decline',
    {
      title: say('agendas.proposal.decline'),
      lead: say('agendas.proposal.quote', { name, words: proposal.words }),
      back: home,
      action: `${home}/proposals/${proposal.id}/decline`,
      errorSummary: model.errorSummary,
      answer: {
        id: 'proposalAnswer',
        name: 'proposalAnswer',
        label: say('field.proposalAnswer'),
        hint: say('agendas.hint.proposalAnswer', { name }),
        value: typed,
        error: model.at('proposalAnswer'),
        autocomplete: 'off',
      },
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}
