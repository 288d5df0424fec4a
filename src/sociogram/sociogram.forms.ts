import { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import { idOf } from '../kernel/identifiers';
import { field, Form, oneOf, optionalField, ticks } from '../platform/web/form';
import { NominationState, waysOfTelling } from './domain/nomination';
import { figureName, meaningLine, ringOf, sectors, ties } from './domain/placement';

export const placementForm = new Form({
  figureName: field(figureName),
  sector: oneOf(sectors, 'sector'),
  ring: field((typed) => (typed === '' ? refuse('ring') : ringOf(Number(typed)))),
  tie: oneOf(ties, 'tie'),
  meaning: field(meaningLine),
});

export const importantForm = new Form({ important: ticks((typed) => idOf<'figure'>(typed)) });

/** The states a coordinator records on the page of steps; joining and leaving come from the group. */
const recorded = [
  'on-the-map',
  'proposed-by-me',
  'may-be-asked',
  'talked-with',
  'yes',
  'no',
  'maybe',
] as const satisfies readonly NominationState[];

export const stepForm = new Form({
  became: oneOf(recorded, 'became'),
  stepHow: oneOf(waysOfTelling, 'stepHow'),
  stepDay: field(dayTyped),
});

export const askForm = new Form({
  figurePerson: optionalField((typed) => idOf<'person'>(typed)),
  stepHow: oneOf(waysOfTelling, 'stepHow'),
  stepDay: field(dayTyped),
});

function dayTyped(typed: string): CalendarDate {
  return typed.trim() === '' ? refuse('stepDay') : CalendarDate.of(typed.trim());
}

function refuse(name: string): never {
  throw new DomainError('fieldNotChosen', { field: name });
}
