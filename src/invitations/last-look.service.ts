import { Injectable } from '@nestjs/common';
import { Groups } from '../groups/groups.service';
import { People } from '../people/people.service';
import type { Delivery, Message, StopReason } from '../outbox/domain/delivery';
import type { Letter } from './domain/letter';
import { stillRight } from './domain/still-right';
import { keptLetter } from './letters/kept-letter';
import { MayStillGo } from '../outbox/domain/may-still-go';
import { KeptMessages } from '../outbox/kept-messages.service';
import { RevisionsNow } from './revisions-now.service';

/** Looks once more, at the moment a message is taken up, at everything its sending rested on. */
@Injectable()
export class LastLook extends MayStillGo {
  constructor(
    private readonly groups: Groups,
    private readonly people: People,
    private readonly revisions: RevisionsNow,
    private readonly kept: KeptMessages,
  ) {
    super();
  }

  async ask({ message }: Delivery): Promise<'yes' | StopReason> {
    const { organisationId, groupId, personId } = message;
    return stillRight(message, {
      standing: await this.groups.standing(organisationId, groupId, personId),
      reach: await this.people.reachNow(organisationId, personId),
      revision: await this.revisions.of(message),
      letter: await this.letterIn(message),
    });
  }

  private async letterIn({ organisationId, id, channel }: Message): Promise<Letter | null> {
    if (channel !== 'letter') return null;
    const bytes = await this.kept.bytes(organisationId, id);
    return bytes && keptLetter(bytes);
  }
}
