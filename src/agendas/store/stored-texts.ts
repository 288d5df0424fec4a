import { z } from 'zod';
import { leaders } from '../../groups/domain/profile';
import { audiences, type Readership } from '../../groups/domain/readership';
import { idOf } from '../../kernel/identifiers';
import type { ReleasedLine } from '../domain/released-agenda';

const personId = z.string().transform((text) => idOf<'person'>(text));
const whole = z.int().min(0);

const readership = z.strictObject({ audience: z.enum(audiences), named: z.array(personId) });

const releasedLine = z.strictObject({
  itemId: z.string().transform((text) => idOf<'agenda item'>(text)),
  title: z.string(),
  neutralTitle: z.string(),
  leader: z.enum(leaders),
  minutes: whole,
  line: z.string(),
  easy: z.string(),
  standing: z.string(),
  offset: whole,
  readership,
  guest: personId.nullable(),
});

/** The lines of a release, as they were written down; a text of another shape is a fault of the program. */
export const linesIn = (text: string): readonly ReleasedLine[] => z.array(releasedLine).parse(JSON.parse(text));

/** Who may see an item, as it was written down. */
export const readershipIn = (text: string): Readership => readership.parse(JSON.parse(text));
