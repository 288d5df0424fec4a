import type { GroupId, MeetingId, OrganisationId } from '../../kernel/identifiers';

/** Meetings were moved, changed or cancelled; nobody has been told yet. */
export class MeetingsChanged {
  constructor(
    readonly organisationId: OrganisationId,
    readonly groupId: GroupId,
    readonly meetingIds: readonly MeetingId[],
  ) {}
}
