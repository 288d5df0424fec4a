import type { CalendarDate } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';

/** What somebody said is written down after they said it. */
export function requireNotAhead(day: CalendarDate, today: CalendarDate, field: string): void {
  if (today.isBefore(day)) throw new DomainError('dayIsAhead', { field });
}
