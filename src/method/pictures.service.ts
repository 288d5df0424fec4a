import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { CalendarDate } from '../kernel/calendar-date';
import type { GroupId } from '../kernel/identifiers';
import type { Picture } from './domain/picture';
import { Outgoing } from './outgoing.service';
import { PeopleOfGroup } from './people-of-group.service';
import { WorkOfGroup } from './work-of-group.service';
import { YearOfMeetings } from './year-of-meetings.service';

interface Moment {
  readonly today: CalendarDate;
  readonly zone: string;
}

/** Reads everything the method check looks at; whoever shows it writes that down. */
@Injectable()
export class Pictures {
  constructor(
    private readonly people: PeopleOfGroup,
    private readonly year: YearOfMeetings,
    private readonly work: WorkOfGroup,
    private readonly outgoing: Outgoing,
  ) {}

  async of(viewer: Viewer, groupId: GroupId, moment: Moment): Promise<Picture> {
    const people = await this.people.of(viewer, groupId);
    const year = await this.year.of(viewer, groupId);
    const work = await this.work.of(people.group, year.meetings);
    return { ...moment, ...people, ...year, ...work, ...(await this.outgoing.of(viewer, groupId)) };
  }
}
