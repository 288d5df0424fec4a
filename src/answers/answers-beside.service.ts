import { Injectable } from '@nestjs/common';
import { Answers } from './answers.service';
import type { Wish } from './domain/wish';
import type { Answering } from './group-answers.service';
import { GuestsAsked, type GuestsPart } from './guests-asked.service';

/** What stands beside the members' answers. */
export interface Beside {
  readonly wishes: readonly Wish[];
  /** Who comes to one item only, and is asked about that part alone. */
  readonly guests: readonly GuestsPart[];
}

/** Finds what people wished, and which guests were called to a part of a meeting. */
@Injectable()
export class AnswersBeside {
  constructor(
    private readonly answers: Answers,
    private readonly guests: GuestsAsked,
  ) {}

  async of({ group, meetings }: Answering): Promise<Beside> {
    return {
      wishes: await this.answers.wishesOfGroup(group.organisationId, group.id),
      guests: await this.guests.of(group, meetings),
    };
  }
}
