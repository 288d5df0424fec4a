import { dayInWords, Language } from '../kernel/in-words';
import { show, Shown } from '../platform/web/answer';
import { Fault, faultModel, type Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import type { ProtectedDomain } from './domain/protected-domain';

interface DecisionsShown {
  readonly decisions: readonly ProtectedDomain[];
  readonly zone: string;
  readonly language: Language;
  readonly say: Say;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
}

export function protectedMailPage({ decisions, zone, language, say, typed, faults }: DecisionsShown): Shown {
  const model = faultModel(faults, say);
  const input = (name: string) => ({
    id: name,
    name,
    label: say(`field.${name}`),
    hint: say(`people.hint.${name}`),
    value: typed[name] ?? '',
    error: model.at(name),
  });
  const decided = ({ decidedByName, decidedAt }: ProtectedDomain): string =>
    say('people.protectedMail.decided', { name: decidedByName, day: dayInWords(decidedAt.dayIn(zone), language) });
  return show(
    'people/protected-mail',
    {
      title: say('people.protectedMail.title'),
      decisions: decisions.map((one) => ({
        domain: one.domain,
        agreement: one.agreement,
        decided: decided(one),
        withdrawHref: `/organisation/protected-mail/${one.id}/withdraw`,
      })),
      protectedDomain: { ...input('protectedDomain'), width: '20', spellcheck: 'false', autocomplete: 'off' },
      agreement: { ...input('agreement'), rows: '4' },
      errorSummary: model.errorSummary,
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

export function withdrawalPage({ id, domain }: ProtectedDomain, say: Say): Shown {
  const title = say('people.protectedMail.withdraw.title', { domain });
  return show('people/withdraw-protection', { title, action: `/organisation/protected-mail/${id}/withdraw` });
}
