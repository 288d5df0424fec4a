import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import { type Answer, goTo } from '../platform/web/answer';
import { type Asking, Jar, Speaking } from '../platform/web/asking';
import { CookieJar } from '../platform/web/cookie-jar';
import { OwnTransactions } from '../platform/web/own-transactions';
import { ownPathOr } from '../platform/web/own-path';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { signInForm } from './access.forms';
import { signInPage, waitPage } from './access.pages';
import { Arrivals } from './arrivals.service';
import type { Role, Viewer } from './domain/viewer';
import { sessionCookie } from './session-cookie';
import { SignIn } from './sign-in.service';
import { SignedIn } from './signed-in.decorator';

@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly arrivals: Arrivals,
    private readonly settings: Settings,
  ) {}

  @Get('sign-in')
  @For('anyone')
  page(@Query('next') next: unknown, @Speaking() say: Say): Answer {
    return signInPage(ownPathOr(next), say);
  }

  @Post('sign-in')
  @For('anyone')
  @OwnTransactions()
  async enter(@Body() body: unknown, @Req() asking: Asking): Promise<Answer> {
    const reading = signInForm.read(body);
    const typed = { typed: signInForm.typed(body) };
    if (reading.kind === 'faulty') return signInPage('/', asking.say, { ...typed, faults: reading.faults });
    const { next, ...credentials } = reading.value;
    const outcome = await this.signIn.try({ ...credentials, network: asking.ip ?? '' });
    switch (outcome.kind) {
      case 'signed-in':
        asking.jar.keep(sessionCookie, outcome.session);
        return goTo(firstPage(outcome.role, next));
      case 'refused':
        return signInPage(next, asking.say, { ...typed, faults: [refused] });
      case 'wait':
        return waitPage(asking, outcome.until, this.settings.zone);
    }
  }

  @Post('sign-out')
  @For('staff')
  async leave(@SignedIn() viewer: Viewer, @Jar() jar: CookieJar): Promise<Answer> {
    await this.arrivals.leave(viewer, jar.read(sessionCookie) ?? '');
    jar.drop(sessionCookie);
    return goTo('/sign-in');
  }
}

const refused = { field: 'email', code: 'signInRefused', values: {} };

const firstPage = (role: Role, next: string): string =>
  role === 'administrator' && next === '/' ? '/organisation' : next;
