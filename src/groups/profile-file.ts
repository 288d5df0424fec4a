import { z } from 'zod';
import { leaders, meetingForms, type Profile } from './domain/profile';

/** A profile that cannot be followed; says which file and what to change in it. */
class ProfileNotUsable extends Error {
  constructor(file: string, fault: string) {
    super(`data/profiles/${file} cannot be used: ${fault}`);
  }
}

const inBothLanguages = <Shape extends z.ZodType>(shape: Shape) => z.strictObject({ sv: shape, en: shape });
const words = z.string().trim().min(1).max(200);

const guidance = z
  .strictObject({ min: z.int().min(1).max(100), max: z.int().min(1).max(100) })
  .refine(({ min, max }) => min <= max, 'min is greater than max');

const item = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z]*$/),
  leader: z.enum(leaders),
  minutes: z.int().min(1).max(240),
  words: inBothLanguages(
    z.strictObject({ title: words, neutralTitle: words.max(100), line: words, easy: words.max(55) }),
  ),
});

const minutes = z
  .strictObject({ default: z.int().min(10), longWithReason: z.int(), max: z.int().max(240) })
  .refine((lengths) => lengths.default <= lengths.longWithReason && lengths.longWithReason <= lengths.max, {
    error: 'default, longWithReason and max must not grow smaller in that order',
  });

const profile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  name: inBothLanguages(words),
  size: guidance,
  chosen: guidance,
  intervals: z.array(z.int().min(1).max(36)).min(1),
  minutes,
  forms: z.array(z.enum(meetingForms)).min(1),
  horizons: z.array(z.int().min(1).max(36)).min(1),
  callDaysBefore: z.int().min(1).max(60),
  meetingTitle: inBothLanguages(words.max(60)),
  agendas: z.strictObject({ first: z.array(item).min(1), followUp: z.array(item).min(1) }),
});

/** Reads a profile from its file's text, or says in one sentence what is wrong and where. */
export function readProfile(file: string, text: string): Profile {
  const result = profile.safeParse(JSON.parse(text));
  if (!result.success) throw new ProfileNotUsable(file, firstFault(result.error));
  if (`${result.data.id}.json` !== file) throw new ProfileNotUsable(file, `its id is "${result.data.id}"`);
  requireWholeAgendas(file, result.data);
  return result.data;
}

const firstFault = ({ issues: [issue] }: z.ZodError): string =>
  issue ? `${issue.path.map(String).join('.')}: ${issue.message}` : 'it has no content';

function requireWholeAgendas(file: string, { agendas, minutes: { default: whole } }: Profile): void {
  for (const [name, items] of Object.entries(agendas)) {
    const sum = items.reduce((total, { minutes: each }) => total + each, 0);
    if (sum !== whole)
      throw new ProfileNotUsable(file, `agendas.${name} takes ${sum} minutes, but a meeting is ${whole}`);
  }
}
