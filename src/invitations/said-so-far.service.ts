import { Injectable } from '@nestjs/common';
import { Answers } from '../answers/answers.service';
import type { GroupId, OrganisationId } from '../kernel/identifiers';
import type { GatheringParts } from './domain/gathering';
import { LinksRepository } from './links.repository';
import { MessagesToday } from './messages-today.service';

/** What a group's people were told, what their own pages show, and what they answered. */
@Injectable()
export class SaidSoFar {
  constructor(
    private readonly messages: MessagesToday,
    private readonly links: LinksRepository,
    private readonly answers: Answers,
  ) {}

  /** Whoever asks has made sure that the group may be seen. */
  async in(
    organisationId: OrganisationId,
    groupId: GroupId,
  ): Promise<Pick<GatheringParts, 'deliveries' | 'shown' | 'acts' | 'now'>> {
    const links = await this.links.livingIn(organisationId, groupId);
    return {
      deliveries: await this.messages.ofGroup(organisationId, groupId),
      shown: new Map(links.map(({ personId, shown }) => [personId, shown])),
      acts: await this.answers.ofGroup(organisationId, groupId),
      now: this.messages.now(),
    };
  }
}
