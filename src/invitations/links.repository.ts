import type { GroupId, OrganisationId } from '../kernel/identifiers';
import type { Instant } from '../kernel/instant';
import type { LinkSession, LinkSessionId } from './domain/link-session';
import type { LinkPlace, PersonalLink, PersonalLinkId } from './domain/personal-link';

/** Keeps personal links and the short sessions behind their codes. */
export abstract class LinksRepository {
  /** The one that was not withdrawn, if there is one. */
  abstract livingOf(place: LinkPlace): Promise<PersonalLink | null>;
  /** Across organisations: whoever asks has nothing but the link. */
  abstract livingIn(organisationId: OrganisationId, groupId: GroupId): Promise<readonly PersonalLink[]>;
  abstract byHash(hash: string): Promise<PersonalLink | null>;
  abstract save(link: PersonalLink): Promise<void>;
  /** Nothing else of the link is touched: one that is withdrawn at the same moment stays so. */
  abstract noticeAsked(place: LinkPlace, at: Instant): Promise<void>;
  abstract session(hash: string): Promise<LinkSession | null>;
  abstract addSession(session: LinkSession): Promise<void>;
  /** A session that has ended meanwhile stays ended. */
  abstract noticeSession(id: LinkSessionId, at: Instant): Promise<void>;
  abstract endSessions(linkId: PersonalLinkId): Promise<void>;
}
