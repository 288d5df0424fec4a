import { Controller, Get, Param } from '@nestjs/common';
import { Clock } from '../platform/clock';
import type { Answer } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import { type Say, Words } from '../platform/web/words';
import { feedFile } from './calendar-feed.pages';
import { FedMeetings } from './fed-meetings.service';
import { overPage } from './link-page';

/** For calendars, which sign in nowhere and hold nothing but the address. */
@Controller('k')
@For('anyone')
export class CalendarFeedController {
  constructor(
    private readonly meetings: FedMeetings,
    private readonly words: Words,
    private readonly clock: Clock,
  ) {}

  @Get(':token.ics')
  async fetch(@Param('token') token: string, @Speaking() say: Say): Promise<Answer> {
    const fed = await this.meetings.open(token);
    if (fed === null) return overPage(say);
    return feedFile(fed, { say: this.words.in(fed.year.link.shown.language), now: this.clock.now() });
  }
}
