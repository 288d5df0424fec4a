import { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import { plainParagraph } from '../people/domain/personal-number';
import { field, Form } from '../platform/web/form';
import { type StatementKind, wordsFieldOf } from './domain/statement';

const words = (kind: StatementKind) =>
  field((typed) => {
    const name = wordsFieldOf[kind];
    if (typed.trim() === '') throw new DomainError('fieldMissing', { field: name });
    return plainParagraph(typed, { field: name, max: 500 });
  });

/** The same two questions in other words: why or how, and when. */
export const statementForm = (kind: StatementKind) =>
  new Form({ statedWords: words(kind), statedOn: field((typed) => CalendarDate.of(typed.trim())) });
