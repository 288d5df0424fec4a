import type { Change } from './changes-since';
import type { RunGroup } from './run-group';

/** How what a run proposed for a group stands: it can be booked, or why it cannot. */
export type ProposalStanding = 'open' | 'booked' | 'changed' | 'gaps' | 'leftOut';

interface Found {
  readonly planned: RunGroup;
  readonly changes: readonly Change[];
}

export function proposalStanding({ planned, changes }: Found): ProposalStanding {
  if (changes.some(({ kind }) => kind === 'booked')) return 'booked';
  if (planned.proposal === null) return 'leftOut';
  if (changes.length > 0) return 'changed';
  // A year with a hole in it is not booked: the hole is mended first, or the wishes are.
  return planned.proposal.gaps.length > 0 ? 'gaps' : 'open';
}

export const mayBeBooked = (found: Found): boolean => proposalStanding(found) === 'open';
