import { EntitySchema } from 'typeorm';
import { id, instant, json, text, whole, yesNo } from '../../platform/database/columns';
import { Run } from '../domain/run';
import type { RunGroup } from '../domain/run-group';

export const runSchema = new EntitySchema<Run>({
  name: 'Run',
  target: Run,
  tableName: 'caseload_run',
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    userId: id('user_id'),
    seconds: whole('seconds'),
    askedAt: instant('asked_at'),
    state: { name: 'state', type: 'varchar', length: 20 },
    aliveUntil: instant('alive_until', { nullable: true }),
    percent: whole('percent'),
    fault: { name: 'fault', type: 'varchar', length: 20 },
    isCutShort: yesNo('is_cut_short'),
  },
  indices: [
    { name: 'caseload_run_user', columns: ['userId'], unique: true },
    { name: 'caseload_run_state', columns: ['state'] },
  ],
});

/** A group of a run as its table holds it. The basis is sealed: wishes tell the place, and why a meeting is long. */
export type RunGroupRow = Pick<RunGroup, 'organisationId' | 'runId' | 'groupId' | 'leftOut' | 'proposal'> & {
  readonly id: string;
  readonly basis: string;
};

export const runGroupSchema = new EntitySchema<RunGroupRow>({
  name: 'caseload_run_group',
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    runId: id('run_id'),
    groupId: id('group_id'),
    basis: text('basis'),
    leftOut: json('left_out', { nullable: true }),
    proposal: json('proposal', { nullable: true }),
  },
  indices: [{ name: 'caseload_run_group_run', columns: ['runId', 'groupId'], unique: true }],
});

/** What a waiting run is to plan: ids, hours and busy times. */
export interface RunCaseloadRow {
  readonly id: string;
  readonly caseload: string;
}

export const runCaseloadSchema = new EntitySchema<RunCaseloadRow>({
  name: 'caseload_run_file',
  columns: { id: id('id', { primary: true }), caseload: text('caseload') },
});

export const caseloadSchemas: EntitySchema[] = [runSchema, runGroupSchema, runCaseloadSchema];
