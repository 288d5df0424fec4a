import type { CalendarDate } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import type { GroupId, Id, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { plainParagraph } from '../../people/domain/personal-number';
import type { WayOfTelling } from '../../sociogram/domain/nomination';
import type { Part } from './part';

export type MemberId = Id<'member'>;
export type MemberState = 'in-the-group' | 'left';

/** The service user's own yes to somebody, as it was given. */
export interface Approval {
  readonly on: CalendarDate;
  readonly how: WayOfTelling;
}

export interface MemberParts {
  readonly id: MemberId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly personId: PersonId;
  readonly part: Part;
  readonly functionInGroup?: string;
  readonly approval?: Approval | null;
  /** When the coordinator talked with them about what it means to take part. */
  readonly talkedOn?: CalendarDate | null;
  readonly state?: MemberState;
  readonly madeAt: Instant;
}

/** One person's place in a group; nobody but the service user decides who has one. */
export class Member {
  readonly id: MemberId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly personId: PersonId;
  readonly part: Part;
  readonly functionInGroup: string;
  readonly approvedOn: CalendarDate | null;
  /** Empty until there is a yes. */
  readonly approvedHow: WayOfTelling | '';
  readonly talkedOn: CalendarDate | null;
  readonly state: MemberState;
  readonly madeAt: Instant;

  constructor({
    approval = null,
    functionInGroup = '',
    talkedOn = null,
    state = 'in-the-group',
    ...given
  }: MemberParts) {
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.groupId = given.groupId;
    this.personId = given.personId;
    this.part = given.part;
    this.functionInGroup = plainParagraph(functionInGroup, { field: 'functionInGroup', max: 500 });
    this.approvedOn = approval?.on ?? null;
    this.approvedHow = approval?.how ?? '';
    this.talkedOn = talkedOn;
    this.state = state;
    this.madeAt = given.madeAt;
  }

  get isInTheGroup(): boolean {
    return this.state === 'in-the-group';
  }

  /** The group is the service user's own; everybody else needs their yes. */
  get isApproved(): boolean {
    return this.part === 'service-user' || this.approvedOn !== null;
  }

  get approval(): Approval | null {
    return this.approvedOn === null || this.approvedHow === '' ? null : { on: this.approvedOn, how: this.approvedHow };
  }

  approvedBy(approval: Approval): Member {
    return this.with({ approval });
  }

  asWhat(functionInGroup: string): Member {
    return this.with({ functionInGroup });
  }

  talkedWith(talkedOn: CalendarDate): Member {
    return this.with({ talkedOn });
  }

  leave(): Member {
    if (this.part === 'service-user') throw new DomainError('serviceUserCannotLeave');
    return this.with({ state: 'left' });
  }

  /** Somebody who left may come back, in the part they now have; an earlier yes no longer counts. */
  comeBack(part: Part): Member {
    return this.with({ part, state: 'in-the-group', approval: null });
  }

  private with(change: Partial<MemberParts>): Member {
    return new Member(Object.assign({ approval: this.approval }, this, change));
  }
}
