import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { DomainError } from '../kernel/domain-error';
import type { GroupId } from '../kernel/identifiers';
import { letOthersIn } from '../platform/threads/let-others-in';
import { CaseloadNames, type NameOf } from './caseload-names.service';
import { CaseloadReading } from './caseload-reading.service';
import { CaseloadRunsRepository } from './caseload-runs.repository';
import { ChangesChecking, type PlannedAndNow } from './changes-checking.service';
import type { Change } from './domain/changes-since';
import type { GroupInCaseload } from './domain/group-in-caseload';
import { costOf, type ProposalCost } from './domain/proposal-cost';
import type { Run, RunId } from './domain/run';
import type { RunGroup } from './domain/run-group';

/** What a run proposed for a group, and whether it still holds. */
export interface ProposedYear extends PlannedAndNow {
  readonly changes: readonly Change[];
  /** null for a group that was left out. */
  readonly cost: ProposalCost | null;
}

export interface YearsOfRun {
  readonly proposed: readonly ProposedYear[];
  /** The coordinator's other groups, whose meetings stand where they are. */
  readonly others: readonly GroupInCaseload[];
  readonly nameOf: NameOf;
}

/** Lays what a run proposed beside how the groups stand now. Groups that the viewer no longer has are left out. */
@Injectable()
export class ProposedYears {
  constructor(
    private readonly runs: CaseloadRunsRepository,
    private readonly reading: CaseloadReading,
    private readonly checking: ChangesChecking,
    private readonly names: CaseloadNames,
  ) {}

  async of(viewer: Viewer, run: Run): Promise<YearsOfRun> {
    const planned = new Map((await this.runs.groupsOf(run)).map((group) => [group.groupId, group]));
    const all = await this.reading.of(viewer);
    return {
      proposed: await this.checked(
        viewer,
        all.flatMap((one) => withPlanned(one, planned)),
      ),
      others: all.filter(({ group }) => !planned.has(group.id)),
      nameOf: await this.names.of(viewer, all),
    };
  }

  /** One that has come to its end. Not found: `notFound`. */
  async run(viewer: Viewer, id: RunId): Promise<Run> {
    const run = await this.runs.ofUser(viewer);
    if (run?.id !== id || run.state !== 'done') throw new DomainError('notFound');
    return run;
  }

  /** For a page about the group; the reading is logged. Not found: `notFound`. */
  async one(viewer: Viewer, run: Run, id: GroupId): Promise<ProposedYear & Pick<YearsOfRun, 'nameOf'>> {
    const planned = new Map((await this.runs.groupsOf(run)).map((group) => [group.groupId, group]));
    const group = await this.reading.read(viewer, id);
    const [found] = await this.checked(viewer, withPlanned(group, planned));
    if (!found) throw new DomainError('notFound');
    return { ...found, nameOf: await this.names.of(viewer, [group]) };
  }

  private async checked(viewer: Viewer, groups: readonly PlannedAndNow[]): Promise<readonly ProposedYear[]> {
    const changes = await this.checking.of(viewer, groups);
    const years: ProposedYear[] = [];
    for (const [at, group] of groups.entries()) {
      const { proposal } = group.planned;
      years.push({ ...group, changes: changes[at] ?? [], cost: proposal && costOf(proposal) });
      await letOthersIn();
    }
    return years;
  }
}

function withPlanned(one: GroupInCaseload, all: ReadonlyMap<GroupId, RunGroup>): readonly PlannedAndNow[] {
  const planned = all.get(one.group.id);
  return planned ? [{ one, planned }] : [];
}
