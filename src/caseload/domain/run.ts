import { DomainError } from '../../kernel/domain-error';
import type { GroupId, Id, OrganisationId, UserId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';

export type RunId = Id<'caseload run'>;
export type RunState = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';

/** Why nothing came of a run: its thread did not end in time, or fell. */
export type RunFault = 'overran' | 'fell';

/** Seconds that somebody may let the search go on for. */
export const searchTimes = [10, 30, 60, 120] as const;

// Minutes without a sign of life after which whoever planned it is taken to be gone.
const lease = 0.25;

export interface RunParts {
  readonly id: RunId;
  readonly organisationId: OrganisationId;
  readonly userId: UserId;
  readonly seconds: number;
  readonly askedAt: Instant;
  readonly state?: RunState;
  readonly aliveUntil?: Instant | null;
  readonly percent?: number;
  readonly fault?: RunFault | '';
  readonly isCutShort?: boolean;
}

/** One time that a coordinator asked for the year of many groups: how far it has come, and what came of it. */
export class Run {
  readonly id: RunId;
  readonly organisationId: OrganisationId;
  readonly userId: UserId;
  /** After so long the best plan so far is given. */
  readonly seconds: number;
  readonly askedAt: Instant;
  readonly state: RunState;
  /** null until somebody plans it; passed by when they are gone. */
  readonly aliveUntil: Instant | null;
  /** 0 to 100. */
  readonly percent: number;
  readonly fault: RunFault | '';
  /** The time was out before the search had come to its end. */
  readonly isCutShort: boolean;

  constructor({ state = 'waiting', aliveUntil = null, percent = 0, fault = '', isCutShort, ...given }: RunParts) {
    const isOffered = searchTimes.some((seconds) => seconds === given.seconds);
    if (!isOffered) throw new DomainError('fieldNotChosen', { field: 'seconds' });
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.userId = given.userId;
    this.seconds = given.seconds;
    this.askedAt = given.askedAt;
    this.state = state;
    this.aliveUntil = aliveUntil;
    this.percent = percent;
    this.fault = fault;
    this.isCutShort = isCutShort ?? false;
  }

  /** A run that nobody has given a sign of life for was interrupted, most often because the program was restarted. */
  standingAt(now: Instant): RunState | 'interrupted' {
    const isGone = this.state === 'running' && (this.aliveUntil === null || this.aliveUntil.isBefore(now));
    return isGone ? 'interrupted' : this.state;
  }

  isOpenAt(now: Instant): boolean {
    const standing = this.standingAt(now);
    return standing === 'waiting' || standing === 'running';
  }

  /** Nobody will plan it any more. */
  get isOver(): boolean {
    return this.state !== 'waiting' && this.state !== 'running';
  }

  taken(now: Instant): Run {
    return this.with({ state: 'running', aliveUntil: now.plusMinutes(lease) });
  }

  /** A sign of life. */
  further(percent: number, now: Instant): Run {
    return this.with({ percent, aliveUntil: now.plusMinutes(lease) });
  }

  done({ isCutShort }: { readonly isCutShort: boolean }): Run {
    return this.with({ state: 'done', percent: 100, isCutShort });
  }

  cancelled(): Run {
    return this.with({ state: 'cancelled' });
  }

  failed(fault: RunFault): Run {
    return this.with({ state: 'failed', fault });
  }

  private with(change: Partial<RunParts>): Run {
    return new Run(Object.assign({}, this, change));
  }
}

/** Groups that a run may be asked for at once. */
const most = 200;

export function requireSomeGroups(groups: readonly GroupId[]): void {
  if (groups.length === 0) throw new DomainError('noGroupChosen', { field: 'groups' });
  if (groups.length > most) throw new DomainError('tooManyGroups', { field: 'groups', max: most });
}
