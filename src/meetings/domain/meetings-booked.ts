import type { GroupId, MeetingId, OrganisationId } from '../../kernel/identifiers';
import type { Language } from '../../kernel/in-words';

/** Meetings were planned, or planned anew, and nobody has been called yet. */
export class MeetingsBooked {
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  /** The profile the group follows. */
  readonly profile: string;
  /** The service user's language: their agenda is written in it. */
  readonly language: Language;
  readonly meetingIds: readonly MeetingId[];

  constructor(told: MeetingsBooked) {
    this.organisationId = told.organisationId;
    this.groupId = told.groupId;
    this.profile = told.profile;
    this.language = told.language;
    this.meetingIds = told.meetingIds;
  }
}
