import type { Id } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import type { PersonalLinkId } from './personal-link';

export type LinkSessionId = Id<'link session'>;

const minutesOpen = 30;

/** The half hour in which the agenda stays open after its code was given. */
export class LinkSession {
  readonly id: LinkSessionId;
  readonly hash: string;
  readonly linkId: PersonalLinkId;
  readonly csrf: string;
  readonly madeAt: Instant;
  readonly seenAt: Instant;

  constructor(given: Omit<LinkSession, 'opens'>) {
    this.id = given.id;
    this.hash = given.hash;
    this.linkId = given.linkId;
    this.csrf = given.csrf;
    this.madeAt = given.madeAt;
    this.seenAt = given.seenAt;
  }

  opens(linkId: PersonalLinkId, now: Instant): boolean {
    return this.linkId === linkId && now.isBefore(this.madeAt.plusMinutes(minutesOpen));
  }
}
