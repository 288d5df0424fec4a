import { Injectable } from '@nestjs/common';
import type { ResourceGroup } from '../groups/domain/resource-group';
import type { PersonId } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';

/** The part of a meeting that a guest of one item was called to: its time is theirs, and their answers count from it. */
export interface GuestsPart {
  readonly personId: PersonId;
  readonly meeting: Meeting;
}

/** Tells which guests were called to which parts of a group's meetings. */
export abstract class GuestsCalled {
  abstract of(group: ResourceGroup, meetings: readonly Meeting[]): Promise<readonly GuestsPart[]>;
}

/** Passes the question on to the room that calls people; that room lies to the right of this one. */
@Injectable()
export class GuestsAsked extends GuestsCalled {
  private asked: GuestsCalled | null = null;

  answeredBy(asked: GuestsCalled): void {
    this.asked = asked;
  }

  /** In a program that calls nobody there are none. */
  async of(group: ResourceGroup, meetings: readonly Meeting[]): Promise<readonly GuestsPart[]> {
    return (await this.asked?.of(group, meetings)) ?? [];
  }
}
