import { extname, join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Settings } from '../platform/config/settings';
import { Threads } from '../platform/threads/threads';
import { TimedThread } from '../platform/threads/timed-thread';
import { type CalendarReading, mostCalendarBytes } from './domain/calendar-reading';
import type { ToRead } from './ical/reading-thread';

// Milliseconds. A calendar of some years is read in one second.
const longestReading = 5000;

const thread = join(__dirname, 'ical', `reading-thread${extname(__filename)}`);

/** Reads calendars beside the main thread: nothing that somebody hands over can stop the pages. */
@Injectable()
export class CalendarReader implements OnApplicationShutdown {
  private readonly thread: TimedThread<ToRead, CalendarReading>;

  constructor(
    threads: Threads,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {
    this.thread = new TimedThread(() => threads.start(thread), longestReading);
  }

  async read(bytes: Buffer): Promise<CalendarReading> {
    if (bytes.length > mostCalendarBytes) return { kind: 'refused', why: 'calendarTooLarge' };
    const { zone } = this.settings;
    const today = this.clock.now().dayIn(zone).iso;
    const outcome = await this.thread.ask({ bytes, zone, today });
    return outcome.kind === 'answered' ? outcome.reply : { kind: 'refused', why: 'tookTooLong' };
  }

  onApplicationShutdown(): Promise<void> {
    return this.thread.close();
  }
}
