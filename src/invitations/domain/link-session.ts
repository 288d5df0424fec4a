import type { Id } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import type { PersonalLinkId } from './personal-link';

export type LinkSessionId = Id<'link session'>;

const idleMinutes = 30;
const mostMinutes = 12 * 60;
// Written at most this often, so that reading pages does not write each time.
const noticeMinutes = 1;

/** What lies behind the code stays open half an hour after each visit, and half a day at most. */
export class LinkSession {
  readonly id: LinkSessionId;
  readonly hash: string;
  readonly linkId: PersonalLinkId;
  readonly csrf: string;
  readonly madeAt: Instant;
  readonly seenAt: Instant;

  constructor(given: Omit<LinkSession, 'opens' | 'isToBeNoticed'>) {
    this.id = given.id;
    this.hash = given.hash;
    this.linkId = given.linkId;
    this.csrf = given.csrf;
    this.madeAt = given.madeAt;
    this.seenAt = given.seenAt;
  }

  isToBeNoticed(now: Instant): boolean {
    return !now.isBefore(this.seenAt.plusMinutes(noticeMinutes));
  }

  opens(linkId: PersonalLinkId, now: Instant): boolean {
    const [idle, most] = [this.seenAt.plusMinutes(idleMinutes), this.madeAt.plusMinutes(mostMinutes)];
    return this.linkId === linkId && now.isBefore(idle) && now.isBefore(most);
  }
}
