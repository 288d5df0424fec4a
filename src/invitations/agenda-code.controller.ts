import { Body, Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import { timeInWords } from '../kernel/in-words';
import type { Instant } from '../kernel/instant';
import { Settings } from '../platform/config/settings';
import { Database } from '../platform/database/database';
import { type Answer, goTo, show } from '../platform/web/answer';
import type { Asking } from '../platform/web/asking';
import { OwnTransactions } from '../platform/web/own-transactions';
import { For } from '../platform/web/policy';
import { AgendaCodes } from './agenda-codes.service';
import { codeForm } from './code.forms';
import { wantedPage } from './domain/behind-code';
import { linkSessionCookie } from './link-session-cookie';
import { codePage } from './own-agenda.pages';
import type { OwnPage } from './link-page';
import { OwnYears } from './own-years.service';

@Controller('m/:token/code')
@For('link')
export class AgendaCodeController {
  constructor(
    private readonly years: OwnYears,
    private readonly codes: AgendaCodes,
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  @Get()
  @OwnTransactions()
  async ask(@Param('token') token: string, @Query('then') then: unknown, @Req() asking: Asking): Promise<Answer> {
    return codePage(await this.page(token, asking), wantedPage(then));
  }

  @Post()
  @OwnTransactions()
  async enter(
    @Param('token') token: string,
    @Query('then') then: unknown,
    @Body() body: unknown,
    @Req() asking: Asking,
  ): Promise<Answer> {
    const page = await this.page(token, asking);
    const reading = codeForm.read(body);
    if (reading.kind === 'faulty') return codePage(page, wantedPage(then), reading.faults);
    const tried = { code: reading.value.agendaCode, network: asking.ip ?? '' };
    const entrance = await this.codes.enter(page.year.link, tried);
    switch (entrance.kind) {
      case 'entered':
        asking.jar.keep(linkSessionCookie, entrance.session);
        return goTo(`/m/${token}/${wantedPage(then)}`);
      case 'refused':
        return codePage(page, wantedPage(then), [wrongCode]);
      case 'wait':
        return this.waitPage(entrance.until, asking);
    }
  }

  private async page(token: string, { say, language }: Asking): Promise<OwnPage> {
    const year = await this.database.transaction(() => this.years.open(token));
    // The service user is asked for a code also before they have one; to others the page does not exist till then.
    if (!year?.link.mayOpenAgenda) throw new NotFoundException();
    return { year, token, say, language };
  }

  // The clock on the wall shows no seconds, so a minute is added.
  private waitPage(until: Instant, { say, language, reference }: Asking): Answer {
    const time = timeInWords(until.plusMinutes(1).timeIn(this.settings.zone), language);
    const text = say('code.wait', { time });
    const model = { title: say('problem.429.title'), text, whatToDo: say('problem.429.whatToDo'), reference };
    return show('errors/problem', model, { status: 429, layout: 'link' });
  }
}

const wrongCode = { field: 'agendaCode', code: 'agendaCodeWrong', values: {} };
