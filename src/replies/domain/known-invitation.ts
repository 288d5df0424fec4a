import type { GroupId, MeetingId, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';

/** Whose address it is. */
export interface Place {
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  /** null: it is the address of mail about the whole year. */
  readonly meetingId: MeetingId | null;
  readonly personId: PersonId;
}

/** One meeting of one person. */
export interface MeetingPlace extends Place {
  readonly meetingId: MeetingId;
}

/** One request that went out: which revision of the meeting it told, and under which numbers. */
export interface Issue {
  readonly sequence: number;
  readonly revision: number;
  /** When it was put in the outbox; its DTSTAMP is that moment or a little before. */
  readonly writtenAt: Instant;
  readonly start: Instant;
}

/** What we know ourselves about an address of ours that somebody wrote to. */
export interface KnownInvitation {
  readonly place: Place;
  /** The calendar entry's name; null for the whole year. */
  readonly uid: string | null;
  /** The person's address today; none when they have no mail. */
  readonly mailedTo: readonly string[];
  /** In the order they went out. */
  readonly issued: readonly Issue[];
}

/** Finds what our own mail said. The address holds a secret token, so whoever wrote to it has had a mail of ours. */
export abstract class InvitationsKnown {
  abstract byAddress(address: string): Promise<KnownInvitation | null>;
}
