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
import { seenForm } from './next.forms';
import { nextPage } from './next.page';
import { NextStretches } from './next-stretches.service';

@Controller('groups/:id/next')
@For('coordinator')
export class NextController {
  constructor(
    private readonly stretches: NextStretches,
    private readonly names: CaseloadNames,
    private readonly reasons: PlanReasons,
    private readonly database: Database,
  ) {}

  @Get()
  ask(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return this.shown(viewer, id, { say, faults: [] });
  }

  @Post()
  async book(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const filled = seenForm.read(body);
    if (filled.kind === 'faulty') return this.shown(viewer, id, { say, faults: filled.faults });
    const { seen } = filled.value;
    const outcome = await attempt(this.database, () => this.stretches.book(viewer, groupId(id), seen));
    if (outcome.kind === 'refused') return this.shown(viewer, id, { say, faults: [outcome.fault] });
    return goTo(`/groups/${id}/year`);
  }

  private async shown(viewer: Viewer, id: string, { say, faults }: { say: Say; faults: readonly Fault[] }) {
    const next = await this.stretches.propose(viewer, groupId(id));
    if (!next) return goTo(`/groups/${id}/plan`);
    const nameOf = await this.names.of(viewer, [next.read]);
    return nextPage(next, { say, language: viewer.language, reasons: this.reasons, nameOf }, faults);
  }
}

const groupId = (id: string): GroupId => idOf(id);
