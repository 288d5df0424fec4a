import type { CalendarDate } from '../kernel/calendar-date';
import type { SwedishCalendar } from '../availability/domain/swedish-calendar';

const daysAhead = 28;

/** About four weeks ahead: the first open day from then on. */
export function firstDay(today: CalendarDate, calendar: SwedishCalendar): CalendarDate {
  let day = today.plusDays(daysAhead);
  while (!calendar.isOpen(day)) day = day.plusDays(1);
  return day;
}
