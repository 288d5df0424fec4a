import { Injectable } from '@nestjs/common';
import type { CalendarFeed } from './domain/calendar-feed';
import type { OwnMeeting, OwnYear } from './domain/own-year';
import { OwnChoicesRepository } from './own-choices.repository';
import { OwnYears } from './own-years.service';
import { tokenHash, Tokens, tokenShape } from './tokens';

/** What one feed hands to the calendar that fetches it. */
export interface Fed {
  readonly feed: CalendarFeed;
  readonly year: OwnYear;
  /** The meetings under names that only this feed has: no mail ever bears them. */
  readonly meetings: readonly OwnMeeting[];
}

/** Opens somebody's feed by its token. */
@Injectable()
export class FedMeetings {
  constructor(
    private readonly choices: OwnChoicesRepository,
    private readonly years: OwnYears,
    private readonly tokens: Tokens,
  ) {}

  /** null where there is no feed, where the year is over, and for whoever gets the meetings by mail instead. */
  async open(token: string): Promise<Fed | null> {
    if (!tokenShape.test(token)) return null;
    const feed = await this.choices.feedByHash(tokenHash(token));
    const year = feed && (await this.years.of(feed));
    if (!feed || !year || year.link.shown.comesByMail) return null;
    const meetings = year.meetings.map(({ meeting }) => ({ meeting, uid: this.tokens.feedEvent(feed.id, meeting.id) }));
    return { feed, year, meetings };
  }
}
