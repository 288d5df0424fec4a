import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { PlanReasons } from '../planning/plan-reasons.service';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { OwnTransactions } from '../platform/web/own-transactions';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { RepairAccepting } from './repair-accepting.service';
import { repairForm, repairWishForm } from './repair.forms';
import { repairPage } from './repair.page';
import type { RepairWish } from './repair-asking.service';
import { Repairs } from './repairs.service';

const everything: RepairWish = { meeting: null, group: null, person: null };

@Controller('caseload/repair')
@For('coordinator')
export class RepairController {
  constructor(
    private readonly repairs: Repairs,
    private readonly accepting: RepairAccepting,
    private readonly reasons: PlanReasons,
    private readonly database: Database,
  ) {}

  @Get()
  @OwnTransactions()
  async ask(@SignedIn() viewer: Viewer, @Query() query: unknown, @Speaking() say: Say): Promise<Answer> {
    const filled = repairWishForm.read(query);
    const wish = filled.kind === 'filled' ? filled.value : everything;
    const proposed = await this.repairs.propose(viewer, wish);
    return repairPage({ ...proposed, wish, faults: [] }, this.speech(viewer, say));
  }

  @Post()
  @OwnTransactions()
  async accept(@SignedIn() viewer: Viewer, @Body() body: unknown, @Speaking() say: Say): Promise<Answer> {
    const filled = repairForm.read(body);
    const { seen, ...wish } = filled.kind === 'filled' ? filled.value : { ...everything, seen: null };
    const proposed = await this.repairs.propose(viewer, wish);
    const accepted = { wish, seen: seen ?? '', proposed };
    const outcome = await attempt(this.database, () => this.accepting.accept(viewer, accepted));
    if (outcome.kind === 'refused') {
      const now = await this.repairs.propose(viewer, wish);
      return repairPage({ ...now, wish, faults: [outcome.fault] }, this.speech(viewer, say));
    }
    const [only, ...others] = outcome.value;
    return goTo(only !== undefined && others.length === 0 ? `/groups/${only}/send` : '/caseload/repair');
  }

  private speech(viewer: Viewer, say: Say) {
    return { say, language: viewer.language, reasons: this.reasons };
  }
}
