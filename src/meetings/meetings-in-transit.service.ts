import { Injectable } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error';
import type { ResourceGroup } from '../groups/domain/resource-group';
import type { Meeting } from './domain/meeting';
import type { ToldMeeting } from './domain/told-meeting';
import { MeetingsRepository } from './meetings.repository';

/** Takes a group's meetings out to a file, and brings them in from it as they stood. Nobody is told. */
@Injectable()
export class MeetingsInTransit {
  constructor(private readonly meetings: MeetingsRepository) {}

  takeOut({ organisationId, id }: ResourceGroup): Promise<readonly Meeting[]> {
    return this.meetings.ofGroup(organisationId, id);
  }

  takeOutTold({ organisationId }: ResourceGroup, meetings: readonly Meeting[]): Promise<readonly ToldMeeting[]> {
    return this.meetings.told(
      organisationId,
      meetings.map(({ id }) => id),
    );
  }

  async bringIn(meetings: readonly Meeting[], told: readonly ToldMeeting[]): Promise<void> {
    const [taken] = await this.meetings.taken(meetings.map(({ id }) => id));
    if (taken) throw new DomainError('meetingAlreadyHere', { id: taken });
    await this.meetings.save(meetings);
    await this.meetings.keepTold(told);
  }
}
