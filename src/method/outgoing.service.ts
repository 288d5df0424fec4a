import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { Gathering } from '../invitations/domain/gathering';
import { Sending } from '../invitations/sending.service';
import type { GroupId } from '../kernel/identifiers';
import { Outbox } from '../outbox/outbox.service';
import type { Picture } from './domain/picture';

type OutgoingPart = Pick<Picture, 'deliveries' | 'declined' | 'hasCaller' | 'outgoing'>;

/** What has been sent to a group, and what would be sent now, looked through as it is before it leaves. */
@Injectable()
export class Outgoing {
  constructor(
    private readonly outbox: Outbox,
    private readonly sending: Sending,
  ) {}

  async of(viewer: Viewer, groupId: GroupId): Promise<OutgoingPart> {
    const { gathering, lines } = await this.sending.prepare(viewer, groupId);
    const written = lines.filter(({ line }) => line.messages.length > 0);
    return {
      deliveries: await this.outbox.ofGroup(viewer, groupId),
      declined: declinedIn(gathering),
      hasCaller: gathering.parts.caller !== null,
      outgoing: written.map(({ line, findings }) => ({
        personId: line.person.personId,
        mayLeave: findings.length === 0,
      })),
    };
  }
}

const declinedIn = (gathering: Gathering): Picture['declined'] =>
  gathering.calling.people.flatMap((person) =>
    gathering
      .bookedFor(person)
      .filter((own) => gathering.answerTo(own, person) === 'no')
      .map(({ id: meetingId }) => ({ meetingId, personId: person.personId })),
  );
