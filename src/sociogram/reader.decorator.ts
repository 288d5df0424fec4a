import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import type { Language } from '../kernel/in-words';
import { askingOf } from '../platform/web/asking';
import type { Say } from '../platform/web/words';

/** In whose words and whose order of names a page is shown. */
export interface Reader {
  readonly say: Say;
  readonly language: Language;
}

/** Gives a controller the reader. */
export const ForReader = createParamDecorator((_: unknown, context: ExecutionContext): Reader => {
  const { say, language } = askingOf(context);
  return { say, language };
});
