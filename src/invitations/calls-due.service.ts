import { Injectable } from '@nestjs/common';
import { type Days, Meetings } from '../meetings/meetings.service';
import { isFarewell } from './domain/call-list';
import type { Gathering } from './domain/gathering';
import { guestsDue, meetingsCalled } from './domain/guests-due';
import { Gatherings } from './gatherings.service';
import type { GroupPlace } from './own-choices.repository';
import { RemindersDue } from './reminders-due.service';
import { SendingByItself } from './sending-by-itself.service';

/** Puts the calls to meetings that are soon, with their agendas as they stand then, and the reminders that people want. */
@Injectable()
export class CallsDue {
  constructor(
    private readonly meetings: Meetings,
    private readonly gatherings: Gatherings,
    private readonly due: RemindersDue,
    private readonly sending: SendingByItself,
  ) {}

  /** The groups that have a called meeting within these days, and those where somebody's tasks are followed. */
  async groups(days: Days): Promise<readonly GroupPlace[]> {
    const meetings = await this.meetings.calledWithin(days);
    const all = [...meetings, ...(await this.due.groupsWithTasks())];
    const places = new Map(all.map(({ organisationId, groupId }) => [groupId, { organisationId, groupId }]));
    return [...places.values()];
  }

  async putFor(place: GroupPlace, daysAhead: number): Promise<void> {
    const before = await this.gathered(place);
    const called = meetingsCalled(await this.due.calls(before, daysAhead));
    const gathering = (await this.gatherings.releasedByItself(before, called)) ? await this.gathered(place) : before;
    await this.sending.send('calls.due', gathering, await this.due.calls(gathering, daysAhead));
    await this.sending.send('calls.due', gathering, guestsDue(gathering, called));
    await this.sending.send('tasks.reminded', gathering, await this.due.taskReminders(gathering));
    // A yes that has run out is told by nobody: the meetings leave the calendar all the same.
    await this.sending.send('calls.takenBack', gathering, gathering.lines.filter(isFarewell));
  }

  private gathered({ organisationId, groupId }: GroupPlace): Promise<Gathering> {
    return this.gatherings.byItself(organisationId, groupId);
  }
}
