import type { GroupId, OrganisationId } from '../../kernel/identifiers';
import type { Database } from '../../platform/database/database';
import { type Seal, SealedTable } from '../../platform/database/seal';
import type { Step } from '../domain/step';
import { stepSchema } from './progress.schemas';

const sealed = new SealedTable<Step>('progress_step', ['earlierWords']);

/** The history of a group's goals and tasks, oldest first. */
export class StepsTable {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {}

  async ofGroup(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Step[]> {
    const where = { organisationId, groupId };
    const rows = await this.database.repository(stepSchema).find({ where, order: { number: 'ASC' } });
    return rows.map((row) => sealed.open(row, this.seal));
  }

  /** Each save of a goal or a task is one step, its last. */
  async addLast(steps: readonly Step[]): Promise<void> {
    const last = steps.at(-1);
    if (last) await this.database.repository(stepSchema).insert(sealed.close(last, this.seal));
  }
}

export const oldestFirst = <Of extends { readonly steps: readonly Step[] }>(all: readonly Of[]): readonly Of[] =>
  all.toSorted((a, b) => begun(a).localeCompare(begun(b)));

const begun = ({ steps: [first] }: { readonly steps: readonly Step[] }): string => `${first?.at.iso} ${first?.id}`;
