import type { GroupId, Id, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';

export type CalendarFeedId = Id<'calendar feed'>;

interface CalendarFeedParts {
  readonly id: CalendarFeedId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly personId: PersonId;
  readonly hash: string;
  readonly madeAt: Instant;
}

/** A private address at which somebody's calendar fetches their meetings by itself. Only the token's hash is kept. */
export class CalendarFeed {
  readonly id: CalendarFeedId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly personId: PersonId;
  readonly hash: string;
  readonly madeAt: Instant;

  constructor(given: CalendarFeedParts) {
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.groupId = given.groupId;
    this.personId = given.personId;
    this.hash = given.hash;
    this.madeAt = given.madeAt;
  }
}
