import type { Approval } from '../../groups/domain/member';
import type { ResourceGroup } from '../../groups/domain/resource-group';
import type { CalendarDate } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import type { Id, MeetingId, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { Person } from '../../people/domain/person';

export type DeputyId = Id<'deputy'>;

export interface DeputyParts {
  readonly id: DeputyId;
  readonly organisationId: OrganisationId;
  readonly meetingId: MeetingId;
  /** The one they stand in for. */
  readonly forPersonId: PersonId;
  readonly personId: PersonId;
  /** The service user's yes to them. */
  readonly approval: Approval;
}

/** Somebody of the staff who stands in for the doctor or the coordinator at one meeting, with the service user's yes. */
export class Deputy {
  readonly id: DeputyId;
  readonly organisationId: OrganisationId;
  readonly meetingId: MeetingId;
  readonly forPersonId: PersonId;
  readonly personId: PersonId;
  readonly approvedOn: CalendarDate;
  readonly approvedHow: Approval['how'];

  constructor({ approval, ...given }: DeputyParts) {
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.meetingId = given.meetingId;
    this.forPersonId = given.forPersonId;
    this.personId = given.personId;
    this.approvedOn = approval.on;
    this.approvedHow = approval.how;
  }
}

/** The parts of a group that somebody else may take at one meeting; nobody stands in for the service user. */
export const replaceableIn = (group: ResourceGroup): readonly PersonId[] =>
  [group.inPart('doctor'), group.inPart('coordinator')].flatMap((member) => (member ? [member.personId] : []));

/** Whoever comes to all meetings of the group cannot be a second person at one of them. */
export function requireMayStandIn(person: Person, forPersonId: PersonId, group: ResourceGroup): void {
  if (!replaceableIn(group).includes(forPersonId)) throw new DomainError('fieldNotChosen', { field: 'deputyFor' });
  if (person.kind !== 'professional') throw new DomainError('deputyNotStaff', { field: 'deputy' });
  if (group.counted.some(({ personId }) => personId === person.id))
    throw new DomainError('deputyInGroup', { field: 'deputy' });
}
