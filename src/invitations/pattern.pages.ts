import { dayWithYear } from '../kernel/in-words';
import { type Answer, show } from '../platform/web/answer';
import { type Fault, sentenceOf } from '../platform/web/form';
import type { CallLine, Way } from './domain/call-list';
import type { AskingLine } from './domain/pattern-asking';
import type { PreparedAsking } from './pattern-asking.service';
import { anchorOf, countsSentence, distinct, findingModels, howTag, lackModel, type Speaker } from './send.pages';

export interface PatternPage extends Speaker {
  readonly prepared: PreparedAsking;
  readonly zone: string;
  readonly isAsked?: boolean;
  /** What stopped it when the button was pressed. */
  readonly refused?: Fault;
}

/** Who has answered when it usually suits them, who would be asked now and how, and each mail as it will look. */
export function patternPage(page: PatternPage): Answer {
  const { prepared, say, refused } = page;
  const { gathering, asking, lines, lacks } = prepared;
  const { id, name } = gathering.parts.group;
  const findings = findingModels(prepared, say);
  const stops = refused ? [{ text: sentenceOf(refused, say) }, ...findings] : findings;
  const toAsk = asking.filter(({ state }) => state === 'toAsk').map(({ line }) => line);
  const model = {
    title: say('pattern.title'),
    caption: name,
    back: { text: say('pattern.back'), href: `/groups/${id}/plan` },
    errorSummary: stops.length > 0 ? { title: say('send.findings'), faults: distinct(stops) } : null,
    asked: page.isAsked === true ? say('pattern.asked') : null,
    counts: toAsk.length > 0 ? countsSentence(toAsk, say) : say('pattern.nobody'),
    answered: say('pattern.answered', {
      count: asking.filter(({ state }) => state === 'answered').length,
      all: asking.length,
    }),
    lacks: lacks.map((lack) => lackModel(lack, id, say)),
    people: asking.map((one) => personModel(one, page)),
    maySend: lacks.length === 0 && findings.length === 0 && lines.length > 0,
    action: `/groups/${id}/pattern`,
    later: { text: say('pattern.later'), href: `/groups/${id}/plan`, kind: 'secondary' },
    sent: { text: say('send.toSent'), href: `/groups/${id}/sent` },
  };
  return show('invitations/pattern', model, { status: refused ? 422 : 200 });
}

function personModel(one: AskingLine, page: PatternPage) {
  const { say, prepared } = page;
  const { line, state } = one;
  const { person } = line;
  const written = prepared.lines.find((each) => each.line === line);
  return {
    id: anchorOf(line, prepared.gathering),
    name: person.fullName,
    part: say(`groups.part.${person.part}`),
    state: stateTag(one, say),
    what: whatLines(one, page),
    mail:
      written && written.mails.length > 0
        ? {
            text: say('send.mails', { count: 1, name: person.calledName }),
            href: `/groups/${prepared.gathering.parts.group.id}/pattern/${person.personId}/1`,
          }
        : null,
    hours: {
      text: say(state === 'answered' ? 'pattern.hours.see' : 'pattern.hours.note', { name: person.calledName }),
      href: `/people/${person.personId}/hours`,
    },
  };
}

function stateTag({ line, state }: AskingLine, say: Speaker['say']) {
  if (state === 'toAsk') return howTag(line.way, say);
  const shapes = { asked: 'open', answered: 'done', notReached: 'stopped' } as const;
  return { text: say(`pattern.state.${state}`), shape: shapes[state] };
}

function whatLines({ line, state, at }: AskingLine, { say, language, zone }: PatternPage): readonly string[] {
  const day = at ? dayWithYear(at.dayIn(zone), language) : '';
  switch (state) {
    case 'answered':
    case 'asked':
      return [say(`pattern.what.${state}`, { day })];
    case 'notReached':
      return [say('pattern.what.notReached'), ...hindrances(line.way).map((why) => say(`send.why.${why}`))];
    case 'toAsk':
      return [whatNow(line, say)];
  }
}

const hindrances = (way: Way): readonly string[] => (way.by === 'none' ? way.why : []);

function whatNow({ way }: CallLine, say: Speaker['say']): string {
  switch (way.by) {
    case 'email':
      return say('pattern.to.email', { address: way.address });
    case 'letter':
      return say('pattern.to.letter');
    case 'phone':
      return say('pattern.to.phone', { number: way.number });
    case 'inPerson':
      return say('pattern.to.inPerson');
    case 'none':
      return say('pattern.what.notReached');
  }
}
