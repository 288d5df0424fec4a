import { Injectable } from '@nestjs/common';

type FactClass<Fact extends object> = new (...given: never[]) => Fact;
type Listener = (fact: object) => Promise<void>;

/**
 * Lets a room tell what happened without knowing who listens. Listeners run one after the other
 * inside the teller's transaction, so a fact and all that follows from it hold or fall together.
 */
@Injectable()
export class Facts {
  private readonly listeners = new Map<object, Listener[]>();

  on<Fact extends object>(fact: FactClass<Fact>, listener: (fact: Fact) => Promise<void>): void {
    const others = this.listeners.get(fact) ?? [];
    this.listeners.set(fact, [...others, (told) => (told instanceof fact ? listener(told) : Promise.resolve())]);
  }

  async publish(fact: object): Promise<void> {
    for (const listener of this.listeners.get(fact.constructor) ?? []) await listener(fact);
  }
}
