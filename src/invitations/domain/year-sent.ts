import type { GroupId, MeetingId, OrganisationId } from '../../kernel/identifiers';

/** A group's people were called to these meetings; the messages are in the outbox. */
export class YearSent {
  constructor(
    readonly organisationId: OrganisationId,
    readonly groupId: GroupId,
    readonly meetingIds: readonly MeetingId[],
  ) {}
}
