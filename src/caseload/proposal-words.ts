import { dayInWords, type Language } from '../kernel/in-words';
import type { Say } from '../platform/web/words';
import type { Change } from './domain/changes-since';
import type { ProposalCost } from './domain/proposal-cost';

export interface WordsReader {
  readonly say: Say;
  readonly language: Language;
  readonly nameOf: (personId: string) => string;
}

/** "12 dagar från sikte, 3 gånger saknas någon i nätverket" */
export function costInWords({ absences, days }: ProposalCost, say: Say): string {
  if (absences === 0 && days === 0) return say('caseload.cost.none');
  const parts = [
    ...(days > 0 ? [say('caseload.cost.days', { count: days })] : []),
    ...(absences > 0 ? [say('caseload.cost.absences', { count: absences })] : []),
  ];
  return parts.join(', ');
}

export function changeInWords(change: Change, { say, language, nameOf }: WordsReader): string {
  const day = 'day' in change ? dayInWords(change.day, language) : '';
  const people = 'people' in change ? new Intl.ListFormat(language).format(change.people.map(nameOf)) : '';
  return say(`caseload.change.${change.kind}`, { day, people });
}
