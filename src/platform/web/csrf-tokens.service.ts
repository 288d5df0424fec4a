import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings';
import { Dice } from '../dice';
import { keyedDigest } from '../digest';
import type { CookieJar } from './cookie-jar';

const formCookie = 'kretsen-form';

/** Gives the forms of visitors without a session a token derived from a cookie of their own. */
@Injectable()
export class CsrfTokens {
  constructor(
    private readonly settings: Settings,
    private readonly dice: Dice,
  ) {}

  /** The visitor's token; a visitor who has none yet is given its cookie. */
  of(jar: CookieJar): string {
    const known = jar.read(formCookie);
    if (known !== undefined) return this.tokenOf(known);
    const secret = this.dice.secret();
    jar.keep(formCookie, secret);
    return this.tokenOf(secret);
  }

  private tokenOf(secret: string): string {
    return keyedDigest(this.settings.keys.links, 'form', secret);
  }
}
