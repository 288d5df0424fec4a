import type { OrganisationId, UserId } from '../kernel/identifiers';
import type { GroupProposal } from '../planning/domain/propose-caseload';
import type { Run, RunId, RunState } from './domain/run';
import type { RunGroup } from './domain/run-group';

export interface Owner {
  readonly organisationId: OrganisationId;
  readonly userId: UserId;
}

/** Keeps runs, one to a user: the next takes the place of the last. */
export abstract class CaseloadRunsRepository {
  abstract ofUser(owner: Owner): Promise<Run | null>;
  /** False when the user has a run already; then nothing is kept. */
  abstract begin(run: Run, groups: readonly RunGroup[], caseload: string): Promise<boolean>;
  abstract remove(run: Run): Promise<void>;
  /** The one that has waited longest, of any organisation. */
  abstract nextWaiting(): Promise<Run | null>;
  /** Saves it if it still is in that state, and tells whether it was; of one that is over the caseload is let go. */
  abstract saveIf(state: RunState, run: Run): Promise<boolean>;
  /** What is to be planned, as the planner wrote it; null once the run is over. */
  abstract caseloadOf(id: RunId): Promise<string | null>;
  /** What came of it. */
  abstract keepProposals(run: Run, proposals: readonly GroupProposal[]): Promise<void>;
  abstract groupsOf(run: Run): Promise<readonly RunGroup[]>;
}
