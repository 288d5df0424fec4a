import { Injectable } from '@nestjs/common';
import { Answers } from '../answers/answers.service';
import { Outbox } from '../outbox/outbox.service';
import { digest } from '../platform/digest';
import type { AnswerSaid, Decision, Nothing, TimeProposed } from './domain/decision';
import type { MeetingPlace } from './domain/known-invitation';
import { plainWords } from './domain/plain-words';
import { SendingAgain } from './sending-again.service';

/** An answer and what makes it one of a kind: the mail it came in, and the event in that mail. */
export interface Sourced {
  readonly place: MeetingPlace;
  readonly said: AnswerSaid;
  readonly mail: string;
  readonly uid: string;
}

const longestWish = 1000;

/** Lets what was decided happen. Never writes to anybody who wrote to us. */
@Injectable()
export class Consequences {
  constructor(
    private readonly answers: Answers,
    private readonly outbox: Outbox,
    private readonly sendingAgain: SendingAgain,
  ) {}

  /** In the caller's transaction; tells why when nothing could happen. `mail` is the same for every copy of the mail. */
  async of(decision: Decision, mail: string): Promise<Nothing | null> {
    switch (decision.kind) {
      case 'answer':
        await this.answer({ ...decision, mail });
        return null;
      case 'suggestion':
        await this.suggest(decision.place, decision.said);
        return null;
      case 'resend':
        return (await this.sendingAgain.send(decision)) ? null : 'sentAgainBefore';
      case 'bounce':
        return (await this.isBounced(decision)) ? null : 'unknownAddress';
      case 'unverified':
      case 'written':
      case 'nothing':
        return null;
    }
  }

  async answer({ place, said, mail, uid }: Sourced): Promise<void> {
    const { choice, revision, actedAt, comment } = said;
    const source = `mail:${digest(JSON.stringify([mail, uid]))}`;
    await this.answers.give({ ...place, choice, revision, actedAt, comment, way: 'calendar', by: null, source });
  }

  async suggest(place: MeetingPlace, { start, minutes, comment, actedAt }: TimeProposed): Promise<void> {
    await this.answers.wish({
      ...place,
      ...{ kind: 'otherTime', text: plainWords(comment, longestWish), proposedStart: start, proposedMinutes: minutes },
      ...{ way: 'calendar', at: actedAt },
    });
  }

  private async isBounced({ address, report }: Extract<Decision, { readonly kind: 'bounce' }>): Promise<boolean> {
    const { messageId, status, diagnostic } = report;
    const found = await this.outbox.bounced({ envelopeTo: address, messageId, status, diagnostic });
    return found.kind === 'bounced';
  }
}
