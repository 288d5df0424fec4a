import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { Availability, type KnownTime } from '../availability/availability.service';
import type { SwedishCalendar } from '../availability/domain/swedish-calendar';
import { OrganisationCalendar } from '../availability/organisation-calendar.service';
import type { CalendarDate } from '../kernel/calendar-date';
import type { GroupId } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import { Meetings } from '../meetings/meetings.service';
import { windowDays, YearWishes, type YearWishesParts } from '../planning/domain/year-wishes';
import { type WishesRead, WishesReading } from '../planning/wishes-reading.service';
import { seatsOf } from './domain/group-in-caseload';
import type { RowSetting } from './domain/next-row';

/** A group whose row of meetings goes on. */
export interface RowRead extends WishesRead {
  /** Soonest first. */
  readonly meetings: readonly Meeting[];
  readonly known: KnownTime;
  readonly calendar: SwedishCalendar;
}

/** How far ahead other meetings of the same people are looked for. */
const monthsAhead = 48;

/** Reads what the next meetings of one group are planned from; the reading is logged. */
@Injectable()
export class RowReading {
  constructor(
    private readonly wishes: WishesReading,
    private readonly meetings: Meetings,
    private readonly availability: Availability,
    private readonly calendars: OrganisationCalendar,
  ) {}

  async of(viewer: Viewer, groupId: GroupId, today: CalendarDate): Promise<RowRead> {
    const read = await this.wishes.of(viewer, groupId);
    const meetings = await this.meetings.of(viewer, groupId);
    const known = await this.availability.of(viewer, groupId, {
      people: read.group.counted.map(({ personId }) => personId),
      things: read.wishes.thingId === undefined ? [] : [read.wishes.thingId],
      period: { from: today.plusDays(-windowDays), until: today.plusMonths(monthsAhead) },
    });
    const calendar = await this.calendars.of(viewer.organisationId);
    return { ...read, meetings: meetings.toSorted(byDay), known, calendar };
  }
}

const byDay = (a: Meeting, b: Meeting): number => (a.startsAt.isBefore(b.startsAt) ? -1 : 1);

/** What the planner asks of the group, with these wishes. */
export function settingOf({ group, profile, known, calendar }: RowRead, wishes: YearWishesParts): RowSetting {
  return { wishes: new YearWishes(wishes, profile), ...seatsOf(group), known, calendar };
}
