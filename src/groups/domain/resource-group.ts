import { DomainError } from '../../kernel/domain-error';
import type { GroupId, OrganisationId, PersonId, UnitId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { plainLine, plainParagraph } from '../../people/domain/personal-number';
import { type Member } from './member';
import { coreTrio, type Part, parts } from './part';
import type { Profile } from './profile';
import { sizeFindings } from './size';

export type GroupState = 'forming' | 'active' | 'sparser' | 'resting' | 'ended';

// Support has no end date: a group that rests or has ended may always begin again.
const mayBecome = {
  forming: ['active', 'ended'],
  active: ['sparser', 'resting', 'ended'],
  sparser: ['active', 'resting', 'ended'],
  resting: ['active', 'sparser', 'ended'],
  ended: ['active'],
} as const satisfies Record<GroupState, readonly GroupState[]>;

const follows = (from: GroupState, to: GroupState): boolean => {
  const next: readonly GroupState[] = mayBecome[from];
  return next.includes(to);
};

export interface GroupParts {
  readonly id: GroupId;
  readonly organisationId: OrganisationId;
  readonly unitId?: UnitId | null;
  /** The id of the profile it follows. */
  readonly profile: string;
  readonly serviceUserId: PersonId;
  readonly name: string;
  readonly neutralTitle: string;
  readonly state?: GroupState;
  readonly sizeReason?: string;
  readonly members: readonly Member[];
  readonly madeAt: Instant;
}

export type GroupChange = Partial<Pick<GroupParts, 'name' | 'neutralTitle' | 'sizeReason' | 'members' | 'state'>>;

/** The people a service user has gathered around them, and what the service user wants the group to be called. */
export class ResourceGroup {
  readonly id: GroupId;
  readonly organisationId: OrganisationId;
  readonly unitId: UnitId | null;
  readonly profile: string;
  readonly serviceUserId: PersonId;
  readonly name: string;
  readonly neutralTitle: string;
  readonly state: GroupState;
  readonly sizeReason: string;
  readonly members: readonly Member[];
  readonly madeAt: Instant;

  constructor({ unitId = null, state = 'forming', sizeReason = '', ...given }: GroupParts) {
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.unitId = unitId;
    this.profile = given.profile;
    this.serviceUserId = given.serviceUserId;
    this.name = plainLine(given.name, { field: 'groupName', max: 100 });
    this.neutralTitle = plainLine(given.neutralTitle, { field: 'neutralTitle', max: 60 });
    this.state = state;
    this.sizeReason = plainParagraph(sizeReason, { field: 'sizeReason', max: 1000 });
    this.members = [...given.members].sort(byPart);
    this.madeAt = given.madeAt;
    if (state !== 'forming') this.requireCoreTrio();
  }

  get present(): readonly Member[] {
    return this.members.filter((member) => member.isInTheGroup);
  }

  /** Everybody in the group but the adjuncts, who only come to their own item. */
  get counted(): readonly Member[] {
    return this.present.filter((member) => member.part !== 'adjunct');
  }

  memberOf(personId: PersonId): Member | null {
    return this.members.find((member) => member.personId === personId) ?? null;
  }

  inPart(part: Part): Member | null {
    return this.present.find((member) => member.part === part) ?? null;
  }

  /** One member more, or the same member changed. */
  withMember(member: Member): ResourceGroup {
    const others = this.members.filter((other) => other.personId !== member.personId);
    return this.with({ members: [...others, member] });
  }

  with(change: GroupChange): ResourceGroup {
    return new ResourceGroup(Object.assign({}, this, change));
  }

  become(state: GroupState): ResourceGroup {
    if (!follows(this.state, state)) throw new DomainError('groupCannotBecome', { from: this.state, to: state });
    return this.with({ state });
  }

  /** The group is made: the core trio is there, and an unusual size has its reason. */
  form(profile: Profile): ResourceGroup {
    this.requireReasonForSize(profile);
    return this.become('active');
  }

  /** Guidance, not a wall: any size is right when somebody has said why. */
  requireReasonForSize(profile: Profile): void {
    const [finding] = sizeFindings(this, profile);
    if (finding && this.sizeReason === '')
      throw new DomainError(finding.rule, { ...finding.values, field: 'sizeReason' });
  }

  private requireCoreTrio(): void {
    const lacking = coreTrio.find((part) => this.inPart(part) === null);
    if (lacking) throw new DomainError(lackOf[lacking]);
  }
}

const lackOf = {
  'service-user': 'groupWithoutServiceUser',
  coordinator: 'groupWithoutCoordinator',
  doctor: 'groupWithoutDoctor',
} as const satisfies Record<(typeof coreTrio)[number], string>;

const byPart = (a: Member, b: Member): number => parts.indexOf(a.part) - parts.indexOf(b.part);
