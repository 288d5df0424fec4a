import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { MeetingAgenda } from '../agendas/agendas.service';
import type { GroupId } from '../kernel/identifiers';
import { Clock } from '../platform/clock';
import { AgendasToSend } from './agendas-to-send.service';
import type { PutBefore } from './domain/call-list';
import type { Delivery } from '../outbox/domain/delivery';
import { Gathering } from './domain/gathering';
import { MessagesToday } from './messages-today.service';
import { PeopleToCall } from './people-to-call.service';

/** Reads, once and for one viewer, everything that decides a group's calls. */
@Injectable()
export class Gatherings {
  constructor(
    private readonly peopleToCall: PeopleToCall,
    private readonly agendas: AgendasToSend,
    private readonly messages: MessagesToday,
    private readonly clock: Clock,
  ) {}

  /** To look at; nothing is changed. */
  async of(viewer: Viewer, groupId: GroupId): Promise<Gathering> {
    return this.gathered(viewer, groupId, await this.agendas.asTheyStand(viewer, groupId));
  }

  /** To send: the agendas are released, and what is gathered is what they say from now on. */
  async released(viewer: Viewer, groupId: GroupId): Promise<Gathering> {
    return this.gathered(viewer, groupId, await this.agendas.released(viewer, groupId));
  }

  private async gathered(viewer: Viewer, groupId: GroupId, agendas: readonly MeetingAgenda[]): Promise<Gathering> {
    const toCall = await this.peopleToCall.of(viewer, groupId);
    const deliveries = await this.messages.ofGroup(viewer, groupId);
    return new Gathering({
      ...toCall,
      meetings: agendas.map(({ meeting }) => meeting),
      agendas: new Map(agendas.map(({ meeting, agenda }) => [meeting.id, agenda.items])),
      putBefore: deliveries.map(putBefore),
      now: this.clock.now(),
    });
  }
}

const putBefore = ({ message, state }: Delivery): PutBefore => ({
  once: message.once,
  isLost: state === 'cancelled' || state === 'failed',
});
