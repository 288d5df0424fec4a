import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CalendarDate } from '../kernel/calendar-date';
import { Language, languages, monthInWords, weekdayInWords } from '../kernel/in-words';
import { listedWordSearch } from './domain/listed-words';
import type { NeutralKnowledge } from './domain/neutral-knowledge';
import { folded } from './domain/seen-text';

const listed = z.strictObject({ about: z.string(), sv: z.array(z.string()), en: z.array(z.string()) });
const sentences = z.record(z.string(), z.string());

/** The listed words of both languages, and the words that our own mail sentences use, read from the data folder. */
export function readNeutralWords(folder: string): Pick<NeutralKnowledge, 'listedWord' | 'ownWords'> {
  const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));
  const { sv, en } = listed.parse(read('reference', 'listed-words.json'));
  const ours = languages.flatMap((language) => mailSentences(sentences.parse(read('words', language, 'mail.json'))));
  const words = [...ours, ...languages.flatMap(calendarWords)].flatMap((text) => text.match(/\p{L}+/gu) ?? []);
  return { listedWord: listedWordSearch([...sv, ...en]), ownWords: new Set(words.map(folded)) };
}

const mailSentences = (words: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(words)
    .filter(([key]) => key.startsWith('mail.'))
    .map(([, sentence]) => sentence);

// January 2027 begins on a Friday; twelve months and seven days in a row name them all.
function calendarWords(language: Language): readonly string[] {
  const first = CalendarDate.of('2027-01-01');
  const months = Array.from({ length: 12 }, (_, index) => monthInWords(first.plusMonths(index), language));
  const weekdays = Array.from({ length: 7 }, (_, index) => weekdayInWords(first.plusDays(index), language));
  return [...months, ...weekdays];
}
