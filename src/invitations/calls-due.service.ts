import { Injectable } from '@nestjs/common';
import type { GroupId, OrganisationId } from '../kernel/identifiers';
import { TimeOfDay } from '../kernel/time-of-day';
import { type Days, Meetings } from '../meetings/meetings.service';
import { isFarewell } from './domain/call-list';
import { dueCalls } from './domain/due-calls';
import { Gatherings } from './gatherings.service';
import { Reminders } from './reminders.service';
import { SendingByItself } from './sending-by-itself.service';

// Nobody's phone should buzz at night.
const from = TimeOfDay.of('08:00');

interface GroupPlace {
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
}

/** Puts the calls to meetings that are soon, and the reminders of them. */
@Injectable()
export class CallsDue {
  constructor(
    private readonly meetings: Meetings,
    private readonly gatherings: Gatherings,
    private readonly reminders: Reminders,
    private readonly sending: SendingByItself,
  ) {}

  /** The groups that have a called meeting within these days. */
  async groups(days: Days): Promise<readonly GroupPlace[]> {
    const meetings = await this.meetings.calledWithin(days);
    const places = new Map(meetings.map(({ organisationId, groupId }) => [groupId, { organisationId, groupId }]));
    return [...places.values()];
  }

  async putFor({ organisationId, groupId }: GroupPlace, daysAhead: number): Promise<void> {
    const gathering = await this.gatherings.byItself(organisationId, groupId);
    const wanted = await this.reminders.wantedIn(groupId);
    await this.sending.send('calls.due', gathering, dueCalls(gathering, { daysAhead, wanted, from }));
    // A yes that has run out is told by nobody: the meetings leave the calendar all the same.
    await this.sending.send('calls.takenBack', gathering, gathering.lines.filter(isFarewell));
  }
}
