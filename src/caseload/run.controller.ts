import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { type GroupId, idOf } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { letOthersIn } from '../platform/threads/let-others-in';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import type { Fault } from '../platform/web/form';
import { OwnTransactions } from '../platform/web/own-transactions';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { Accepting } from './accepting.service';
import { acceptForm } from './caseload.forms';
import type { RunId } from './domain/run';
import { ProposedYears } from './proposed-years.service';
import { endedPage, progressPage } from './run-progress.pages';
import { RunReading } from './run-reading.service';
import { runPage } from './run.pages';

@Controller('caseload/runs/:id')
@For('coordinator')
export class RunController {
  constructor(
    private readonly runs: RunReading,
    private readonly proposed: ProposedYears,
    private readonly accepting: Accepting,
    private readonly database: Database,
  ) {}

  @Get()
  run(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return this.shown(viewer, idOf(id), { say, faults: [] });
  }

  /** Each group is a transaction of its own: one that cannot be booked does not hold the others back. */
  @Post('accept')
  @OwnTransactions()
  async accept(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const filled = acceptForm.read(body);
    const chosen = filled.kind === 'filled' ? filled.value.groups.map((group) => idOf<'group'>(group)) : [];
    const faults = await this.booked(viewer, idOf(id), chosen);
    if (faults.length === 0) return goTo(`/caseload/runs/${id}`);
    return this.database.transaction(() => this.shown(viewer, idOf(id), { say, faults }));
  }

  private async booked(viewer: Viewer, id: RunId, groups: readonly GroupId[]): Promise<readonly Fault[]> {
    if (groups.length === 0) return [{ field: 'groups', code: 'noGroupChosen', values: {} }];
    const faults: Fault[] = [];
    for (const group of groups) {
      const outcome = await attempt(this.database, () => this.accepting.accept(viewer, id, group));
      if (outcome.kind === 'refused') faults.push(outcome.fault);
      await letOthersIn();
    }
    return faults;
  }

  private async shown(
    viewer: Viewer,
    id: RunId,
    { say, faults }: { readonly say: Say; readonly faults: readonly Fault[] },
  ): Promise<Answer> {
    const { run, standing } = await this.runs.read(viewer, id);
    if (standing === 'waiting' || standing === 'running') return progressPage(run, say);
    if (standing !== 'done') return endedPage(run, standing, say);
    const years = await this.proposed.of(viewer, run);
    return runPage({ run, years, faults, say, language: viewer.language });
  }
}
