import { z } from 'zod';
import { languages } from '../../kernel/in-words';
import { idOf } from '../../kernel/identifiers';
import type { Letter } from '../domain/letter';

const row = z.strictObject({ day: z.string(), hours: z.string(), length: z.string() });

const shape = z.strictObject({
  personId: z.string().transform((text) => idOf<'person'>(text)),
  language: z.enum(languages),
  address: z.array(z.string()),
  date: z.string(),
  title: z.string(),
  greeting: z.string(),
  intro: z.string(),
  // Letters kept before there was news to tell have none.
  news: z.array(z.string()).default([]),
  now: z.string().default(''),
  headings: row,
  rows: z.array(row),
  place: z.string(),
  clock: z.string(),
  callLead: z.string(),
  phone: z.string(),
  goodbye: z.string(),
  signature: z.string(),
});

/** The letter as it was when it was decided; it is printed from this however often. */
export const keepLetter = (letter: Letter): Buffer => Buffer.from(JSON.stringify(letter), 'utf8');

export const keptLetter = (bytes: Buffer): Letter => shape.parse(JSON.parse(bytes.toString('utf8')));
