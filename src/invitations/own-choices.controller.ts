import { BadRequestException, Body, Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import { type Answer, goTo } from '../platform/web/answer';
import type { Asking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import type { OwnPage } from './link-page';
import { remindersForm } from './own-choices.forms';
import { ownChoicesPage } from './own-choices.pages';
import { OwnChoices } from './own-choices.service';
import { OwnYears } from './own-years.service';

@Controller('m/:token/choices')
@For('link')
export class OwnChoicesController {
  constructor(
    private readonly years: OwnYears,
    private readonly choices: OwnChoices,
  ) {}

  /** `?saved` after something was chosen. */
  @Get()
  async look(@Param('token') token: string, @Query('saved') saved: unknown, @Req() asking: Asking): Promise<Answer> {
    const page = await this.page(token, asking);
    const chosen = await this.choices.of(page.year.link);
    return ownChoicesPage({ ...page, ...chosen, isSaved: saved !== undefined });
  }

  @Post('reminders')
  async remind(@Param('token') token: string, @Body() body: unknown, @Req() asking: Asking): Promise<Answer> {
    const { year } = await this.page(token, asking);
    const reading = remindersForm.read(body);
    if (reading.kind === 'faulty') throw new BadRequestException();
    const { reminders: days, promised } = reading.value;
    await this.choices.chooseReminders(year.link, { days, tasks: promised.length > 0 });
    return goTo(`/m/${token}/choices?saved`);
  }

  /** Answers with the page itself and not with another address: the feed's address is kept nowhere and shown this once. */
  @Post('calendar')
  async makeFeed(@Param('token') token: string, @Req() asking: Asking): Promise<Answer> {
    const page = await this.page(token, asking);
    const address = await this.choices.makeFeed(page.year.link);
    const chosen = await this.choices.of(page.year.link);
    return ownChoicesPage({ ...page, ...chosen, address });
  }

  @Post('calendar/end')
  async endFeed(@Param('token') token: string, @Req() asking: Asking): Promise<Answer> {
    const { year } = await this.page(token, asking);
    await this.choices.endFeed(year.link);
    return goTo(`/m/${token}/choices?saved`);
  }

  private async page(token: string, { say, language }: Asking): Promise<OwnPage> {
    const year = await this.years.open(token);
    if (!year) throw new NotFoundException();
    return { year, token, say, language };
  }
}
