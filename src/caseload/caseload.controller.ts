import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import type { Fault, Typed } from '../platform/web/form';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { CaseloadOverview } from './caseload-overview.service';
import { runForm } from './caseload.forms';
import { caseloadPage } from './caseload.pages';
import { RunAsking } from './run-asking.service';

@Controller('caseload')
@For('coordinator')
export class CaseloadController {
  constructor(
    private readonly overview: CaseloadOverview,
    private readonly asking: RunAsking,
    private readonly database: Database,
  ) {}

  @Get()
  caseload(@SignedIn() viewer: Viewer, @Speaking() say: Say): Promise<Answer> {
    return this.shown(viewer, { say, typed: null, faults: [] });
  }

  @Post('runs')
  async ask(@SignedIn() viewer: Viewer, @Body() body: unknown, @Speaking() say: Say): Promise<Answer> {
    const typed = runForm.typed(body);
    const filled = runForm.read(body);
    if (filled.kind === 'faulty') return this.shown(viewer, { say, typed, faults: filled.faults });
    const { groups, seconds } = filled.value;
    const wish = { groups: groups.map((id) => idOf<'group'>(id)), seconds };
    const outcome = await attempt(this.database, () => this.asking.ask(viewer, wish));
    if (outcome.kind === 'refused') return this.shown(viewer, { say, typed, faults: [outcome.fault] });
    return goTo(`/caseload/runs/${outcome.value.id}`);
  }

  @Post('runs/:id/cancel')
  async cancel(@SignedIn() viewer: Viewer, @Param('id') id: string): Promise<Answer> {
    await this.asking.cancel(viewer, idOf(id));
    return goTo(`/caseload/runs/${id}`);
  }

  private async shown(
    viewer: Viewer,
    again: { readonly say: Say; readonly typed: Typed | null; readonly faults: readonly Fault[] },
  ): Promise<Answer> {
    return caseloadPage({ ...(await this.overview.of(viewer)), ...again, language: viewer.language });
  }
}
