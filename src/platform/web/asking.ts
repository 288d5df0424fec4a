import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Language } from '../../kernel/in-words';
import type { CookieJar } from './cookie-jar';
import type { GivenFile } from './given-file';
import type { Say } from './words';

/** One entry of the navigation. */
export interface NavigationEntry {
  readonly text: string;
  readonly href: string;
}

/** What a guard found out about who asks; filled in before any controller runs. */
export interface Visitor {
  /** The room `access` knows what this is; the platform only carries it. */
  readonly viewer?: unknown;
  readonly csrf?: string;
  readonly signedIn?: { readonly name: string; readonly organisation: string; readonly role: string };
  readonly navigation: readonly NavigationEntry[];
}

/** A request on its way through the house. */
export interface Asking extends Request {
  visitor: Visitor;
  language: Language;
  say: Say;
  reference: string;
  jar: CookieJar;
  /** Where the form carried one, on a route that takes it. */
  file?: GivenFile;
}

export const askingOf = (context: ExecutionContext): Asking => context.switchToHttp().getRequest<Asking>();

/** Gives a controller the words of the asker's language. */
export const Speaking = createParamDecorator((_: unknown, context: ExecutionContext): Say => askingOf(context).say);

/** Gives a controller the asker's language. */
export const InLanguage = createParamDecorator(
  (_: unknown, context: ExecutionContext): Language => askingOf(context).language,
);

/** Gives a controller the asker's cookies. */
export const Jar = createParamDecorator((_: unknown, context: ExecutionContext): CookieJar => askingOf(context).jar);
