import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { ResourceGroup } from '../groups/domain/resource-group';
import type { ThingId } from '../kernel/identifiers';
import type { Span } from '../kernel/in-words';
import type { Meeting } from '../meetings/domain/meeting';
import { Meetings } from '../meetings/meetings.service';
import { Stamp } from '../people/stamp.service';
import { Availability, type KnownTime } from '../availability/availability.service';
import { type Obstacle, obstaclesOf } from './domain/obstacles';
import { type OtherTime, otherTimes } from './domain/other-times';
import { OrganisationCalendar } from '../availability/organisation-calendar.service';
import { windowDays, type YearWishesParts } from './domain/year-wishes';

/** A meeting that is booked, in its group. */
export interface MeetingInGroup {
  readonly group: ResourceGroup;
  readonly meeting: Meeting;
}

/** Finds other times for a meeting that is booked, and what speaks against a time that somebody chose. */
@Injectable()
export class OtherTimes {
  constructor(
    private readonly availability: Availability,
    private readonly meetings: Meetings,
    private readonly stamp: Stamp,
    private readonly calendars: OrganisationCalendar,
  ) {}

  async of(viewer: Viewer, placed: MeetingInGroup, wishes: YearWishesParts): Promise<readonly OtherTime[]> {
    const { group, meeting } = placed;
    const inPart = (isNetwork: boolean) =>
      group.counted.filter(({ part }) => (part === 'network') === isNetwork).map(({ personId }) => personId);
    return otherTimes({
      ...(await this.known(viewer, placed, { around: meeting.span, days: windowDays })),
      now: meeting.span,
      isAtHome: meeting.form === 'home',
      wishes,
      core: inPart(false),
      network: inPart(true),
      calendar: await this.calendars.of(viewer.organisationId),
      today: this.stamp.today(),
    });
  }

  /** The meeting is as it would be. */
  async obstaclesTo(viewer: Viewer, placed: MeetingInGroup): Promise<readonly Obstacle[]> {
    const { span, form } = placed.meeting;
    const known = await this.known(viewer, placed, { around: span, days: 0 });
    const calendar = await this.calendars.of(viewer.organisationId);
    return obstaclesOf({ ...known, span, isAtHome: form === 'home', calendar });
  }

  private async known(
    viewer: Viewer,
    { group, meeting }: MeetingInGroup,
    { around, days }: { readonly around: Span; readonly days: number },
  ): Promise<KnownTime & { readonly others: readonly Meeting[] }> {
    const people = group.counted.map(({ personId }) => personId);
    const period = { from: around.day.plusDays(-days), until: around.day.plusDays(days) };
    const known = await this.availability.of(viewer, group.id, { people, things: thingsOf(meeting), period });
    const meetings = await this.meetings.of(viewer, group.id);
    return { ...known, others: meetings.filter(({ id, takesTime }) => id !== meeting.id && takesTime) };
  }
}

const thingsOf = ({ thingId }: Meeting): readonly ThingId[] => (thingId === null ? [] : [thingId]);
