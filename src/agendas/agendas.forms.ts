import { leaders } from '../groups/domain/profile';
import { idOf } from '../kernel/identifiers';
import { optionalPlainLine, plainLine, plainParagraph } from '../people/domain/personal-number';
import { field, Form, oneOf, wholeNumber } from '../platform/web/form';
import type { ItemContent } from './domain/agenda-item';

export const itemForm = new Form({
  itemTitle: field((typed) => plainLine(typed, { field: 'itemTitle', max: 200 })),
  neutralTitle: field((typed) => plainLine(typed, { field: 'neutralTitle', max: 100 })),
  itemLeader: oneOf(leaders, 'itemLeader'),
  itemMinutes: wholeNumber('itemMinutes'),
  itemLine: field((typed) => plainParagraph(typed, { field: 'itemLine', max: 500 })),
  itemEasy: field((typed) => optionalPlainLine(typed, { field: 'itemEasy', max: 100 })),
});

type Filled<Of> = Extract<Of, { readonly kind: 'filled' }> extends { readonly value: infer Value } ? Value : never;

export const contentIn = (filled: Filled<ReturnType<typeof itemForm.read>>): ItemContent => ({
  title: filled.itemTitle,
  neutralTitle: filled.neutralTitle,
  leader: filled.itemLeader,
  minutes: filled.itemMinutes,
  line: filled.itemLine,
  easy: filled.itemEasy,
});

export const copyForm = new Form({ source: field((typed) => idOf<'meeting'>(typed)) });
