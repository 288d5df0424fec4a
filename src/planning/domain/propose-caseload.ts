import type { Caseload } from './caseload';
import { Explainer } from './explain';
import { planCaseload } from './plan-caseload';
import type { PlanOptions } from './plan-caseload';
import { proposalIn } from './propose-year';
import type { Proposal } from './year-plan';

/** What is proposed for one of the groups that were planned together. */
export interface GroupProposal {
  readonly group: string;
  readonly proposal: Proposal;
}

export interface ProposedCaseload {
  readonly proposals: readonly GroupProposal[];
  /** The search was stopped before it had come to its end. */
  readonly isCutShort: boolean;
}

/** The part of the work that goes to the search; what remains is saying why. */
const searching = 0.8;

/** Plans all groups of a caseload together, and says of every date why it is there. */
export function proposeCaseload(
  caseload: Caseload,
  { shouldStop = () => false, progress = () => undefined }: PlanOptions,
): ProposedCaseload {
  let isCutShort = false;
  const plan = planCaseload(caseload, {
    shouldStop: () => (isCutShort ||= shouldStop()),
    progress: (share) => {
      progress(searching * share);
    },
  });
  const explainer = new Explainer(caseload, plan);
  const proposals = caseload.groups.map(({ id }, at) => {
    progress(searching + ((1 - searching) * at) / caseload.groups.length);
    return { group: id, proposal: proposalIn(plan, id, explainer) };
  });
  return { proposals, isCutShort };
}
