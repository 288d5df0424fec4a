import type { Request, RequestHandler } from 'express';
import { Language, languages } from '../../kernel/in-words';
import type { Dice } from '../dice';
import type { Asking, Visitor } from './asking';
import { CookieJar } from './cookie-jar';
import type { CsrfTokens } from './csrf-tokens.service';
import type { Words } from './words';

export const languageCookie = 'kretsen-language';

export interface Preparation {
  readonly words: Words;
  readonly dice: Dice;
  readonly csrfTokens: CsrfTokens;
  /** Spoken to whoever has not chosen. */
  readonly language: Language;
  readonly isSecure: boolean;
}

/** Gives every request what the house needs to know of it before anybody has looked at who asks. */
export const prepareRequest =
  ({ words, dice, csrfTokens, language, isSecure }: Preparation): RequestHandler =>
  (request, response, next) => {
    const jar = new CookieJar(request, response, isSecure);
    const spoken = languageOf(jar.read(languageCookie)) ?? preferredBy(request, language);
    const prepared: Omit<Asking, keyof Request> = {
      jar,
      language: spoken,
      say: words.in(spoken),
      reference: dice.digits(8),
      visitor: withoutSession(() => csrfTokens.of(jar)),
    };
    Object.assign(request, prepared);
    next();
  };

/** Asked for its token only by what shows or reads a form: whoever fetches a file is given no cookie. */
const withoutSession = (token: () => string): Visitor => ({
  get csrf() {
    return token();
  },
  navigation: [],
});

export const languageOf = (code: unknown): Language | undefined => languages.find((language) => language === code);

/** By `Accept-Language`; a browser that takes any gets the house's own. */
function preferredBy(request: Request, own: Language): Language {
  const preferred = request.acceptsLanguages([own, ...languages.filter((language) => language !== own)]);
  return languageOf(preferred) ?? own;
}
