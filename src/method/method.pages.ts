import { standingItems } from '../groups/domain/profile';
import { dayWithYear, type Language } from '../kernel/in-words';
import type { PersonId } from '../kernel/identifiers';
import { show, type Shown } from '../platform/web/answer';
import { type Fault, faultModel, type Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import type { Fact } from './domain/finding';
import { type Line, lineParts, type Place } from './domain/lines';
import type { CheckedLine } from './domain/method-check';
import type { Picture } from './domain/picture';
import { type Statement, type StatementKind } from './domain/statement';
import type { MethodShown } from './method-reading.service';

interface Speech {
  readonly say: Say;
  readonly language: Language;
}

/** Every line in its order, by part; nothing is counted or added up. */
export function methodPage(shown: MethodShown, speech: Speech): Shown {
  const { say } = speech;
  const { group, today } = shown.picture;
  return show('method/check', {
    title: say('method.title'),
    caption: group.name,
    back: `/groups/${group.id}`,
    read: say('method.read', { day: dayWithYear(today, speech.language) }),
    parts: lineParts.map((part) => ({
      heading: say(`method.part.${part}`),
      lines: shown.lines.filter(({ line }) => line.part === part).map((one) => lineModel(one, shown, speech)),
    })),
  });
}

function lineModel(checked: CheckedLine, shown: MethodShown, speech: Speech) {
  const { line, facts, statement } = checked;
  const { say } = speech;
  return {
    anchor: line.key,
    rule: say(`method.line.${line.key}`),
    tag: tagOf(checked, say),
    answer: say(`method.answer.${checked.answer}`),
    required: line.kept === 'required' ? say('method.required') : '',
    facts: facts.map((one) => factInWords(one, shown.picture, speech)),
    statement: statement && {
      ...statementModel(statement, shown, speech),
      outrun: outrunInWords(checked, shown.picture, speech),
    },
    sources: say('method.sources', { sources: line.sources.map((one) => say(`method.source.${one}`)).join(' · ') }),
    links: linksFrom(checked, shown.picture, say),
  };
}

const shapeOf = { yes: 'done', otherwise: 'done', 'not-yet': 'open' } as const;

/** What does not apply yet is said in words alone: it is neither done nor waited for. */
function tagOf({ answer, line }: CheckedLine, say: Say) {
  if (answer === 'does-not-apply-yet') return null;
  const isWarning = answer === 'not-yet' && line.kept === 'required';
  return { text: say(`method.answer.${answer}`), shape: isWarning ? 'warning' : shapeOf[answer] };
}

function factInWords({ said, values, people, days, items }: Fact, picture: Picture, { say, language }: Speech): string {
  const titles = titlesOf(picture, language);
  return say(`method.fact.${said}`, {
    ...values,
    ...(people && { people: namesOf(people, picture, say) }),
    ...(days && { days: days.map((day) => dayWithYear(day, language)).join(', ') }),
    ...(items && { items: items.map((key) => titles.get(key) ?? key).join(', ') }),
  });
}

const namesOf = (people: readonly PersonId[], picture: Picture, say: Say): string =>
  people.map((id) => picture.people.get(id)?.person.calledName ?? say('groups.member.unseen')).join(', ');

/** Why a note counts no longer; empty while it does. */
const outrunInWords = ({ cameAfter }: CheckedLine, picture: Picture, { say }: Speech): string =>
  cameAfter.length === 0 ? '' : say('method.stated.noted.outrun', { people: namesOf(cameAfter, picture, say) });

const titlesOf = ({ profile }: Picture, language: Language): ReadonlyMap<string, string> =>
  new Map(
    [1, 2].flatMap((number) => standingItems(profile, number)).map(({ key, words }) => [key, words[language].title]),
  );

function statementModel({ id, kind, words, day, writtenBy }: Statement, shown: MethodShown, speech: Speech) {
  const { say, language } = speech;
  const who = shown.staff.get(writtenBy) ?? say('method.somebody');
  return {
    heading: say(`method.stated.${kind}`),
    words,
    by: say(`method.stated.${kind}.by`, { who, day: dayWithYear(day, language) }),
    action: `${homeOf(shown.picture)}/statements/${id}/take-back`,
  };
}

const homeOf = ({ group }: Picture): string => `/groups/${group.id}/method`;

/** Nothing is asked of a line that is done, or that has its reason. */
function linksFrom({ line, answer, statement, cameAfter }: CheckedLine, picture: Picture, say: Say) {
  const isAnswered = answer === 'yes' || answer === 'otherwise' || (statement !== null && cameAfter.length === 0);
  const kinds = isAnswered ? [] : kindsFor(line);
  const page = `${homeOf(picture)}/${line.key}`;
  return [
    { href: hrefOf(line.place, picture), text: say(`method.place.${line.place}`) },
    ...kinds.map((kind) => ({ href: `${page}/${kind}`, text: say(`method.state.${kind}`) })),
  ];
}

const kindsOf = {
  kept: ['otherwise'],
  told: ['noted', 'otherwise'],
  required: [],
} as const satisfies Record<Line['kept'], readonly StatementKind[]>;

const kindsFor = ({ kept }: Line): readonly StatementKind[] => kindsOf[kept];

function hrefOf(place: Place, { group }: Picture): string {
  if (place === 'group') return `/groups/${group.id}`;
  if (place === 'sociogram' || place === 'nominations') return `/people/${group.serviceUserId}/${place}`;
  return `/groups/${group.id}/${place}`;
}

interface StatementAsked {
  readonly shown: MethodShown;
  readonly line: Line;
  readonly kind: StatementKind;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
}

/** Why the group has chosen otherwise; or that it is done, and who said so. */
export function statementPage({ shown, line, kind, typed, faults }: StatementAsked, say: Say): Shown {
  const model = faultModel(faults, say);
  const { group } = shown.picture;
  const page = `${homeOf(shown.picture)}/${line.key}/${kind}`;
  const control = (id: string, label: string) => ({ id, name: id, label, value: typed[id], error: model.at(id) });
  return show(
    'method/statement',
    {
      title: say(`method.${kind}.title`),
      caption: group.name,
      rule: say(`method.line.${line.key}`),
      lead: say(`method.${kind}.lead`),
      action: page,
      back: `${homeOf(shown.picture)}#${line.key}`,
      keep: `method-${group.id}-${line.key}-${kind}`,
      words: { ...control('statedWords', say(`method.${kind}.words`)), rows: '4' },
      day: { ...control('statedOn', say('field.statedOn')), type: 'date', width: '20' },
      errorSummary: model.errorSummary,
      scripts: ['keep-typing'],
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}
