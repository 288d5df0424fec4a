import { DomainError } from '../../kernel/domain-error';
import type { GroupId, Id, OrganisationId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { plainLine } from '../../people/domain/personal-number';
import type { Axis, Better } from './axis';

/** The star of one kind of group: a file in `data/stars/`, never a branch in the code. */
export interface StarPattern {
  /** The id of the profile it belongs to. */
  readonly id: string;
  /** How many days one measuring may take, from its first value to its last. */
  readonly measuringDays: number;
  /** After so many months a value is old. */
  readonly oldAfterMonths: number;
  readonly axes: readonly Axis[];
  /** Those a group may choose to add. */
  readonly optional: readonly Axis[];
  /** The scale of an axis that is the group's own. */
  readonly own: { readonly min: number; readonly max: number };
}

export interface OwnAxisParts {
  readonly id: Id<'own axis'>;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly label: string;
  readonly better: Better;
  readonly madeAt: Instant;
  readonly endedAt: Instant | null;
}

/** Something the service user wants to follow that nobody else has named. What it means is never changed afterwards. */
export class OwnAxis implements OwnAxisParts {
  readonly id: Id<'own axis'>;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly label: string;
  readonly better: Better;
  readonly madeAt: Instant;
  readonly endedAt: Instant | null;

  constructor(given: OwnAxisParts) {
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.groupId = given.groupId;
    this.label = plainLine(given.label, { field: 'ownAxis', max: 40 });
    this.better = given.better;
    this.madeAt = given.madeAt;
    this.endedAt = given.endedAt;
  }

  saysTheSame({ label, better }: Pick<OwnAxisParts, 'label' | 'better'>): boolean {
    return this.label === label.trim() && this.better === better;
  }

  end(at: Instant): OwnAxis {
    return new OwnAxis(Object.assign({}, this, { endedAt: at }));
  }

  on({ min, max }: StarPattern['own']): Axis {
    const words = { label: this.label, easy: this.label };
    return { key: this.id, rater: 'service-user', min, max, better: this.better, words: { sv: words, en: words } };
  }
}

/** What a group has chosen beside the axes every star has. */
export interface StarChoice {
  readonly optional: readonly string[];
  /** Every axis of their own they ever had; at most one has not ended. */
  readonly own: readonly OwnAxis[];
}

export const noChoice: StarChoice = { optional: [], own: [] };

export const ownAxisNow = ({ own }: StarChoice): OwnAxis | null => own.find(({ endedAt }) => endedAt === null) ?? null;

/** The axes of a group's star, in the order they are drawn. */
export function axesOf(pattern: StarPattern, choice: StarChoice): readonly Axis[] {
  const chosen = pattern.optional.filter(({ key }) => choice.optional.includes(key));
  const own = ownAxisNow(choice);
  return [...pattern.axes, ...chosen, ...(own ? [own.on(pattern.own)] : [])];
}

/** Every axis a value of the group can belong to, also those no longer drawn. */
export const everyAxisOf = (pattern: StarPattern, choice: StarChoice): readonly Axis[] => [
  ...pattern.axes,
  ...pattern.optional,
  ...choice.own.map((own) => own.on(pattern.own)),
];

export function requireOptional(pattern: StarPattern, keys: readonly string[]): readonly string[] {
  if (keys.some((key) => !pattern.optional.some((axis) => axis.key === key))) throw new DomainError('notFound');
  return [...new Set(keys)];
}
