import { Injectable } from '@nestjs/common';
import type { Reader } from '../groups/domain/readership';
import { Groups } from '../groups/groups.service';
import { Clock } from '../platform/clock';
import { OwnYear } from './domain/own-year';
import type { LinkPlace, PersonalLink } from './domain/personal-link';
import { LinksRepository } from './links.repository';
import { OwnMeetings } from './own-meetings.service';
import { tokenHash, tokenShape } from './tokens';

/** Opens a person's own year by their link. */
@Injectable()
export class OwnYears {
  constructor(
    private readonly links: LinksRepository,
    private readonly meetings: OwnMeetings,
    private readonly groups: Groups,
    private readonly clock: Clock,
  ) {}

  /** null for a link that never was, is over, or whose owner is not in the group with their own yes. */
  async open(token: string): Promise<OwnYear | null> {
    if (!tokenShape.test(token)) return null;
    return this.yearBehind(await this.links.byHash(tokenHash(token)));
  }

  /** For somebody who has shown in another way who they are; null as for their link. */
  async of(place: LinkPlace): Promise<OwnYear | null> {
    return this.yearBehind(await this.links.livingOf(place));
  }

  private async yearBehind(link: PersonalLink | null): Promise<OwnYear | null> {
    if (link === null || link.isWithdrawn) return null;
    const reader = await this.readerOf(link);
    if (reader === null) return null;
    const meetings = reader.part === 'adjunct' ? await this.meetings.partsOf(link) : await this.meetings.of(link);
    const year = new OwnYear({ link, reader, meetings, now: this.clock.now() });
    return year.isOpen ? year : null;
  }

  private async readerOf({ organisationId, groupId, personId }: LinkPlace): Promise<Reader | null> {
    const group = await this.groups.ofOrganisation(organisationId, groupId);
    const member = group?.memberOf(personId);
    const standing = group && (await this.groups.standingsNow(group)).get(personId);
    if (!member || !standing?.member || !standing.approved || !standing.takePart) return null;
    return { personId, part: member.part };
  }
}
