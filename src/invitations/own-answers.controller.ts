import { Body, Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import type { Asking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { AnsweredPage } from './link-page';
import { aboutTakingUp, entriesIn, kindsFor, typedAnswers } from './own-answers.forms';
import { ownAnswersPage } from './own-answers.pages';
import { OwnAnswers } from './own-answers.service';
import { ownYearPage } from './own-year.pages';
import { OwnYears } from './own-years.service';

@Controller('m/:token/answers')
@For('link')
export class OwnAnswersController {
  constructor(
    private readonly years: OwnYears,
    private readonly answers: OwnAnswers,
    private readonly database: Database,
  ) {}

  /** `?late=3,5` after answers to meetings that had begun. */
  @Get()
  async repeat(@Param('token') token: string, @Query('late') late: unknown, @Req() asking: Asking): Promise<Answer> {
    const page = await this.page(token, asking);
    const tooLate = typeof late === 'string' ? late.split(',').map(Number) : [];
    return ownAnswersPage({ ...page, tooLate, hasWished: await this.answers.hasWished(page.year.link) });
  }

  @Post()
  async save(@Param('token') token: string, @Body() body: unknown, @Req() asking: Asking): Promise<Answer> {
    const page = await this.page(token, asking);
    const numbers = page.year.meetings.map(({ meeting }) => meeting.number);
    const reading = entriesIn(body, numbers, kindsFor(page.year));
    if (reading.kind === 'faulty') return ownYearPage(page, { typed: typedAnswers(body), faults: reading.faults });
    const outcome = await attempt(this.database, () => this.answers.take(page.year, reading.value));
    if (outcome.kind === 'refused')
      return ownYearPage(page, { typed: typedAnswers(body), faults: [aboutTakingUp(outcome.fault, reading.value)] });
    const late = outcome.value;
    return goTo(late.length === 0 ? `/m/${token}/answers` : `/m/${token}/answers?late=${late.join(',')}`);
  }

  private async page(token: string, { say, language }: Asking): Promise<AnsweredPage> {
    const year = await this.years.open(token);
    if (!year) throw new NotFoundException();
    return { year, token, say, language, acts: await this.answers.of(year.link) };
  }
}
