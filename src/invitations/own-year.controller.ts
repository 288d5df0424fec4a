import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import type { Language } from '../kernel/in-words';
import { Clock } from '../platform/clock';
import { type Answer, download } from '../platform/web/answer';
import { InLanguage, Speaking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { calendarFile } from './ical/calendar-file';
import type { OwnPage } from './link-page';
import { OwnAnswers } from './own-answers.service';
import { filedEvent, ownYearPage } from './own-year.pages';
import { OwnYears } from './own-years.service';

@Controller('m/:token')
@For('link')
export class OwnYearController {
  constructor(
    private readonly years: OwnYears,
    private readonly answers: OwnAnswers,
    private readonly clock: Clock,
  ) {}

  @Get()
  async year(@Param('token') token: string, @Speaking() say: Say, @InLanguage() language: Language): Promise<Answer> {
    const page = await this.page({ token, say, language });
    return ownYearPage({ ...page, acts: await this.answers.of(page.year.link) });
  }

  @Get('moten.ics')
  async allMeetings(
    @Param('token') token: string,
    @Speaking() say: Say,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const page = await this.page({ token, say, language });
    const events = page.year.ahead.map((own) => filedEvent(own, page));
    return download({ body: calendarFile(events, this.clock.now()), type: 'text/calendar', fileName: 'moten.ics' });
  }

  @Get(':n/mote.ics')
  async oneMeeting(
    @Param() { token, n }: { readonly token: string; readonly n: string },
    @Speaking() say: Say,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const page = await this.page({ token, say, language });
    const own = page.year.numbered(Number(n));
    if (!own) throw new NotFoundException();
    const body = calendarFile([filedEvent(own, page)], this.clock.now());
    return download({ body, type: 'text/calendar', fileName: 'mote.ics' });
  }

  private async page(asked: Omit<OwnPage, 'year'>): Promise<OwnPage> {
    const year = await this.years.open(asked.token);
    if (!year) throw new NotFoundException();
    return { ...asked, year };
  }
}
