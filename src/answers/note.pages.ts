import { dayInWords, hoursInWords } from '../kernel/in-words';
import type { PersonId } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import { show, type Shown } from '../platform/web/answer';
import { type Fault, faultModel, type Typed } from '../platform/web/form';
import { nameOf, type Speech } from './answer-words';
import type { AnswersShown } from './answers-reading.service';
import { choices } from './domain/act';

/** One member's answer to one meeting, among all the group's. */
export interface NotedAnswer extends AnswersShown {
  readonly meeting: Meeting;
  readonly personId: PersonId;
}

interface NoteShown extends NotedAnswer {
  readonly typed: Typed;
  readonly faults: readonly Fault[];
}

export const typedFor = ({ meeting, personId, book }: NotedAnswer): Typed => ({
  answer: book.standing(meeting, personId)?.choice ?? '',
  revision: String(meeting.revision),
});

/** Asks the coordinator what somebody said when they talked. */
export function notePage(shown: NoteShown, { say, language }: Speech): Shown {
  const { group, meeting, personId, typed, faults } = shown;
  const model = faultModel(faults, say);
  const page = `/groups/${group.id}/answers`;
  return show(
    'answers/note',
    {
      title: say('answers.noteTitle', { name: nameOf(shown, personId, say) }),
      caption: `${dayInWords(meeting.day, language)} ${hoursInWords(meeting.span, language)}`,
      back: page,
      action: `${page}/${meeting.id}/${personId}`,
      errorSummary: model.errorSummary,
      revision: typed.revision ?? '',
      answer: {
        id: 'answer',
        name: 'answer',
        legend: say('answers.saidWhat'),
        error: model.at('answer') ?? model.at('form'),
        items: choices.map((value) => ({
          value,
          text: say(`answers.choice.${value}`),
          checked: typed.answer === value,
        })),
      },
      comment: {
        id: 'answerComment',
        name: 'answerComment',
        label: say('field.answerComment'),
        hint: say('answers.hint.answerComment'),
        value: typed.answerComment ?? '',
        error: model.at('answerComment'),
        rows: '3',
      },
      takeUp: {
        id: 'takeUp',
        name: 'takeUp',
        label: say('answers.takeUp'),
        hint: say('answers.hint.takeUp'),
        value: typed.takeUp ?? '',
        error: model.at('takeUp') ?? model.at('proposal'),
        rows: '2',
      },
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}
