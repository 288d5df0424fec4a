import type { PersonId } from '../kernel/identifiers';
import { type Language, shortDayInWords, timeInWords } from '../kernel/in-words';
import type { Instant } from '../kernel/instant';
import type { Meeting } from '../meetings/domain/meeting';
import type { Say } from '../platform/web/words';
import type { AnswersShown } from './answers-reading.service';
import type { Act, Choice } from './domain/act';

export interface Speech {
  readonly say: Say;
  readonly language: Language;
}

const shapes = { yes: 'done', no: 'stopped', maybe: 'warning' } as const satisfies Record<Choice, string>;

/** A word and a shape. */
export const answerTag = (act: Act | null, say: Say) =>
  act === null
    ? { text: say('answers.choice.none'), shape: 'open' }
    : { text: say(`answers.choice.${act.choice}`), shape: shapes[act.choice] };

/** Somebody the viewer may not see has an answer but no name here. */
export const nameOf = ({ people }: Pick<AnswersShown, 'people'>, id: PersonId, say: Say): string =>
  people.get(id)?.person.calledName ?? say('groups.member.unseen');

/** "1 mars klockan 9.00" on the wall where the meeting is. */
export const momentInWords = (at: Instant, { zone }: Meeting, { say, language }: Speech): string =>
  say('answers.moment', {
    day: shortDayInWords(at.dayIn(zone), language),
    time: timeInWords(at.timeIn(zone), language),
  });
