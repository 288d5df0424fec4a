import { BadRequestException } from '@nestjs/common';
import { answerComment, choices } from '../answers/domain/act';
import { type WishKind, wishKinds, wishText } from '../answers/domain/wish';
import { DomainError } from '../kernel/domain-error';
import { type Fault, field, Form, optionalField, type Reading, wholeNumber } from '../platform/web/form';
import type { OwnEntry } from './domain/own-answer';
import type { OwnYear } from './domain/own-year';

/** The fields about one meeting; on the page each name ends with the meeting's number. */
const meetingForm = new Form({
  revision: wholeNumber('revision'),
  answer: optionalField(choice),
  answerComment: field(answerComment),
  otherTime: field((typed) => wishText(typed, 'otherTime')),
  takeUp: field((typed) => wishText(typed, 'takeUp')),
  need: field((typed) => wishText(typed, 'need')),
});

export const fieldOf = (name: string, number: number): string => `${name}-${String(number)}`;

/** What may be said beside the answers: who comes to one item only proposes none. */
export const kindsFor = ({ isGuests }: Pick<OwnYear, 'isGuests'>): readonly WishKind[] =>
  isGuests ? wishKinds.filter((kind) => kind !== 'takeUp') : wishKinds;

/** What was typed, to show it again. */
export const typedAnswers = (body: unknown) => meetingForm.typed(body);

/** Every meeting in the form; what is not on the person's own page, neither meeting nor wish, is refused outright. */
export function entriesIn(
  body: unknown,
  numbers: readonly number[],
  kinds: readonly WishKind[] = wishKinds,
): Reading<readonly OwnEntry[]> {
  const fields: readonly (readonly [string, unknown])[] = Object.entries(body ?? {});
  const parts = numbers.map((number) => ({ number, fields: fieldsAbout(number, fields) }));
  if (parts.reduce((sum, part) => sum + part.fields.length, 0) < fields.length) throw new BadRequestException();
  const readings = parts.filter((part) => part.fields.length > 0).map((part) => entryIn(part));
  const faults = readings.flatMap((reading) => (reading.kind === 'faulty' ? reading.faults : []));
  if (faults.length > 0) return { kind: 'faulty', faults };
  const entries = readings.flatMap((reading) => (reading.kind === 'filled' ? [reading.value] : []));
  if (entries.some(({ wishes }) => wishes.some(({ kind }) => !kinds.includes(kind)))) throw new BadRequestException();
  return { kind: 'filled', value: entries };
}

type Fields = readonly (readonly [string, unknown])[];

function fieldsAbout(number: number, fields: Fields): Fields {
  const ending = fieldOf('', number);
  return fields
    .filter(([name]) => name.endsWith(ending))
    .map(([name, value]) => [name.slice(0, -ending.length), value] as const);
}

function entryIn({ number, fields }: { readonly number: number; readonly fields: Fields }): Reading<OwnEntry> {
  const reading = meetingForm.read(Object.fromEntries(fields));
  if (reading.kind === 'faulty')
    return { kind: 'faulty', faults: reading.faults.map((fault) => aboutMeeting(fault, number)) };
  const { revision, answer, answerComment: comment, ...wishes } = reading.value;
  if (answer === null && comment !== '') return { kind: 'faulty', faults: [aboutMeeting(noChoice, number)] };
  const said = wishKinds.map((kind) => ({ kind, text: wishes[kind] })).filter(({ text }) => text !== '');
  return { kind: 'filled', value: { number, revision, choice: answer, comment, wishes: said } };
}

const noChoice: Fault = { field: 'answer', code: 'commentWithoutAnswer', values: {} };

const aboutMeeting = (fault: Fault, number: number): Fault => ({ ...fault, field: fieldOf(fault.field, number) });

function choice(typed: string) {
  const found = choices.find((one) => one === typed);
  if (found === undefined) throw new DomainError('fieldNotChosen', { field: 'answer' });
  return found;
}

/** What the agenda refuses is shown where the first thing to take up was written. */
export function aboutTakingUp(fault: Fault, entries: readonly OwnEntry[]): Fault {
  const written = entries.find(({ wishes }) => wishes.some(({ kind }) => kind === 'takeUp'));
  return written ? { ...fault, field: fieldOf('takeUp', written.number) } : fault;
}
