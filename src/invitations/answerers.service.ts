import { Injectable } from '@nestjs/common';
import { noStanding } from '../groups/domain/may-be-called';
import { Groups } from '../groups/groups.service';
import { People } from '../people/people.service';
import type { LinkPlace } from './domain/personal-link';

/** Tells whose answer by mail may count today. */
@Injectable()
export class Answerers {
  constructor(
    private readonly groups: Groups,
    private readonly people: People,
  ) {}

  /** The address that speaks for the person now, none when they have no mail; null for somebody who is not called. */
  async addressesOf({ organisationId, groupId, personId }: LinkPlace): Promise<readonly string[] | null> {
    const group = await this.groups.ofOrganisation(organisationId, groupId);
    const standing = (group && (await this.groups.standingsNow(group)).get(personId)) ?? noStanding;
    if (!standing.member || !standing.approved || !standing.takePart) return null;
    const reach = (await this.people.reachesNow(organisationId, [personId])).get(personId)?.reach;
    return reach?.by === 'email' ? [reach.address] : [];
  }
}
