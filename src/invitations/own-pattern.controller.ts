import { Body, Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { linkHolder } from '../audit/audit-log.service';
import { Patterns } from '../availability/patterns.service';
import { Settings } from '../platform/config/settings';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import type { Asking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import { patternForm, saidIn, typedSaid } from './own-pattern.forms';
import { type OwnPatternPage, ownPatternPage, saidPage } from './own-pattern.pages';
import { OwnYears } from './own-years.service';

@Controller('m/:token/pattern')
@For('link')
export class OwnPatternController {
  constructor(
    private readonly years: OwnYears,
    private readonly patterns: Patterns,
    private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  @Get()
  async ask(@Param('token') token: string, @Req() asking: Asking): Promise<Answer> {
    const page = await this.page(token, asking);
    return ownPatternPage(page, { typed: page.said ? typedSaid(page.said) : {}, faults: [] });
  }

  @Post()
  async save(@Param('token') token: string, @Body() body: unknown, @Req() asking: Asking): Promise<Answer> {
    const page = await this.page(token, asking);
    const typed = patternForm.typed(body);
    const reading = patternForm.read(body);
    if (reading.kind === 'faulty') return ownPatternPage(page, { typed, faults: reading.faults });
    const { link } = page.year;
    const outcome = await attempt(this.database, () =>
      this.patterns.take(linkHolder(link, 'link'), link, saidIn(reading.value)),
    );
    if (outcome.kind === 'refused') return ownPatternPage(page, { typed, faults: [outcome.fault] });
    return goTo(`/m/${token}/pattern/saved`);
  }

  @Get('saved')
  async repeat(@Param('token') token: string, @Req() asking: Asking): Promise<Answer> {
    const page = await this.page(token, asking);
    return page.said ? saidPage(page, page.said) : goTo(`/m/${token}/pattern`);
  }

  private async page(token: string, { say, language }: Asking): Promise<OwnPatternPage> {
    const year = await this.years.open(token);
    if (!year) throw new NotFoundException();
    const said = await this.patterns.ofPerson(year.link);
    return { year, token, say, language, said, today: year.now.dayIn(this.settings.zone) };
  }
}
