import type { CalendarDate } from '../../kernel/calendar-date';
import type { WeighedDay } from './caseload-parts';
import type { SwedishCalendar, WeighingWhy } from '../../availability/domain/swedish-calendar';

export type WeighingCosts = Readonly<Record<WeighingWhy, number>>;

/** In days of distance from the target: a meeting moves this far to avoid such a day, and no further. */
const defaultWeighingCosts: WeighingCosts = {
  squeezeDay: 4,
  halfDay: 3,
  quietWeek: 7,
  quietDay: 7,
  schoolBreak: 7,
};

/** The open days from the first to the last, both included, that the calendar speaks against. */
export function weighedDays(
  calendar: SwedishCalendar,
  { from, until }: { readonly from: CalendarDate; readonly until: CalendarDate },
  costs: WeighingCosts = defaultWeighingCosts,
): readonly WeighedDay[] {
  const found: WeighedDay[] = [];
  for (let day = from; !until.isBefore(day); day = day.plusDays(1))
    for (const { why, name } of calendar.weighings(day))
      found.push({ day, cost: costs[why], why, ...(name ? { name } : {}) });
  return found;
}
