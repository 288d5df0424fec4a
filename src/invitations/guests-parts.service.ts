import { Injectable } from '@nestjs/common';
import { GuestsCalled, type GuestsPart } from '../answers/guests-asked.service';
import type { ResourceGroup } from '../groups/domain/resource-group';
import type { Meeting } from '../meetings/domain/meeting';
import { Meetings } from '../meetings/meetings.service';
import { KeptMessages } from '../outbox/kept-messages.service';
import { partAsTold } from './domain/as-told';
import { toldSoFar } from './domain/told-so-far';

/** Reads off what was sent which parts of meetings the guests know of. */
@Injectable()
export class GuestsParts extends GuestsCalled {
  constructor(
    private readonly kept: KeptMessages,
    private readonly meetings: Meetings,
  ) {
    super();
  }

  async of(
    { organisationId, id, present }: ResourceGroup,
    meetings: readonly Meeting[],
  ): Promise<readonly GuestsPart[]> {
    const guests = present.filter(({ part }) => part === 'adjunct');
    if (guests.length === 0) return [];
    const ids = meetings.map((meeting) => meeting.id);
    const history = await this.meetings.toldOf(organisationId, ids);
    const deliveries = await this.kept.ofGroup(organisationId, id);
    return guests.flatMap(({ personId }) => {
      const told = toldSoFar(deliveries, personId, history);
      return meetings.flatMap((meeting) => {
        const part = partAsTold(meeting, told.get(meeting.id));
        return part ? [{ personId, meeting: part }] : [];
      });
    });
  }
}
