import { CalendarDate } from '../kernel/calendar-date';
import type { YearWishesParts } from '../planning/domain/year-wishes';
import type { Profile } from '../groups/domain/profile';

/** What Olle wishes of the year: at home, an hour, in the middle of the day, as the method thins it out. */
export const ollesWishes = (start: CalendarDate, place: string, { intervals }: Profile): YearWishesParts => ({
  start: start.iso,
  horizonMonths: 12,
  intervals,
  minutes: 60,
  lengthReason: '',
  form: 'home',
  place,
  placeIsPublic: false,
  weekdays: [2, 4],
  earliest: '09:00',
  latest: '16:00',
});
