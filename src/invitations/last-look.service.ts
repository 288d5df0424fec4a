import { Injectable } from '@nestjs/common';
import { noStanding } from '../groups/domain/may-be-called';
import { Groups } from '../groups/groups.service';
import { DomainError } from '../kernel/domain-error';
import type { DeliveryId, MeetingId } from '../kernel/identifiers';
import type { Delivery, Message } from '../outbox/domain/delivery';
import { type LastAnswer, MayStillGo } from '../outbox/domain/may-still-go';
import { KeptMessages } from '../outbox/kept-messages.service';
import { People } from '../people/people.service';
import type { Letter } from './domain/letter';
import { stillRight } from './domain/still-right';
import { keptLetter } from './letters/kept-letter';
import { RevisionsNow } from './revisions-now.service';

/** Looks once more, at the moment messages are taken up, at everything their sending rested on. */
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

  /** What is common to a group is read once for all of its messages. */
  async ask(deliveries: readonly Delivery[]): Promise<ReadonlyMap<DeliveryId, LastAnswer>> {
    const answers = new Map<DeliveryId, LastAnswer>();
    for (const messages of groupByGroup(deliveries))
      for (const [id, answer] of await this.askInGroup(messages)) answers.set(id, answer);
    return answers;
  }

  private async askInGroup(messages: readonly Message[]): Promise<readonly [DeliveryId, LastAnswer][]> {
    const [first] = messages;
    if (!first) return [];
    const { organisationId, groupId } = first;
    const group = await this.groups.ofOrganisation(organisationId, groupId);
    if (!group) return messages.map(({ id }) => [id, 'leftGroup']);
    const standings = await this.groups.standingsNow(group);
    const people = [...new Set(messages.map(({ personId }) => personId))];
    const reached = await this.people.reachesNow(organisationId, people);
    const today = await this.revisions.of(messages, group);
    const answers: [DeliveryId, LastAnswer][] = [];
    for (const message of messages) {
      const reach = reached.get(message.personId)?.reach;
      if (!reach) throw new DomainError('notFound');
      const standing = standings.get(message.personId) ?? noStanding;
      const share = (meetingId: MeetingId) => today.shareOf(message.personId, meetingId);
      const revision = today.revisionOf(message);
      const holding = { standing, reach, revision, share, tellsAgenda: today.tellsAgenda(message) };
      answers.push([message.id, stillRight(message, { ...holding, letter: await this.letterIn(message) })]);
    }
    return answers;
  }

  private async letterIn({ organisationId, id, channel }: Message): Promise<Letter | null> {
    if (channel !== 'letter') return null;
    const bytes = await this.kept.bytes(organisationId, id);
    return bytes && keptLetter(bytes);
  }
}

function groupByGroup(deliveries: readonly Delivery[]): readonly (readonly Message[])[] {
  const groups = new Map<string, Message[]>();
  for (const { message } of deliveries) groups.set(message.groupId, [...(groups.get(message.groupId) ?? []), message]);
  return [...groups.values()];
}
