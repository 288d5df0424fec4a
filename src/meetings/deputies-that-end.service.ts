import { Injectable, OnModuleInit } from '@nestjs/common';
import { CoordinatorChanged } from '../groups/domain/coordinator-changed';
import { MemberLeft } from '../groups/domain/member-left';
import type { GroupId, OrganisationId, PersonId } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import { Facts } from '../platform/facts';
import { DeputiesRepository } from './deputies.repository';
import { aheadOf } from './domain/rescheduling';
import { MeetingsRepository } from './meetings.repository';

interface Gone {
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly people: readonly PersonId[];
}

/**
 * Whoever leaves a group stands in at none of its meetings to come, so that the one they stood in for is called again;
 * and nobody stands in for whoever has left.
 */
@Injectable()
export class DeputiesThatEnd implements OnModuleInit {
  constructor(
    private readonly facts: Facts,
    private readonly meetings: MeetingsRepository,
    private readonly deputies: DeputiesRepository,
    private readonly stamp: Stamp,
  ) {}

  onModuleInit(): void {
    this.facts.on(MemberLeft, ({ personId, ...where }) => this.end({ ...where, people: [personId] }));
    // Whoever takes over comes to every meeting, and is nobody's deputy.
    this.facts.on(CoordinatorChanged, ({ from, to, ...where }) => this.end({ ...where, people: [from, to] }));
  }

  private async end({ organisationId, groupId, people }: Gone): Promise<void> {
    const ahead = aheadOf(await this.meetings.ofGroup(organisationId, groupId), this.stamp.now());
    if (ahead.length === 0) return;
    const ids = ahead.map(({ id }) => id);
    for (const { meetingId, forPersonId, personId } of await this.deputies.ofMeetings(organisationId, ids))
      if (people.includes(forPersonId) || people.includes(personId))
        await this.deputies.remove(organisationId, meetingId, forPersonId);
  }
}
