import { audiences, type Readership } from '../groups/domain/readership';
import type { PersonId } from '../kernel/identifiers';
import { byName, dayWithYear, type Language } from '../kernel/in-words';
import type { Say } from '../platform/web/words';
import type { Circle } from './circles.service';
import type { AuthorId, Step } from './domain/step';

export interface Speech {
  readonly say: Say;
  readonly language: Language;
}

/** Somebody the viewer may not see has a place in the group but no name here. */
export const nameIn = ({ people }: Circle, id: PersonId, say: Say): string =>
  people.get(id)?.calledName ?? say('groups.member.unseen');

/** Whoever wrote something: staff by name, a person by what they are called. */
export const authorIn = ({ people, staff }: Circle, id: AuthorId, say: Say): string =>
  staff.get(id) ?? [...people.values()].find((person) => person.id === id)?.calledName ?? say('progress.somebody');

/** Those in the group today, by name. */
export function presentIn({ group, people }: Circle, { say, language }: Speech) {
  const order = byName(language);
  return group.present
    .map(({ personId, part }) => ({
      personId,
      part,
      kind: people.get(personId)?.kind ?? 'private',
      name: people.get(personId)?.calledName ?? say('groups.member.unseen'),
    }))
    .sort((a, b) => order(a.name, b.name));
}

/** "Bara de som väljs: Eva, Per" */
export function readershipInWords({ audience, named }: Readership, circle: Circle, say: Say): string {
  const whom = say(`progress.audience.${audience}`);
  if (audience !== 'named' || named.length === 0) return whom;
  return `${whom}: ${named.map((id) => nameIn(circle, id, say)).join(', ')}`;
}

export const audienceChoices = (say: Say) =>
  audiences.map((value) => ({ value, text: say(`progress.audience.${value}`) }));

/** What has happened to a goal or a task, newest first. */
export const historyOf = (steps: readonly Step[], circle: Circle, speech: Speech): readonly string[] =>
  steps.map((step) => stepInWords(step, circle, speech)).reverse();

function stepInWords(step: Step, circle: Circle, { say, language }: Speech): string {
  const day = dayWithYear(step.at.dayIn(circle.zone), language);
  const told = say(`progress.step.${step.kind}`, { day, who: authorIn(circle, step.by, say) });
  return [told, ...earlierIn(step, circle, { say, language })].join(' ');
}

/** What it said before it was changed. */
function earlierIn({ earlierWords, earlierDay, earlierWho }: Step, circle: Circle, { say, language }: Speech) {
  return [
    ...(earlierWords === null ? [] : [say('progress.step.earlierWords', { words: earlierWords })]),
    ...(earlierWho === null ? [] : [say('progress.step.earlierWho', { who: nameIn(circle, earlierWho, say) })]),
    ...(earlierDay === null ? [] : [say('progress.step.earlierDay', { day: dayWithYear(earlierDay, language) })]),
  ];
}
