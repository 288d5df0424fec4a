import type { CalendarDate } from '../kernel/calendar-date';
import type { GroupId, MeetingId, OrganisationId, ThingId } from '../kernel/identifiers';
import type { Meeting } from './domain/meeting';
import type { ToldMeeting } from './domain/told-meeting';

export interface Days {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Keeps meetings. Whether a viewer may see them is the group's to say, and is asked of it first. */
export abstract class MeetingsRepository {
  /** Those of the ids that are the organisation's, soonest first. */
  abstract some(organisationId: OrganisationId, ids: readonly MeetingId[]): Promise<readonly Meeting[]>;
  /** Soonest first: a meeting that was booked later may come before. */
  abstract ofGroup(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Meeting[]>;
  /** Both days included. */
  abstract ofGroups(
    organisationId: OrganisationId,
    groupIds: readonly GroupId[],
    days: Days,
  ): Promise<readonly Meeting[]>;
  /** Those that are held in one of these things; both days included. */
  abstract inThings(
    organisationId: OrganisationId,
    thingIds: readonly ThingId[],
    days: Days,
  ): Promise<readonly Meeting[]>;
  /** Those that people are called to, in any organisation; both days included. */
  abstract calledWithin(days: Days): Promise<readonly Meeting[]>;
  /** Those of the ids that some organisation has. */
  abstract taken(ids: readonly MeetingId[]): Promise<readonly MeetingId[]>;
  abstract save(meetings: readonly Meeting[]): Promise<void>;
  abstract remove(meetings: readonly Meeting[]): Promise<void>;
  /** What people have been told of those meetings that are the organisation's, the oldest first. */
  abstract told(organisationId: OrganisationId, ids: readonly MeetingId[]): Promise<readonly ToldMeeting[]>;
  /** Each meeting's revision is kept once. */
  abstract keepTold(told: readonly ToldMeeting[]): Promise<void>;
}
