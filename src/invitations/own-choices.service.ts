import { Injectable } from '@nestjs/common';
import { AuditLog, linkHolder } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import { CalendarFeeds } from './calendar-feeds.service';
import type { CalendarFeed } from './domain/calendar-feed';
import type { LinkPlace, PersonalLink } from './domain/personal-link';
import type { WantedReminders } from './domain/reminder-choice';
import { Reminders } from './reminders.service';

/** What somebody has chosen, as far as it is theirs to choose. */
export interface ChosenSoFar {
  readonly reminders: WantedReminders;
  readonly feed: CalendarFeed | null;
}

/** Keeps what people choose on their own page: reminders by mail, or a feed where no mail brings the meetings. */
@Injectable()
export class OwnChoices {
  constructor(
    private readonly reminders: Reminders,
    private readonly feeds: CalendarFeeds,
    private readonly audit: AuditLog,
  ) {}

  async of(link: PersonalLink): Promise<ChosenSoFar> {
    return { reminders: await this.reminders.wantedBy(link), feed: await this.feeds.of(link) };
  }

  async chooseReminders(link: PersonalLink, wanted: WantedReminders): Promise<void> {
    if (!link.shown.comesByMail) throw new DomainError('remindersComeByMail');
    await this.reminders.choose(link, wanted);
    await this.write(link, 'reminders.chosen');
  }

  /** The new address; a meeting is not to come both from there and by mail. */
  async makeFeed(link: PersonalLink): Promise<string> {
    if (link.shown.comesByMail) throw new DomainError('meetingsComeByMail');
    const address = await this.feeds.make(link);
    await this.write(link, 'calendar-feed.made');
    return address;
  }

  async endFeed(link: PersonalLink): Promise<void> {
    if ((await this.feeds.of(link)) === null) return;
    await this.feeds.end(link);
    await this.write(link, 'calendar-feed.ended');
  }

  private write(place: LinkPlace, action: string): Promise<void> {
    const { groupId, personId } = place;
    return this.audit.record(linkHolder(place, 'link'), { action, about: personId, subjects: [groupId] });
  }
}
