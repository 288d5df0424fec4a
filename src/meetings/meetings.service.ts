import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, MeetingId, OrganisationId, PersonId, ThingId } from '../kernel/identifiers';
import { DeputiesRepository } from './deputies.repository';
import type { Deputy } from './domain/deputy';
import type { Meeting } from './domain/meeting';
import type { TakenThing, TakenTime } from './domain/taken-time';
import type { ToldMeeting } from './domain/told-meeting';
import { type Days, MeetingsRepository } from './meetings.repository';

export type { Days } from './meetings.repository';

export interface TakenWithin extends Days {
  /** The groups that are planned anew do not stand in their own way. */
  readonly except?: readonly GroupId[];
}

/** Gives meetings to those who may see their group, and tells when people are taken. */
@Injectable()
export class Meetings {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly groups: Groups,
    private readonly audit: AuditLog,
    private readonly deputies: DeputiesRepository,
  ) {}

  /** For work in other rooms, which log what they show themselves. Not found: `notFound`. */
  async get(viewer: Viewer, id: MeetingId): Promise<Meeting> {
    const [meeting] = await this.meetings.some(viewer.organisationId, [id]);
    if (!meeting) throw new DomainError('notFound');
    await this.groups.get(viewer, meeting.groupId);
    return meeting;
  }

  /** As `get`, with its group. */
  async inGroup(viewer: Viewer, id: MeetingId): Promise<{ readonly group: ResourceGroup; readonly meeting: Meeting }> {
    const meeting = await this.get(viewer, id);
    return { group: await this.groups.get(viewer, meeting.groupId), meeting };
  }

  async of(viewer: Viewer, groupId: GroupId): Promise<readonly Meeting[]> {
    await this.groups.get(viewer, groupId);
    return this.meetings.ofGroup(viewer.organisationId, groupId);
  }

  /** Who stands in for somebody at these meetings. */
  deputiesAt(organisationId: OrganisationId, meetings: readonly Meeting[]): Promise<readonly Deputy[]> {
    return this.deputies.ofMeetings(organisationId, idsOf(meetings));
  }

  /** For a page about one meeting; the reading is logged. */
  async read(viewer: Viewer, id: MeetingId): Promise<{ readonly group: ResourceGroup; readonly meeting: Meeting }> {
    const { group, meeting } = await this.inGroup(viewer, id);
    await this.audit.record(viewer, { action: 'meeting.read', about: group.serviceUserId, subjects: [group.id, id] });
    return { group, meeting };
  }

  /** For a page about a group's meetings; the reading is logged. */
  async readOf(
    viewer: Viewer,
    groupId: GroupId,
  ): Promise<{ readonly group: ResourceGroup; readonly meetings: readonly Meeting[] }> {
    const group = await this.groups.get(viewer, groupId);
    const meetings = await this.meetings.ofGroup(viewer.organisationId, groupId);
    const subjects = [groupId, ...meetings.map((meeting) => meeting.id)];
    await this.audit.record(viewer, { action: 'meeting.listed', about: group.serviceUserId, subjects });
    return { group, meetings };
  }

  /** When these people are taken by meetings of any group of the organisation: neither names nor groups. */
  async busyOf(
    organisationId: OrganisationId,
    personIds: readonly PersonId[],
    { from, to, except = [] }: TakenWithin,
  ): Promise<readonly TakenTime[]> {
    const places = await this.groups.groupsOf(organisationId, personIds);
    const groupIds = [...new Set(places.map((place) => place.groupId))].filter((id) => !except.includes(id));
    const meetings = await this.meetings.ofGroups(organisationId, groupIds, { from, to });
    const replaced = await this.deputies.ofMeetings(organisationId, idsOf(meetings));
    const isReplaced = (personId: PersonId, meetingId: MeetingId): boolean =>
      replaced.some((one) => one.forPersonId === personId && one.meetingId === meetingId);
    const own = meetings.flatMap((meeting) =>
      places
        .filter(({ groupId, personId }) => groupId === meeting.groupId && !isReplaced(personId, meeting.id))
        .map(({ personId }) => ({ personId, meeting })),
    );
    const standingIn = await this.standingIn(organisationId, personIds, { from, to, except });
    return [...own, ...standingIn]
      .filter(({ meeting }) => meeting.takesTime)
      .map(({ personId, meeting }) => taken(personId, meeting));
  }

  private async standingIn(
    organisationId: OrganisationId,
    personIds: readonly PersonId[],
    { from, to, except = [] }: TakenWithin,
  ): Promise<readonly { readonly personId: PersonId; readonly meeting: Meeting }[]> {
    const deputies = await this.deputies.ofPeople(organisationId, personIds);
    if (deputies.length === 0) return [];
    const ids = deputies.map(({ meetingId }) => meetingId);
    const meetings = await this.meetings.some(organisationId, ids);
    const within = meetings.filter(
      ({ day, groupId }) => !day.isBefore(from) && !to.isBefore(day) && !except.includes(groupId),
    );
    return within.flatMap((meeting) =>
      deputies.filter(({ meetingId }) => meetingId === meeting.id).map(({ personId }) => ({ personId, meeting })),
    );
  }

  /** When these rooms and links are taken by meetings of any group of the organisation. */
  async thingsTaken(
    organisationId: OrganisationId,
    thingIds: readonly ThingId[],
    { from, to, except = [] }: TakenWithin,
  ): Promise<readonly TakenThing[]> {
    const meetings = await this.meetings.inThings(organisationId, thingIds, { from, to });
    return meetings
      .filter(({ groupId, takesTime }) => takesTime && !except.includes(groupId))
      .flatMap(({ thingId, ...meeting }) => (thingId === null ? [] : [{ thingId, ...hoursOf(meeting) }]));
  }

  /** Without a viewer, for what the program does by itself. */
  ofOrganisation(organisationId: OrganisationId, ids: readonly MeetingId[]): Promise<readonly Meeting[]> {
    return this.meetings.some(organisationId, ids);
  }

  /** Without a viewer: all of a group's meetings, soonest first. */
  allOf(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Meeting[]> {
    return this.meetings.ofGroup(organisationId, groupId);
  }

  /** Those of every organisation that people are called to within these days, for what goes out by itself. */
  calledWithin(days: Days): Promise<readonly Meeting[]> {
    return this.meetings.calledWithin(days);
  }

  /** As people have been called to them, one for each revision that was told, the oldest first. */
  toldOf(organisationId: OrganisationId, ids: readonly MeetingId[]): Promise<readonly ToldMeeting[]> {
    return this.meetings.told(organisationId, ids);
  }
}

const idsOf = (meetings: readonly Meeting[]): readonly MeetingId[] => meetings.map(({ id }) => id);

const taken = (personId: PersonId, meeting: Meeting): TakenTime => ({
  personId,
  ...hoursOf(meeting),
  isAtHome: meeting.form === 'home',
});

const hoursOf = ({ day, start, minutes }: Pick<Meeting, 'day' | 'start' | 'minutes'>) => ({
  day,
  start,
  end: start.plusMinutes(minutes),
});
