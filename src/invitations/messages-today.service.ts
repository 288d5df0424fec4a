import { Injectable } from '@nestjs/common';
import type { GroupId, OrganisationId } from '../kernel/identifiers';
import type { Instant } from '../kernel/instant';
import { type Delivery, isByHand } from '../outbox/domain/delivery';
import { KeptMessages } from '../outbox/kept-messages.service';
import { Clock } from '../platform/clock';
import { LastLook } from './last-look.service';

/**
 * A group's messages as they stand today. What waits for somebody's hand, or for its turn, may have been overtaken:
 * whoever asks looks once more, and a letter to somebody who has said no since counts as stopped.
 */
@Injectable()
export class MessagesToday {
  constructor(
    private readonly kept: KeptMessages,
    private readonly lastLook: LastLook,
    private readonly clock: Clock,
  ) {}

  now(): Instant {
    return this.clock.now();
  }

  /** In the order they were put. Whoever asks has made sure that the group may be seen. */
  async ofGroup(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Delivery[]> {
    const deliveries = await this.kept.ofGroup(organisationId, groupId);
    const answers = await this.lastLook.ask(deliveries.filter((one) => isByHand(one) || isUntouched(one)));
    return deliveries.map((delivery) => {
      const answer = answers.get(delivery.message.id) ?? 'yes';
      return answer === 'yes' ? delivery : delivery.stopped(answer, this.clock.now());
    });
  }

  /** Also of what was posted or told before: may it be shown once more? */
  async holds(delivery: Delivery): Promise<boolean> {
    return (await this.lastLook.ask([delivery])).get(delivery.message.id) === 'yes';
  }
}

// What a server took in before the line broke may have arrived, and so counts as told.
const mayHaveArrived = ['connectionLost', 'noAnswer'];

/** It waits for its turn, or for another try, and nobody can have got it. */
const isUntouched = ({ state, progress }: Delivery): boolean =>
  (state === 'waiting' && progress.attempts === 0) ||
  (state === 'deferred' && !mayHaveArrived.includes(progress.outcome));
