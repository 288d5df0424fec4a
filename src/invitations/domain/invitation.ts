import type { GroupId, Id, MeetingId, OrganisationId, PersonId } from '../../kernel/identifiers';

export type InvitationId = Id<'invitation'>;

export interface InvitationParts {
  readonly id: InvitationId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly meetingId: MeetingId;
  readonly personId: PersonId;
  /** The entry's name in calendars; random, so that it tells nothing. */
  readonly uid: string;
  /** Of the token in the reply address, by which an answer finds its way back. */
  readonly replyHash: string;
}

/** One person's entry for one meeting in their own calendar: made once, kept for life, the same in every message. */
export class Invitation implements InvitationParts {
  readonly id: InvitationId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly meetingId: MeetingId;
  readonly personId: PersonId;
  readonly uid: string;
  readonly replyHash: string;

  constructor({ id, organisationId, groupId, meetingId, personId, uid, replyHash }: InvitationParts) {
    this.id = id;
    this.organisationId = organisationId;
    this.groupId = groupId;
    this.meetingId = meetingId;
    this.personId = personId;
    this.uid = uid;
    this.replyHash = replyHash;
  }
}
