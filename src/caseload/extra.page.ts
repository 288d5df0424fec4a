import { type Language, spanInWords } from '../kernel/in-words';
import { show, type Shown } from '../platform/web/answer';
import { type Fault, faultModel } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import type { ExtraTime } from './domain/extra-times';
import type { OfferedTimes } from './extra-meetings.service';
import type { NameOf } from './caseload-names.service';

export interface ExtraSpeech {
  readonly say: Say;
  readonly language: Language;
  readonly nameOf: NameOf;
}

export function extraPage(
  { read: { group }, times }: OfferedTimes,
  speech: ExtraSpeech,
  faults: readonly Fault[],
): Shown {
  const { say } = speech;
  const model = {
    title: say('extra.title'),
    caption: group.name,
    back: { text: say('repair.back.group'), href: `/groups/${group.id}/meetings` },
    errorSummary: faultModel(faults, say).errorSummary,
    lead: times.length === 0 ? say('extra.none') : say('extra.lead', { count: times.length }),
    isEmpty: times.length === 0,
    times: times.map((time) => ({
      text: timeInWords(time, speech),
      day: time.span.day.iso,
      start: time.span.start.toString(),
    })),
    action: `/groups/${group.id}/extra`,
  };
  return show('caseload/extra', model, { status: faults.length > 0 ? 422 : 200 });
}

function timeInWords({ span, absent }: ExtraTime, { say, language, nameOf }: ExtraSpeech): string {
  const words = { span: spanInWords(span, language), people: new Intl.ListFormat(language).format(absent.map(nameOf)) };
  return say(absent.length === 0 ? 'extra.everybody' : 'extra.absent', words);
}
