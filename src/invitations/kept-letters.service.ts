import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { GroupId } from '../kernel/identifiers';
import { byName } from '../kernel/in-words';
import { type Delivery, isByHand } from '../outbox/domain/delivery';
import type { Letter } from './domain/letter';
import { keptLetter } from './letters/kept-letter';
import { MessagesToday } from './messages-today.service';
import { Outbox } from '../outbox/outbox.service';

/** The letters of a group as they were written, as long as all they rested on still holds. */
@Injectable()
export class KeptLetters {
  constructor(
    private readonly messages: MessagesToday,
    private readonly outbox: Outbox,
  ) {}

  /** In one order for the whole batch: by the name on the envelope. */
  async toPrint(viewer: Viewer, groupId: GroupId): Promise<readonly Letter[]> {
    const letters: Letter[] = [];
    for (const delivery of waitingOrPosted(await this.messages.ofGroup(viewer.organisationId, groupId))) {
      if (!(await this.messages.holds(delivery))) continue;
      letters.push(keptLetter(await this.outbox.bytes(viewer, delivery.message.id)));
    }
    const inOrder = byName(viewer.language);
    return letters.sort((a, b) => inOrder(a.address[0] ?? '', b.address[0] ?? ''));
  }
}

function waitingOrPosted(deliveries: readonly Delivery[]): readonly Delivery[] {
  const letters = deliveries.filter(({ message }) => message.channel === 'letter');
  const waiting = letters.filter(isByHand);
  return waiting.length > 0 ? waiting : letters.filter(({ state }) => state === 'noted');
}
