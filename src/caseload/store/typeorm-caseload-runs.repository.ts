import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import { Dice } from '../../platform/dice';
import type { GroupProposal } from '../../planning/domain/propose-caseload';
import { CaseloadRunsRepository, type Owner } from '../caseload-runs.repository';
import type { Run, RunId, RunState } from '../domain/run';
import type { GroupBasis, RunGroup } from '../domain/run-group';
import { runCaseloadSchema, type RunGroupRow, runGroupSchema, runSchema } from './caseload.schemas';

const sealed = new SealedTable<RunGroupRow>('caseload_run_group', ['basis']);

@Injectable()
export class TypeormCaseloadRunsRepository extends CaseloadRunsRepository {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
    private readonly dice: Dice,
  ) {
    super();
  }

  ofUser({ organisationId, userId }: Owner): Promise<Run | null> {
    return this.runs.findOneBy({ organisationId, userId });
  }

  async begin(run: Run, groups: readonly RunGroup[], caseload: string): Promise<boolean> {
    await this.runs.createQueryBuilder().insert().values(run).orIgnore().updateEntity(false).execute();
    if (!(await this.runs.existsBy({ id: run.id }))) return false;
    await this.groups.insert(groups.map((group) => this.rowOf(group)));
    await this.caseloads.insert({ id: run.id, caseload });
    return true;
  }

  async remove({ id }: Run): Promise<void> {
    await this.runs.delete({ id });
    await this.groups.delete({ runId: id });
    await this.caseloads.delete({ id });
  }

  nextWaiting(): Promise<Run | null> {
    return this.runs.findOne({ where: { state: 'waiting' }, order: { askedAt: 'ASC', id: 'ASC' } });
  }

  async saveIf(state: RunState, changed: Run): Promise<boolean> {
    const { id, aliveUntil, percent, fault, isCutShort } = changed;
    const change = { state: changed.state, aliveUntil, percent, fault, isCutShort };
    const isSaved = (await this.runs.update({ id, state }, change)).affected === 1;
    if (isSaved && changed.isOver) await this.caseloads.delete({ id });
    return isSaved;
  }

  async caseloadOf(id: RunId): Promise<string | null> {
    return (await this.caseloads.findOneBy({ id }))?.caseload ?? null;
  }

  async keepProposals({ id: runId }: Run, proposals: readonly GroupProposal[]): Promise<void> {
    for (const { group, proposal } of proposals)
      await this.groups.update({ runId, groupId: group as RunGroup['groupId'] }, { proposal });
  }

  async groupsOf({ organisationId, id: runId }: Run): Promise<readonly RunGroup[]> {
    const rows = await this.groups.findBy({ organisationId, runId });
    return rows.map((row) => this.groupOf(row));
  }

  private rowOf({ basis, ...group }: RunGroup): RunGroupRow {
    return sealed.close({ ...group, id: this.dice.id(), basis: JSON.stringify(basis) }, this.seal);
  }

  private groupOf(row: RunGroupRow): RunGroup {
    const { basis, organisationId, runId, groupId, leftOut, proposal } = sealed.open(row, this.seal);
    return { organisationId, runId, groupId, leftOut, proposal, basis: JSON.parse(basis) as GroupBasis };
  }

  private get runs() {
    return this.database.repository(runSchema);
  }

  private get groups() {
    return this.database.repository(runGroupSchema);
  }

  private get caseloads() {
    return this.database.repository(runCaseloadSchema);
  }
}
