import { type Act, choices } from '../answers/domain/act';
import { hasBegun } from '../answers/domain/coming-meetings';
import { newestAct, standingAnswer } from '../answers/domain/standing-answer';
import { dayInWords, shortDayInWords, timeInWords } from '../kernel/in-words';
import type { Meeting } from '../meetings/domain/meeting';
import type { FaultModel, Typed } from '../platform/web/form';
import type { OwnMeeting } from './domain/own-year';
import { type AnsweredPage, meetingInWords, type OwnPage } from './link-page';
import { fieldOf, kindsFor } from './own-answers.forms';

/** The form as it is shown: what was typed into it, and what is wrong with that. */
export interface Filling {
  readonly typed: Typed;
  readonly faults: FaultModel;
}

export const canBeAnswered = ({ meeting }: OwnMeeting, { year }: OwnPage): boolean =>
  meeting.takesTime && !hasBegun(meeting, year.now);

const actsAbout = ({ id }: Meeting, { acts }: AnsweredPage): readonly Act[] =>
  acts.filter(({ meetingId }) => meetingId === id);

/** The question about one meeting, and room for something more. */
export function questionModel(own: OwnMeeting, page: AnsweredPage, { typed, faults }: Filling) {
  const { say, language, year } = page;
  const { meeting } = own;
  const { number, since } = meeting;
  const [name, revision] = [fieldOf('answer', number), fieldOf('revision', number)];
  const chosen = typed[name] ?? standingAnswer(actsAbout(meeting, page), since)?.choice;
  return {
    revision: { name: revision, value: typed[revision] ?? meeting.revision },
    choices: {
      id: name,
      name,
      legend: say('link.answer.ask', { day: shortDayInWords(meeting.day, language) }),
      error: faults.at(name),
      inline: own !== year.ahead[0],
      items: choices.map((value) => ({ value, text: say(`link.answer.${value}`), checked: value === chosen })),
    },
    more: moreModel(own, page, { typed, faults }),
  };
}

// What was written is not shown again on a later visit: whoever else comes by the link is not to read it.
function moreModel(own: OwnMeeting, page: OwnPage, { typed, faults }: Filling) {
  const { say, year } = page;
  const { number } = own.meeting;
  const fields = ['answerComment', ...kindsFor(year)].map((kind) => {
    const name = fieldOf(kind, number);
    const label = { label: say(`field.${kind}`), ...(kind === 'takeUp' ? { hint: takeUpHint(page) } : {}) };
    return { id: name, name, ...label, value: typed[name] ?? '', error: faults.at(name), rows: '2' };
  });
  return {
    isOpen: fields.some(({ value, error }) => value !== '' || error !== undefined),
    hidden: meetingInWords(own, page),
    text: say('link.answer.moreText', { name: year.link.shown.caller.firstName }),
    fields,
  };
}

const takeUpHint = ({ say, year }: OwnPage): string =>
  year.reader.part === 'service-user'
    ? say('link.takeUp.own', { name: year.link.shown.caller.firstName })
    : say('link.takeUp.proposed');

/** The answer that stands and how it came, or that the time has changed since; null when nothing was answered. */
export function answeredModel({ meeting }: OwnMeeting, page: AnsweredPage) {
  const { say, language } = page;
  const acts = actsAbout(meeting, page);
  const standing = standingAnswer(acts, meeting.since);
  if (standing === null) return newestAct(acts) && { text: say('link.answer.changed'), isChanged: true };
  const when = { day: dayInWords(meeting.day, language), time: timeInWords(meeting.start, language) };
  const came = { day: shortDayInWords(standing.actedAt.dayIn(meeting.zone), language) };
  const sentences = [say(`link.answered.${standing.choice}`, when), say(`link.way.${standing.way}`, came)];
  return { text: sentences.join(' '), isChanged: false };
}
