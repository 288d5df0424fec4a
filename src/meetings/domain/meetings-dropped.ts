import type { GroupId, MeetingId, OrganisationId } from '../../kernel/identifiers';

/** Planned meetings that nobody was called to fell out of the plan and are gone. */
export class MeetingsDropped {
  constructor(
    readonly organisationId: OrganisationId,
    readonly groupId: GroupId,
    readonly meetingIds: readonly MeetingId[],
  ) {}
}
