import { Language } from '../../kernel/in-words';

type WordValues = Readonly<Record<string, string | number>>;

/** The sentence of a key in one language, with `{name}` places filled. */
export type Say = (key: string, values?: WordValues) => string;

export type Words = (language: Language) => Say;

/** "1 timme och 30 minuter" */
export function lengthInWords(minutes: number, say: Say): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const inHours = say('mail.length.hours', { count: hours });
  const inMinutes = say('mail.length.minutes', { count: rest });
  if (hours === 0) return inMinutes;
  return rest === 0 ? inHours : say('mail.length.both', { hours: inHours, minutes: inMinutes });
}

/** "svensk tid": whose clock the times in a message follow. */
export const clockInWords = (zone: string, say: Say): string =>
  zone === 'Europe/Stockholm' ? say('mail.clock.swedish') : say('mail.clock.zone', { zone });
