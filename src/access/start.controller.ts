import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { type Asking, Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { startForm } from './access.forms';
import { startPage } from './access.pages';
import { FirstAdministrator } from './first-administrator.service';
import { sessionCookie } from './session-cookie';

/** Where the first administrator of a new organisation begins. */
@Controller('start')
@For('anyone')
export class StartController {
  constructor(
    private readonly database: Database,
    private readonly first: FirstAdministrator,
  ) {}

  @Get()
  page(@Speaking() say: Say): Answer {
    return startPage(say);
  }

  @Post()
  async begin(@Body() body: unknown, @Req() { say, language, jar }: Asking): Promise<Answer> {
    const typed = startForm.typed(body);
    const reading = startForm.read(body);
    if (reading.kind === 'faulty') return startPage(say, { typed, faults: reading.faults });
    const { secret, password, organisationName: organisation, staffName: name, staffEmail: email } = reading.value;
    const beginning = { secret, password, organisation, name, email, language };
    const outcome = await attempt(this.database, () => this.first.begin(beginning));
    if (outcome.kind === 'refused') return startPage(say, { typed, faults: [outcome.fault] });
    jar.keep(sessionCookie, outcome.value.session);
    return goTo('/organisation');
  }
}
