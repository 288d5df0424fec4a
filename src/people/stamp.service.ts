import { Injectable } from '@nestjs/common';
import { CalendarDate } from '../kernel/calendar-date';
import type { Id } from '../kernel/identifiers';
import type { Instant } from '../kernel/instant';
import { Clock } from '../platform/clock';
import { Settings } from '../platform/config/settings';
import { Dice } from '../platform/dice';

/** What everything new gets: an id, the moment, and the day on the wall where we are. */
@Injectable()
export class Stamp {
  constructor(
    private readonly clock: Clock,
    private readonly dice: Dice,
    private readonly settings: Settings,
  ) {}

  id<Kind extends string>(): Id<Kind> {
    return this.dice.id<Kind>();
  }

  now(): Instant {
    return this.clock.now();
  }

  today(): CalendarDate {
    return this.now().dayIn(this.settings.zone);
  }
}
