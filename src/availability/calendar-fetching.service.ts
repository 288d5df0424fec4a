import { Injectable } from '@nestjs/common';
import { Outgoing } from '../platform/outgoing/outgoing';
import { CalendarReader } from './calendar-reader.service';
import type { CalendarOutcome } from './domain/calendar-of-person';
import type { ReadCalendar } from './domain/calendar-reading';

type Found = ReadCalendar | { readonly kind: 'failed'; readonly why: Exclude<CalendarOutcome, 'waiting' | 'read'> };

/** Fetches a calendar from another machine, and reads it. */
@Injectable()
export class CalendarFetching {
  constructor(
    private readonly outgoing: Outgoing,
    private readonly reader: CalendarReader,
  ) {}

  async look(address: string): Promise<Found> {
    const fetched = await this.outgoing.fetch(address);
    if (fetched.kind === 'failed') return fetched;
    const reading = await this.reader.read(fetched.body);
    return reading.kind === 'read' ? reading : { kind: 'failed', why: reading.why };
  }
}
