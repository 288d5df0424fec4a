import { Injectable } from '@nestjs/common';
import { Answerers } from '../invitations/answerers.service';
import { CalendarNames } from '../invitations/calendar-names.service';
import { tellings } from '../invitations/domain/told-so-far';
import { Instant } from '../kernel/instant';
import type { ToldMeeting } from '../meetings/domain/told-meeting';
import { Meetings } from '../meetings/meetings.service';
import type { Delivery, DeliveryState } from '../outbox/domain/delivery';
import { KeptMessages } from '../outbox/kept-messages.service';
import { InvitationsKnown, type Issue, type KnownInvitation, type MeetingPlace } from './domain/known-invitation';

// It never left the house, so nobody answers to it.
const neverSent: readonly DeliveryState[] = ['cancelled', 'failed'];

/** Knows our invitations from the mail that was put in the outbox under their addresses. */
@Injectable()
export class InvitationsPut extends InvitationsKnown {
  constructor(
    private readonly kept: KeptMessages,
    private readonly names: CalendarNames,
    private readonly meetings: Meetings,
    private readonly answerers: Answerers,
  ) {
    super();
  }

  async byAddress(address: string): Promise<KnownInvitation | null> {
    const sent = (await this.kept.from(address)).filter(({ state }) => !neverSent.includes(state));
    const [first] = sent;
    if (!first) return null;
    const { organisationId, groupId, meetingId, personId } = first.message;
    const place = { organisationId, groupId, meetingId, personId };
    // An address that the person has left behind does not speak for them, though our mail went there.
    const mailedTo = await this.answerers.addressesOf(place);
    if (mailedTo === null) return null;
    if (meetingId === null) return { place, uid: null, mailedTo, issued: [] };
    const uid = await this.names.of(organisationId, meetingId, personId);
    const told = await this.meetings.toldOf(organisationId, [meetingId]);
    const issued = sent.some(isForGuest)
      ? await this.issuesToGuest({ ...place, meetingId }, sent, told)
      : sent.filter(bearsEntry).flatMap((one) => issueIn(one, told));
    return { place, uid, mailedTo, issued };
  }

  // A guest's own time may have changed while the meeting stood, and then their answers are numbered by that.
  private async issuesToGuest(
    { organisationId, groupId, personId }: MeetingPlace,
    sent: readonly Delivery[],
    history: readonly ToldMeeting[],
  ): Promise<readonly Issue[]> {
    const told = new Map(
      tellings(await this.kept.ofGroup(organisationId, groupId), personId, history).map((one) => [one.deliveryId, one]),
    );
    return sent.filter(bearsEntry).flatMap(({ message: { id, sequence, revision, madeAt } }) => {
      const own = told.get(id)?.told;
      if (!own || own.isOff || sequence === null) return [];
      const { span, zone } = own.appointment;
      const start = Instant.atWallTime(span.day, span.start, zone);
      return [{ sequence, revision: revision + own.asking.shifts, writtenAt: madeAt, start }];
    });
  }
}

const isForGuest = ({ message }: Delivery): boolean => message.tells.some(({ slice }) => slice !== null);

// A reminder asks nothing, and no calendar learns of it.
const bearsEntry = ({ message }: Delivery): boolean => message.kind !== 'reminder';

function issueIn({ message }: Delivery, told: readonly ToldMeeting[]): readonly Issue[] {
  const asked = message.tells.find(({ meetingId, isOff }) => meetingId === message.meetingId && !isOff);
  const meeting = told.find(({ revision }) => revision === asked?.revision);
  if (!asked || !meeting) return [];
  const { day, start, zone, revision } = meeting;
  const sequence = asked.sequence ?? meeting.sequence;
  return [{ sequence, revision, writtenAt: message.madeAt, start: Instant.atWallTime(day, start, zone) }];
}
