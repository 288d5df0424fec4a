import { dayWithYear, type Language } from '../kernel/in-words';
import type { Instant } from '../kernel/instant';
import type { Say } from '../platform/web/words';
import type { Pattern } from './domain/pattern';
import { hoursOnDayInWords, weekInWords } from './domain/pattern-words';

/** What a pattern is told with. */
export interface SaidTold {
  /** What the person is called. */
  readonly person: string;
  readonly zone: string;
  readonly say: Say;
  readonly language: Language;
}

/** What the person has said, when they said it, and whether it holds: times only. */
export function saidModel(said: Pattern, { person, zone, say, language }: SaidTold) {
  const day = (at: Instant): string => dayWithYear(at.dayIn(zone), language);
  return {
    title: say('pattern.said', { person, day: day(said.answeredAt) }),
    holds: said.overruledAt ? say('pattern.said.overruled', { day: day(said.overruledAt) }) : say('pattern.said.holds'),
    hours: said.hours.map((hours) => hoursOnDayInWords(hours, language)),
    never: said.never.map((monday) => weekInWords(monday, language)),
  };
}
