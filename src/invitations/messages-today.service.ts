import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { GroupId } from '../kernel/identifiers';
import { Clock } from '../platform/clock';
import { type Delivery, isByHand } from '../outbox/domain/delivery';
import { LastLook } from './last-look.service';
import { Outbox } from '../outbox/outbox.service';

/**
 * A group's messages as they stand today. No job takes up what waits for somebody's hand, so whoever asks looks
 * once more: a letter to somebody who has said no since counts as stopped, as a mail to them would.
 */
@Injectable()
export class MessagesToday {
  constructor(
    private readonly outbox: Outbox,
    private readonly lastLook: LastLook,
    private readonly clock: Clock,
  ) {}

  /** In the order they were put. */
  async ofGroup(viewer: Viewer, groupId: GroupId): Promise<readonly Delivery[]> {
    const today: Delivery[] = [];
    for (const delivery of await this.outbox.ofGroup(viewer, groupId)) today.push(await this.asItStands(delivery));
    return today;
  }

  /** Also of what was posted or told before: may it be shown once more? */
  async holds(delivery: Delivery): Promise<boolean> {
    return (await this.lastLook.ask(delivery)) === 'yes';
  }

  private async asItStands(delivery: Delivery): Promise<Delivery> {
    if (!isByHand(delivery)) return delivery;
    const answer = await this.lastLook.ask(delivery);
    return answer === 'yes' ? delivery : delivery.stopped(answer, this.clock.now());
  }
}
