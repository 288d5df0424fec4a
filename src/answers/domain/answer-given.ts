import type { GroupId, MeetingId, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { Choice } from './act';

/** Somebody answered about a meeting, in one way or another, for the first time or anew. */
export class AnswerGiven {
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly meetingId: MeetingId;
  readonly personId: PersonId;
  readonly choice: Choice;

  constructor({ organisationId, groupId, meetingId, personId, choice }: AnswerGiven) {
    this.organisationId = organisationId;
    this.groupId = groupId;
    this.meetingId = meetingId;
    this.personId = personId;
    this.choice = choice;
  }
}
