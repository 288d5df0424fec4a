import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { CaseloadNames, type NameOf } from './caseload-names.service';
import { CaseloadReading } from './caseload-reading.service';
import type { GroupInCaseload } from './domain/group-in-caseload';
import { type BookedTogether, RepairReading } from './repair-reading.service';
import { type RunNow, RunReading } from './run-reading.service';

export interface Overview {
  readonly groups: readonly GroupInCaseload[];
  readonly booked: BookedTogether;
  readonly nameOf: NameOf;
  /** The run that was asked for last. */
  readonly last: RunNow | null;
}

/** All of a coordinator's groups, what is wrong with what they have booked, and the last proposal for them. */
@Injectable()
export class CaseloadOverview {
  constructor(
    private readonly reading: CaseloadReading,
    private readonly booked: RepairReading,
    private readonly names: CaseloadNames,
    private readonly runs: RunReading,
  ) {}

  async of(viewer: Viewer): Promise<Overview> {
    const groups = await this.reading.of(viewer);
    const booked = await this.booked.in(viewer, groups);
    return { groups, booked, nameOf: await this.names.of(viewer, groups), last: await this.runs.last(viewer) };
  }
}
