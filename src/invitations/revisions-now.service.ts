import { Injectable } from '@nestjs/common';
import { Agendas } from '../agendas/agendas.service';
import type { ResourceGroup } from '../groups/domain/resource-group';
import type { MeetingId, PersonId } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import { Meetings } from '../meetings/meetings.service';
import type { Message } from '../outbox/domain/delivery';
import { overviewRevision } from './domain/once-key';
import { guestsIn, type Share, shareOf } from './domain/own-appointment';
import { InvitationRepository } from './invitation.repository';

/** What messages would have to say today. */
export interface SaidToday {
  /** The revision a message would have; null when the meeting it is about is gone or called off. */
  readonly revisionOf: (message: Message) => number | null;
  /** How much of a meeting somebody is called to; nothing of one that is gone or called off. */
  readonly shareOf: (personId: PersonId, meetingId: MeetingId) => Share;
}

/** Tells what messages would have to say today. */
@Injectable()
export class RevisionsNow {
  constructor(
    private readonly meetings: Meetings,
    private readonly invitations: InvitationRepository,
    private readonly agendas: Agendas,
  ) {}

  /** The messages are of this one group. */
  async of(messages: readonly Message[], group: ResourceGroup): Promise<SaidToday> {
    const about = messages.flatMap(({ meetingId, tells }) => [meetingId ?? [], ...tells.map((one) => one.meetingId)]);
    const called = messages.some(isOfYear) ? await this.calledIn(group) : [];
    const ids = [...new Set([...about.flat(), ...called])];
    const found = ids.length > 0 ? await this.meetings.ofOrganisation(group.organisationId, ids) : [];
    const meetings = new Map(found.map((meeting) => [meeting.id, meeting]));
    const year = overviewRevision(called.flatMap((id) => meetings.get(id) ?? []));
    return {
      revisionOf: (message) => (message.meetingId === null ? year : revisionOf(meetings.get(message.meetingId))),
      shareOf: await this.sharesIn(group, messages, found),
    };
  }

  // Every meeting that anybody was called to has invitations, and no other has.
  private async calledIn({ organisationId, id }: ResourceGroup): Promise<readonly MeetingId[]> {
    const invitations = await this.invitations.ofGroup(organisationId, id);
    return [...new Set(invitations.map(({ meetingId }) => meetingId))];
  }

  private async sharesIn(
    group: ResourceGroup,
    messages: readonly Message[],
    meetings: readonly Meeting[],
  ): Promise<SaidToday['shareOf']> {
    const taking = meetings.filter(({ takesTime }) => takesTime);
    // The circle comes to whole meetings, whatever their agendas say.
    const hasGuests = messages.some(({ personId }) => partIn(group, personId) === 'adjunct');
    const agendas = hasGuests ? await this.agendas.ofMeetings(taking) : [];
    const guests = new Map(agendas.map(({ meeting, released }) => [meeting.id, guestsIn(released?.lines ?? [])]));
    const live = new Set(taking.map(({ id }) => id));
    return (personId, meetingId) =>
      live.has(meetingId)
        ? shareOf({ personId, part: partIn(group, personId) }, guests.get(meetingId) ?? new Map())
        : 'nothing';
  }
}

// Somebody who has gone is stopped for that reason; as to the meetings they are like everybody else.
const partIn = (group: ResourceGroup, personId: PersonId) => group.memberOf(personId)?.part ?? 'network';

const isOfYear = ({ meetingId, kind }: Message): boolean => meetingId === null && kind !== 'taskReminder';

const revisionOf = (meeting: Meeting | undefined): number | null =>
  meeting === undefined || meeting.state === 'cancelled' ? null : meeting.revision;
