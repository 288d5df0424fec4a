import type { Id } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import type { PersonalLinkId } from './personal-link';

export type LinkSessionId = Id<'link session'>;

const minutesOpen = 30;

/** The half hour in which the agenda stays open after its code was given. */
export class LinkSession {
  constructor(
    readonly id: LinkSessionId,
    readonly hash: string,
    readonly linkId: PersonalLinkId,
    readonly csrf: string,
    readonly madeAt: Instant,
    readonly seenAt: Instant,
  ) {}

  opens(linkId: PersonalLinkId, now: Instant): boolean {
    return this.linkId === linkId && now.isBefore(this.madeAt.plusMinutes(minutesOpen));
  }
}
