import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { PersonId } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { CalendarReader } from './calendar-reader.service';
import { Calendars } from './calendars.service';
import type { CalendarReading } from './domain/calendar-reading';

/** Takes in a calendar that somebody handed over as a file. Nobody's transaction waits while it is read. */
@Injectable()
export class CalendarFiles {
  constructor(
    private readonly calendars: Calendars,
    private readonly reader: CalendarReader,
    private readonly database: Database,
  ) {}

  async take(viewer: Viewer, personId: PersonId, bytes: Buffer): Promise<CalendarReading> {
    const reading = await this.reader.read(bytes);
    if (reading.kind === 'read')
      await this.database.transaction(() => this.calendars.takeFile(viewer, personId, reading));
    return reading;
  }
}
