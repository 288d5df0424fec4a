import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { idOf } from '../kernel/identifiers';
import { Settings } from '../platform/config/settings';
import { Database } from '../platform/database/database';
import type { Shown } from '../platform/web/answer';
import type { Fault, Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { calendarsPage } from './calendars.page';
import { Calendars } from './calendars.service';

export interface CalendarsAsked {
  readonly viewer: Viewer;
  readonly id: string;
  readonly say: Say;
  readonly typed?: Typed;
  readonly faults?: readonly Fault[];
}

/** The page of a person's calendars, as its routes show it: at first, and again with what was wrong. */
@Injectable()
export class CalendarViews {
  constructor(
    private readonly calendars: Calendars,
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  async page({ viewer, id, say, typed = {}, faults = [] }: CalendarsAsked): Promise<Shown> {
    const known = await this.database.transaction(() => this.calendars.of(viewer, idOf(id)));
    const { zone, calendarAddresses: isAddressAllowed } = this.settings;
    return calendarsPage({ ...known, zone, isAddressAllowed, typed, faults, say, language: viewer.language });
  }
}
