import type { GroupId, OrganisationId } from '../../kernel/identifiers';
import type { Proposal } from '../../planning/domain/year-plan';
import type { YearWishesParts } from '../../planning/domain/year-wishes';
import type { RunId } from './run';

/** A time that was chosen by hand before the run; day in ISO, start `HH:MM`. */
export interface ChosenTime {
  readonly index: number;
  readonly day: string;
  readonly start: string;
}

/** Why a group was not planned with the others: a broken rule, with its values. */
export interface LeftOut {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What was known of a group when its year was asked for. */
export interface GroupBasis {
  readonly wishes: YearWishesParts;
  /** Nobody had wished anything, so these are what the profile begins with. */
  readonly isByDefault: boolean;
  readonly core: readonly string[];
  readonly network: readonly string[];
  readonly chosen: readonly ChosenTime[];
}

/** One group of a run: what its year was planned from, and what was proposed. */
export interface RunGroup {
  readonly organisationId: OrganisationId;
  readonly runId: RunId;
  readonly groupId: GroupId;
  readonly basis: GroupBasis;
  readonly leftOut: LeftOut | null;
  /** null until the run is done, and for a group that was left out. */
  readonly proposal: Proposal | null;
}

export const chosenIn = (proposal: Proposal | undefined): readonly ChosenTime[] =>
  (proposal?.meetings ?? []).filter(({ chosen }) => chosen).map(({ index, day, start }) => ({ index, day, start }));
