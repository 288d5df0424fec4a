import { Controller, Get, Param } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf } from '../kernel/identifiers';
import { PlanReasons } from '../planning/plan-reasons.service';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { groupInRunPage } from './group-in-run.pages';
import { ProposedYears } from './proposed-years.service';
import { RunReading } from './run-reading.service';

interface GroupPath {
  readonly id: string;
  readonly group: string;
}

@Controller('caseload/runs/:id/groups/:group')
@For('coordinator')
export class GroupInRunController {
  constructor(
    private readonly runs: RunReading,
    private readonly proposed: ProposedYears,
    private readonly reasons: PlanReasons,
  ) {}

  @Get()
  async group(@SignedIn() viewer: Viewer, @Param() { id, group }: GroupPath, @Speaking() say: Say): Promise<Answer> {
    const { run, standing } = await this.runs.read(viewer, idOf(id));
    if (standing !== 'done') return goTo(`/caseload/runs/${id}`);
    const { nameOf, ...year } = await this.proposed.one(viewer, run, idOf(group));
    const reader = { say, language: viewer.language, nameOf };
    return groupInRunPage({ run, year, reader, reasonsOf: (found) => this.reasons.inWords(found, reader) });
  }
}
