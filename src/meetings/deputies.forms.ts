import { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import { idOf, type PersonId } from '../kernel/identifiers';
import { field, Form, oneOf } from '../platform/web/form';
import { waysOfTelling } from '../sociogram/domain/nomination';

const somebody = (name: string) =>
  field((typed): PersonId => {
    if (typed === '') throw new DomainError('fieldNotChosen', { field: name });
    return idOf<'person'>(typed);
  });

export const deputyForm = new Form({
  deputyFor: somebody('deputyFor'),
  deputy: somebody('deputy'),
  approvedOn: field((typed) => CalendarDate.of(typed.trim())),
  approvedHow: oneOf(waysOfTelling, 'approvedHow'),
});
