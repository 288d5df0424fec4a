import { leaders } from '../groups/domain/profile';
import { audiences } from '../groups/domain/readership';
import { DomainError } from '../kernel/domain-error';
import { idOf } from '../kernel/identifiers';
import { optionalPlainLine, plainLine, plainParagraph } from '../people/domain/personal-number';
import { field, Form, oneOf, optionalField, ticks, wholeNumber } from '../platform/web/form';
import type { Place } from './domain/agenda';
import type { ItemContent } from './domain/agenda-item';
import { waysOfCarrying } from './domain/carrying-over';

const content = {
  itemTitle: field((typed) => plainLine(typed, { field: 'itemTitle', max: 200 })),
  neutralTitle: field((typed) => plainLine(typed, { field: 'neutralTitle', max: 100 })),
  itemLeader: oneOf(leaders, 'itemLeader'),
  itemMinutes: wholeNumber('itemMinutes'),
  itemLine: field((typed) => plainParagraph(typed, { field: 'itemLine', max: 500 })),
  itemEasy: field((typed) => optionalPlainLine(typed, { field: 'itemEasy', max: 100 })),
  audience: oneOf(audiences, 'audience'),
  readers: ticks((typed) => idOf<'person'>(typed)),
  guest: optionalField((typed) => idOf<'person'>(typed)),
};

const placeIn = (typed: string): Place =>
  typed === '' ? 'usual' : typed === 'first' ? 'first' : idOf<'agenda item'>(typed);

/** An item that comes to be; `itemAfter` is empty for where new items usually come. */
export const newItemForm = new Form({ ...content, itemAfter: field(placeIn) });

/** An item that is written anew; `itemVersion` is the one whoever writes had before them. */
export const itemForm = new Form({ ...content, itemVersion: wholeNumber('itemVersion') });

type Filled<Of> = Extract<Of, { readonly kind: 'filled' }> extends { readonly value: infer Value } ? Value : never;
type Content = Omit<Filled<ReturnType<typeof itemForm.read>>, 'itemVersion'>;

export const contentIn = (filled: Content): ItemContent => ({
  title: filled.itemTitle,
  neutralTitle: filled.neutralTitle,
  leader: filled.itemLeader,
  minutes: filled.itemMinutes,
  line: filled.itemLine,
  easy: filled.itemEasy,
  readership: { audience: filled.audience, named: filled.audience === 'named' ? filled.readers : [] },
  guest: filled.guest,
});

export const copyForm = new Form({ source: field((typed) => idOf<'meeting'>(typed)) });

// No agenda has more items.
const mostSteps = 40;

function stepsIn(typed: string): number {
  const steps = /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
  if (steps < 1 || steps > mostSteps) throw new DomainError('fieldNotANumber', { field: 'steps' });
  return steps;
}

/** How many places; one, when it says nothing. */
export const moveForm = new Form({ steps: optionalField(stepsIn) });

export const removeForm = new Form({ itemVersion: wholeNumber('itemVersion') });

export const carryForm = new Form({ way: oneOf(waysOfCarrying, 'way') });

export const declineForm = new Form({
  proposalAnswer: field((typed) => optionalPlainLine(typed, { field: 'proposalAnswer', max: 200 })),
});
