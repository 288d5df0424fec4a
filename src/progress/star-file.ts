import { z } from 'zod';
import { betters, raters } from './domain/axis';
import type { StarPattern } from './domain/star-pattern';

/** A star that cannot be drawn; says which file and what to change in it. */
class StarNotUsable extends Error {
  constructor(file: string, fault: string) {
    super(`data/stars/${file} cannot be used: ${fault}`);
  }
}

const words = z.strictObject({ label: z.string().trim().min(1).max(40), easy: z.string().trim().min(1).max(55) });
const scale = { min: z.int().min(0).max(1000), max: z.int().min(1).max(1000) };
const grows = ({ min, max }: { readonly min: number; readonly max: number }): boolean => min < max;
const flat = { error: 'min is not less than max' };

const axis = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-z-]{0,39}$/),
    rater: z.enum(raters),
    ...scale,
    better: z.enum(betters),
    source: z.string().trim().min(1),
    words: z.strictObject({ sv: words, en: words }),
  })
  .refine(grows, flat);

const star = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  measuringDays: z.int().min(1).max(366),
  oldAfterMonths: z.int().min(1).max(60),
  axes: z.array(axis).min(3).max(10),
  optional: z.array(axis).max(5),
  own: z.strictObject(scale).refine(grows, flat),
});

/** Reads a star from its file's text, or says in one sentence what is wrong and where. */
export function readStar(file: string, text: string): StarPattern {
  const result = star.safeParse(JSON.parse(text));
  if (!result.success) throw new StarNotUsable(file, firstFault(result.error));
  if (`${result.data.id}.json` !== file) throw new StarNotUsable(file, `its id is "${result.data.id}"`);
  const keys = [...result.data.axes, ...result.data.optional].map(({ key }) => key);
  const twice = keys.find((key, place) => keys.indexOf(key) !== place);
  if (twice !== undefined) throw new StarNotUsable(file, `the axis "${twice}" stands twice`);
  return result.data;
}

const firstFault = ({ issues: [issue] }: z.ZodError): string =>
  issue ? `${issue.path.map(String).join('.')}: ${issue.message}` : 'it has no content';
