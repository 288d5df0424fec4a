import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { DomainError } from '../kernel/domain-error';
import type { GroupId } from '../kernel/identifiers';
import { CaseloadPlanner } from '../planning/caseload-planner.service';
import { CaseloadReading } from './caseload-reading.service';
import { CaseloadTogether } from './caseload-together.service';
import { type GroupInCaseload, isPlannable } from './domain/group-in-caseload';
import type { Run } from './domain/run';
import type { RunGroup } from './domain/run-group';
import { Wishing, type Wished } from './wishing.service';

export interface PreparedRun {
  readonly groups: readonly RunGroup[];
  /** What is to be planned, as the planner writes it. */
  readonly caseload: string;
}

/** Gathers all that a run needs, so that it can be planned later, by whoever has time. */
@Injectable()
export class RunPreparing {
  constructor(
    private readonly reading: CaseloadReading,
    private readonly wishing: Wishing,
    private readonly together: CaseloadTogether,
    private readonly planner: CaseloadPlanner,
  ) {}

  async of(viewer: Viewer, run: Run, ids: readonly GroupId[]): Promise<PreparedRun> {
    const wished = await this.wishing.of(viewer, chosenFrom(await this.reading.of(viewer), ids));
    const planned = wished.flatMap(({ wishing }) => wishing ?? []);
    if (planned.length === 0) throw new DomainError('noGroupToPlan', { field: 'groups' });
    const caseload = this.planner.written(await this.together.of(viewer, planned));
    return { caseload, groups: ids.flatMap((id, at) => runGroup(run, id, wished[at])) };
  }
}

function runGroup({ organisationId, id: runId }: Run, groupId: GroupId, wished: Wished | undefined): RunGroup[] {
  if (!wished) return [];
  return [{ organisationId, runId, groupId, basis: wished.basis, leftOut: wished.leftOut, proposal: null }];
}

/** A group that is not the viewer's is as if it did not exist; one that has been booked meanwhile is said to be. */
function chosenFrom(all: readonly GroupInCaseload[], ids: readonly GroupId[]): readonly GroupInCaseload[] {
  return ids.map((id) => {
    const found = all.find(({ group }) => group.id === id);
    if (!found) throw new DomainError('notFound');
    if (!isPlannable(found)) throw new DomainError('groupNotPlannable', { field: 'groups', group: found.group.name });
    return found;
  });
}
