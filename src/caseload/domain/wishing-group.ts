import type { SwedishCalendar } from '../../availability/domain/swedish-calendar';
import type { Profile } from '../../groups/domain/profile';
import { CalendarDate } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import { dayInWords, type Language } from '../../kernel/in-words';
import { TimeOfDay } from '../../kernel/time-of-day';
import { requireOpenStart, windowDays, YearWishes } from '../../planning/domain/year-wishes';
import type { WishingGroup } from './caseload-of-groups';
import type { GroupBasis } from './run-group';

export interface WishingTerms {
  readonly profile: Profile;
  readonly calendar: SwedishCalendar;
  readonly today: CalendarDate;
  readonly language: Language;
}

/** A group as it is planned with others. Refuses wishes that no plan can answer, each for its own reason. */
export function wishingGroup(id: string, basis: GroupBasis, terms: WishingTerms): WishingGroup {
  const wishes = new YearWishes(basis.wishes, terms.profile);
  requireTimeToStart(wishes, terms);
  requireOpenStart(wishes.start, terms.calendar, terms.language);
  const chosen = basis.chosen.map(({ index, day, start }) => ({
    index,
    start: { day: CalendarDate.of(day), time: TimeOfDay.of(start) },
  }));
  return { id, wishes, core: basis.core, network: basis.network, chosen };
}

/** The first meeting may lie so many days before its target, and never in what has been. */
function requireTimeToStart({ start }: YearWishes, { today, language }: WishingTerms): void {
  const first = today.plusDays(windowDays + 1);
  if (start.isBefore(first))
    throw new DomainError('startTooSoon', { day: dayInWords(start, language), first: dayInWords(first, language) });
}
