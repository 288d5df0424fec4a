import { Injectable } from '@nestjs/common';
import type { DeliveryId } from '../kernel/identifiers';
import type { Delivery } from './domain/delivery';
import { type LastAnswer, MayStillGo } from './domain/may-still-go';

/** Passes the last question on to the room that decided the messages; that room lies to the right of this one. */
@Injectable()
export class LastQuestion extends MayStillGo {
  private asked: MayStillGo | null = null;

  answeredBy(asked: MayStillGo): void {
    this.asked = asked;
  }

  /** Nothing is sent by a program in which nobody can answer. */
  ask(deliveries: readonly Delivery[]): Promise<ReadonlyMap<DeliveryId, LastAnswer>> {
    if (this.asked === null) throw new Error('Nobody answers whether a message may still go.');
    return this.asked.ask(deliveries);
  }
}
