import { dayInWords, type Language } from '../kernel/in-words';
import { show, type Shown } from '../platform/web/answer';
import { type Asked, choiceField, dayField, textArea, textField } from '../platform/web/controls';
import { type Fault, faultModel, type FaultModel, sentenceOf, type Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import type { FaultyLine } from './domain/day-list';
import { type OwnDays, ownDayKinds } from './domain/own-days';
import { quietWeeksText } from './domain/quiet-weeks';
import type { OwnYear } from './own-days-notes.service';

/** What was typed and what was wrong with it, when the page is shown again. */
export interface OwnDaysAgain {
  readonly typed?: Typed;
  readonly faults?: readonly Fault[];
  /** The faulty lines of a pasted list. */
  readonly lines?: readonly FaultyLine[];
}

interface OwnDaysShown extends OwnDaysAgain {
  readonly say: Say;
  readonly language: Language;
}

const linesShown = 20;

export function ownDaysPage({ days, quietWeeks }: OwnYear, shown: OwnDaysShown): Shown {
  const { say, lines = [], faults = [] } = shown;
  const typed = { ownDayKind: 'closed', quietWeeks: quietWeeksText(quietWeeks), ...shown.typed };
  const { errorSummary, at } = lines.length > 0 ? linesModel(lines, say) : faultModel(faults, say);
  const asked: Asked = { say, typed, faultAt: at, hints: 'closedDays.hint' };
  const model = {
    title: say('closedDays.title'),
    errorSummary,
    days: days.map((own) => rowOf(own, shown)),
    fields: {
      ownDayKind: choiceField({ say, typed, faultAt: at }, 'ownDayKind', kindOptions(say)),
      ownDayName: textField(asked, 'ownDayName'),
      ownDayFrom: dayField({ say, typed, faultAt: at }, 'ownDayFrom'),
      ownDayUntil: dayField({ say, typed, faultAt: at }, 'ownDayUntil'),
      dayList: textArea(asked, 'dayList', { rows: '8' }),
      quietWeeks: textField(asked, 'quietWeeks', { width: '20' }),
    },
  };
  return show('availability/own-days', model, { status: errorSummary ? 422 : 200 });
}

const kindOptions = (say: Say) =>
  ownDayKinds.map((kind) => ({
    value: kind,
    text: say(`closedDays.kind.${kind}`),
    hint: say(`closedDays.kind.${kind}.hint`),
  }));

function rowOf(own: OwnDays, { say, language }: OwnDaysShown) {
  const { id, kind, name, from, until } = own;
  const days = { from: dayInWords(from, language), until: dayInWords(until, language) };
  return {
    text: from.equals(until) ? `${days.from}: ${name}` : `${say('closedDays.span', days)}: ${name}`,
    kind: say(`closedDays.kind.${kind}`),
    action: `/organisation/days/${id}/remove`,
  };
}

/** Each faulty line is named by its number; beyond some, how many more there are. */
function linesModel(lines: readonly FaultyLine[], say: Say): FaultModel {
  const sentences = lines
    .slice(0, linesShown)
    .map(({ number, fault }) => say('closedDays.line', { number, sentence: sentenceOf(fault, say) }));
  const more = lines.length - sentences.length;
  if (more > 0) sentences.push(say('closedDays.moreLines', { count: more }));
  const faults = sentences.map((text) => ({ text, href: '#dayList' }));
  return {
    errorSummary: { title: say('closedDays.nothingAdded'), faults },
    at: (field) => (field === 'dayList' ? sentences[0] : undefined),
  };
}
