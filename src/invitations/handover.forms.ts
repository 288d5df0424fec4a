import { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import { idOf, type UserId } from '../kernel/identifiers';
import { field, Form, oneOf, ticks } from '../platform/web/form';
import { waysOfTelling } from '../sociogram/domain/nomination';

export const handoverForm = new Form({
  /** Left out by an administrator, who hands over all there are. */
  handedGroups: ticks((typed) => idOf<'group'>(typed)),
  successor: field((typed): UserId => {
    if (typed === '') throw new DomainError('fieldNotChosen', { field: 'successor' });
    return idOf<'user'>(typed);
  }),
  approvedOn: field((typed) => CalendarDate.of(typed.trim())),
  approvedHow: oneOf(waysOfTelling, 'approvedHow'),
});

export type HandoverChoice = Extract<ReturnType<typeof handoverForm.read>, { readonly kind: 'filled' }>['value'];
