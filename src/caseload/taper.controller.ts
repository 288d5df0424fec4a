import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { type GroupId, idOf } from '../kernel/identifiers';
import { PlanReasons } from '../planning/plan-reasons.service';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import type { Fault } from '../platform/web/form';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { CaseloadNames } from './caseload-names.service';
import type { TaperWish } from './domain/taper-wishes';
import { taperAcceptForm, taperForm, taperWishIn } from './taper.forms';
import { taperChangePage, taperPage } from './taper.pages';
import { TaperChanges } from './taper-changes.service';

interface Again {
  readonly say: Say;
  readonly body?: unknown;
  readonly faults: readonly Fault[];
}

@Controller('groups/:id/taper')
@For('coordinator')
export class TaperController {
  constructor(
    private readonly tapers: TaperChanges,
    private readonly names: CaseloadNames,
    private readonly reasons: PlanReasons,
    private readonly database: Database,
  ) {}

  @Get()
  ask(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return this.form(viewer, id, { say, faults: [] });
  }

  @Post()
  async propose(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const filled = taperForm.read(body);
    if (filled.kind === 'faulty') return this.form(viewer, id, { say, body, faults: filled.faults });
    const wish = taperWishIn(filled.value);
    const outcome = await attempt(this.database, () => this.shown(viewer, id, { wish, say, faults: [] }));
    return outcome.kind === 'done' ? outcome.value : this.form(viewer, id, { say, body, faults: [outcome.fault] });
  }

  @Post('accept')
  async accept(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const filled = taperAcceptForm.read(body);
    if (filled.kind === 'faulty') return this.form(viewer, id, { say, body, faults: filled.faults });
    const wish = taperWishIn(filled.value);
    const { seen } = filled.value;
    const outcome = await attempt(this.database, () => this.tapers.accept(viewer, groupId(id), { wish, seen }));
    if (outcome.kind === 'refused') return this.shown(viewer, id, { wish, say, faults: [outcome.fault] });
    return goTo(`/groups/${id}/send`);
  }

  private async form(viewer: Viewer, id: string, { say, body, faults }: Again): Promise<Answer> {
    const running = await this.tapers.read(viewer, groupId(id));
    if (running.read.meetings.length === 0) return goTo(`/groups/${id}/plan`);
    const typed = body === undefined ? null : taperForm.typed(body);
    return taperPage({ ...running, typed, faults }, { say, language: viewer.language });
  }

  private async shown(
    viewer: Viewer,
    id: string,
    { wish, say, faults }: { wish: TaperWish; say: Say; faults: readonly Fault[] },
  ): Promise<Answer> {
    const proposed = await this.tapers.propose(viewer, groupId(id), wish);
    const nameOf = await this.names.of(viewer, [proposed.read]);
    const speech = { say, language: viewer.language, reasons: this.reasons, nameOf };
    return taperChangePage({ ...proposed, wish, faults }, speech);
  }
}

const groupId = (id: string): GroupId => idOf(id);
