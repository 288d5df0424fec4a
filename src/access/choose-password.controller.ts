import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { type Asking, Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { choosePasswordForm } from './access.forms';
import { choosePasswordPage, secretOverPage } from './access.pages';
import { HandedSecrets } from './handed-secrets.service';
import { sessionCookie } from './session-cookie';

/** Where a coordinator who was handed a secret chooses a password. */
@Controller('choose-password')
@For('anyone')
export class ChoosePasswordController {
  constructor(
    private readonly database: Database,
    private readonly handed: HandedSecrets,
  ) {}

  @Get(':secret')
  async page(@Param('secret') secret: string, @Speaking() say: Say): Promise<Answer> {
    const user = await this.handed.ownerOf(secret);
    return user === null ? secretOverPage(say) : choosePasswordPage(user, say);
  }

  @Post(':secret')
  async choose(@Param('secret') secret: string, @Body() body: unknown, @Req() asking: Asking): Promise<Answer> {
    const user = await this.handed.ownerOf(secret);
    if (user === null) return secretOverPage(asking.say);
    const reading = choosePasswordForm.read(body);
    const again = { typed: {} };
    if (reading.kind === 'faulty') return choosePasswordPage(user, asking.say, { ...again, faults: reading.faults });
    const outcome = await attempt(this.database, () => this.handed.choose(secret, reading.value.password));
    if (outcome.kind === 'refused') return choosePasswordPage(user, asking.say, { ...again, faults: [outcome.fault] });
    asking.jar.keep(sessionCookie, outcome.value.session);
    return goTo('/');
  }
}
