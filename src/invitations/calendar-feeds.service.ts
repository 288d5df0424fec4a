import { Injectable, OnModuleInit } from '@nestjs/common';
import { ConsentWithdrawn } from '../groups/domain/consent-withdrawn';
import { CoordinatorChanged } from '../groups/domain/coordinator-changed';
import { MemberLeft } from '../groups/domain/member-left';
import { Clock } from '../platform/clock';
import { Dice } from '../platform/dice';
import { Facts } from '../platform/facts';
import { CalendarFeed } from './domain/calendar-feed';
import type { LinkPlace } from './domain/personal-link';
import { OwnChoicesRepository } from './own-choices.repository';
import { tokenHash, Tokens } from './tokens';

/** Makes the private addresses at which calendars fetch people's meetings, at most one for each person and group. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly choices: OwnChoicesRepository,
    private readonly tokens: Tokens,
    private readonly clock: Clock,
    private readonly dice: Dice,
  ) {}

  of(place: LinkPlace): Promise<CalendarFeed | null> {
    return this.choices.feedOf(place);
  }

  /** The address; one made before is dead. */
  async make({ organisationId, groupId, personId }: LinkPlace): Promise<string> {
    const place = { organisationId, groupId, personId };
    const id = this.dice.id<'calendar feed'>();
    const token = this.tokens.feed(id);
    await this.choices.removeFeeds(place);
    await this.choices.addFeed(new CalendarFeed({ ...place, id, hash: tokenHash(token), madeAt: this.clock.now() }));
    return this.tokens.feedAddress(token);
  }

  end(place: LinkPlace): Promise<void> {
    return this.choices.removeFeeds(place);
  }
}

/** Listens for what ends somebody's feed; it dies in the transaction that ends it. */
@Injectable()
export class FeedsThatDie implements OnModuleInit {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    for (const fact of [ConsentWithdrawn, MemberLeft])
      this.facts.on<LinkPlace & object>(fact, (told) => this.feeds.end(told));
    this.facts.on(CoordinatorChanged, ({ from, ...where }) => this.feeds.end({ ...where, personId: from }));
  }
}
