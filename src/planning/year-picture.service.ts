import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { GroupId } from '../kernel/identifiers';
import { OrganisationCalendar } from '../availability/organisation-calendar.service';
import { Meetings } from '../meetings/meetings.service';
import type { TrustedSvg } from '../platform/web/trusted-svg';
import { Words } from '../platform/web/words';
import { bookedMark, wheelOf } from './year.pages';

/** The wheel of a booked year as a picture by itself. */
@Injectable()
export class YearPicture {
  constructor(
    private readonly meetings: Meetings,
    private readonly words: Words,
    private readonly calendars: OrganisationCalendar,
  ) {}

  async of(viewer: Viewer, groupId: GroupId): Promise<TrustedSvg> {
    const { language } = viewer;
    const meetings = await this.meetings.of(viewer, groupId);
    const calendar = await this.calendars.of(viewer.organisationId);
    return wheelOf(meetings.map(bookedMark), { say: this.words.in(language), language, calendar });
  }
}
