import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Profiles } from '../groups/profiles.service';
import { Stamp } from '../people/stamp.service';
import { People } from '../people/people.service';
import { Settings } from '../platform/config/settings';
import type { Instant } from '../kernel/instant';
import type { MeetingOrigin } from './domain/meeting';
import type { MeetingsBooked } from './domain/meetings-booked';
import type { BookingTerms } from './domain/rebooking';

/** Finds out what holds for a group's meetings. */
@Injectable()
export class Terms {
  constructor(
    private readonly profiles: Profiles,
    private readonly people: People,
    private readonly stamp: Stamp,
    private readonly settings: Settings,
  ) {}

  now(): Instant {
    return this.stamp.now();
  }

  async of(group: ResourceGroup): Promise<BookingTerms> {
    return {
      profile: this.profiles.get(group.profile),
      hasProtectedMember: await this.hasProtectedMember(group),
      newOrigin: () => this.originIn(group),
    };
  }

  /** What rooms that hear of booked meetings need to know of the group. */
  async told(viewer: Viewer, group: ResourceGroup): Promise<Omit<MeetingsBooked, 'meetingIds'>> {
    const [serviceUser] = await this.people.many(viewer, [group.serviceUserId]);
    const { organisationId, id: groupId, profile } = group;
    return { organisationId, groupId, profile, language: serviceUser?.language ?? viewer.language };
  }

  // Asked of everybody, also of those whom the one who books may not see.
  private async hasProtectedMember({ organisationId, present }: ResourceGroup): Promise<boolean> {
    for (const { personId } of present) {
      const reach = await this.people.reachNow(organisationId, personId);
      if (reach.by === 'none' && reach.why === 'protectedIdentity') return true;
    }
    return false;
  }

  private originIn({ id: groupId, organisationId }: ResourceGroup): MeetingOrigin {
    return { id: this.stamp.id<'meeting'>(), organisationId, groupId, zone: this.settings.zone };
  }
}
