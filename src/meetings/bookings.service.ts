import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, MeetingId } from '../kernel/identifiers';
import { Facts } from '../platform/facts';
import type { Booking, Meeting } from './domain/meeting';
import { MeetingsBooked } from './domain/meetings-booked';
import { MeetingsDropped } from './domain/meetings-dropped';
import { amend, type Amendment, rebook, type Rebooking } from './domain/rebooking';
import { MeetingChanges } from './meeting-changes.service';
import { Terms } from './terms.service';

/** Books a group's meetings, and marks that people have been called to them and that they were held. */
@Injectable()
export class Bookings {
  constructor(
    private readonly changes: MeetingChanges,
    private readonly groups: Groups,
    private readonly terms: Terms,
    private readonly facts: Facts,
  ) {}

  /** The bookings take the place of all meetings that nobody has been called to yet. */
  async book(viewer: Viewer, groupId: GroupId, bookings: readonly Booking[]): Promise<readonly Meeting[]> {
    const group = await this.groups.get(viewer, groupId);
    return this.keep(viewer, group, rebook(await this.changes.current(group), bookings, await this.terms.of(group)));
  }

  /** The other meetings stay as they stand, also those that people have been called to. */
  async amend(viewer: Viewer, groupId: GroupId, amendment: Amendment): Promise<readonly Meeting[]> {
    const group = await this.groups.get(viewer, groupId);
    return this.keep(viewer, group, amend(await this.changes.current(group), amendment, await this.terms.of(group)));
  }

  /** The calls to these meetings are on their way. */
  async called(viewer: Viewer, groupId: GroupId, ids: readonly MeetingId[]): Promise<readonly Meeting[]> {
    const group = await this.groups.get(viewer, groupId);
    const current = await this.changes.current(group);
    const called = ids.map((id) => theOne(current, id).become('called'));
    await this.changes.call(viewer, group, called);
    return called;
  }

  /** It took place, and the service user was there. Nobody is told of it. */
  async held(viewer: Viewer, id: MeetingId): Promise<Meeting> {
    const meeting = await this.changes.find(viewer.organisationId, id);
    const group = await this.groups.get(viewer, meeting.groupId);
    const held = meeting.become('held');
    await this.changes.hold(viewer, group, [held]);
    return held;
  }

  private async keep(
    viewer: Viewer,
    group: ResourceGroup,
    { booked, dropped }: Rebooking,
  ): Promise<readonly Meeting[]> {
    await this.changes.rebook(viewer, group, { booked, dropped });
    await this.facts.publish(new MeetingsDropped(group.organisationId, group.id, idsOf(dropped)));
    await this.facts.publish(
      new MeetingsBooked({ ...(await this.terms.told(viewer, group)), meetingIds: idsOf(booked) }),
    );
    return booked;
  }
}

const idsOf = (meetings: readonly Meeting[]): readonly MeetingId[] => meetings.map((meeting) => meeting.id);

function theOne(meetings: readonly Meeting[], id: MeetingId): Meeting {
  const found = meetings.find((meeting) => meeting.id === id);
  if (!found) throw new DomainError('notFound');
  return found;
}
