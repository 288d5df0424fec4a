import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { render } from '../platform/web/answer.interceptor';
import type { Asking } from '../platform/web/asking';
import { LinkKeeper, type LinkPolicy } from '../platform/web/link-keeper';
import { languageCookie } from '../platform/web/prepare-request';
import { Words } from '../platform/web/words';
import { codeAddress, wantedPage } from './domain/behind-code';
import type { LinkSession } from './domain/link-session';
import type { OwnYear } from './domain/own-year';
import { overPage } from './link-page';
import { linkSessionCookie } from './link-session-cookie';
import { LinkSessions } from './link-sessions.service';
import { OwnYears } from './own-years.service';

/** Lets people in by their own link, and to the agenda by link and code. */
@Injectable()
export class OwnLinkKeeper extends LinkKeeper {
  constructor(
    private readonly years: OwnYears,
    private readonly sessions: LinkSessions,
    private readonly words: Words,
    private readonly database: Database,
  ) {
    super();
  }

  async admit(asking: Asking, policy: LinkPolicy): Promise<boolean> {
    const token = String(asking.params.token);
    const found = await this.database.transaction(() => this.find(asking, token));
    if (found === null) return this.tellThatItIsOver(asking);
    this.speakTheirLanguage(asking, found.year);
    if (policy === 'link') return true;
    if (!found.year.link.mayOpenAgenda) return this.tellThatItIsOver(asking);
    return found.session === null ? askForTheCode(asking, token) : enter(asking, found.session);
  }

  private async find(asking: Asking, token: string) {
    const year = await this.years.open(token);
    if (year === null) return null;
    return { year, session: await this.sessions.find(asking.jar.read(linkSessionCookie), year.link) };
  }

  /** Their own, unless they have chosen another on the page. */
  private speakTheirLanguage(asking: Asking, { link }: OwnYear): void {
    if (asking.jar.read(languageCookie) !== undefined) return;
    asking.language = link.shown.language;
    asking.say = this.words.in(link.shown.language);
  }

  private async tellThatItIsOver(asking: Asking): Promise<false> {
    if (asking.res) asking.res.send(await render(overPage(asking.say), asking, asking.res));
    return false;
  }
}

/** Remembers where they were on their way; who sent something comes back to the first page of its kind. */
function askForTheCode(asking: Asking, token: string): false {
  const [, , , kind, ...rest] = asking.path.split('/');
  const isPage = asking.method === 'GET' || asking.method === 'HEAD';
  const query = 'lattlast' in asking.query ? '?lattlast' : '';
  const path = isPage ? [kind, ...rest].join('/') + query : kind;
  asking.res?.redirect(303, codeAddress(token, wantedPage(path)));
  return false;
}

function enter(asking: Asking, { csrf }: LinkSession): true {
  asking.visitor = { ...asking.visitor, csrf };
  return true;
}
