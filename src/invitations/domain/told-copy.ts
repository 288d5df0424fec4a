import { copyFor, type ReleasedLine } from '../../agendas/domain/released-agenda';
import type { Reader } from '../../groups/domain/readership';
import type { Protection } from '../../people/domain/reach';

/** To whom an agenda is told, and over what kind of route; null for what is no mail. */
interface ToldTo {
  readonly reader: Reader;
  readonly protection: Protection | null;
}

/** Whether two releases of an agenda tell somebody the very same, in as many words as their route carries. */
export const isSameCopy = (one: readonly ReleasedLine[], other: readonly ReleasedLine[], to: ToldTo): boolean =>
  wordsIn(one, to) === wordsIn(other, to);

const wordsIn = (lines: readonly ReleasedLine[], { reader, protection }: ToldTo): string =>
  JSON.stringify(
    copyFor(lines, reader).map(({ title, neutralTitle, minutes, leader, line }) =>
      protection === 'open' ? neutralTitle : [title, minutes, leader, line],
    ),
  );
