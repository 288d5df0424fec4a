import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { DomainError } from '../kernel/domain-error';
import { idOf } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { Circles } from './circles.service';
import { offeredForm, readPlan, typedPlan } from './crisis-plan.forms';
import { planFormPage, planPage, type PlansShown, printPage, typedForPlan, versionPage } from './crisis-plan.pages';
import { CrisisPlans } from './crisis-plans.service';
import type { CrisisPlan } from './domain/crisis-plan';

@Controller('groups/:id/crisis-plan')
@For('coordinator')
export class CrisisPlanController {
  constructor(
    private readonly plans: CrisisPlans,
    private readonly circles: Circles,
    private readonly database: Database,
  ) {}

  @Get()
  async plan(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const shown = await this.read(viewer, id);
    return planPage(shown, offering(shown), { say, language: viewer.language });
  }

  @Get('edit')
  async ask(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const { circle, plans } = await this.read(viewer, id);
    const asked = { circle, version: plans.length, typed: typedForPlan(circle, plans.at(-1)), faults: [] };
    return planFormPage(asked, { say, language: viewer.language });
  }

  @Post('edit')
  async write(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const { circle, plans } = await this.read(viewer, id);
    const typed = typedPlan(body);
    const again = { circle, version: plans.length, typed };
    const speech = { say, language: viewer.language };
    const reading = readPlan(typed);
    if (reading.kind === 'faulty') return planFormPage({ ...again, faults: reading.faults }, speech);
    const outcome = await attempt(this.database, () => this.plans.write(viewer, circle.group.id, reading.value));
    if (outcome.kind === 'refused') return planFormPage({ ...again, faults: [outcome.fault] }, speech);
    return goTo(`/groups/${id}/crisis-plan`);
  }

  @Post('offered')
  async offered(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const shown = await this.read(viewer, id);
    const typed = offeredForm.typed(body);
    const speech = { say, language: viewer.language };
    const reading = offeredForm.read(body);
    if (reading.kind === 'faulty') return planPage(shown, { typed, faults: reading.faults }, speech);
    const outcome = await attempt(this.database, () =>
      this.plans.offered(viewer, shown.circle.group.id, reading.value.offeredOn),
    );
    if (outcome.kind === 'refused') return planPage(shown, { typed, faults: [outcome.fault] }, speech);
    return goTo(`/groups/${id}/crisis-plan`);
  }

  /** Before the first plan there is nothing to print. */
  @Get('print')
  async print(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const { circle, plans } = await this.read(viewer, id);
    const plan = plans.at(-1);
    if (!plan) return goTo(`/groups/${id}/crisis-plan`);
    await this.circles.shown(viewer, circle, 'crisis-plan.printed', [plan.id]);
    return printPage(circle, plan, { say, language: viewer.language });
  }

  @Get('versions/:version')
  async version(
    @SignedIn() viewer: Viewer,
    @Param() { id, version }: { readonly id: string; readonly version: string },
    @Speaking() say: Say,
  ): Promise<Answer> {
    const { circle, plans } = await this.read(viewer, id);
    const plan: CrisisPlan | undefined = plans.find((one) => String(one.version) === version);
    if (!plan) throw new DomainError('notFound');
    return versionPage(circle, plan, { say, language: viewer.language });
  }

  private async read(viewer: Viewer, id: string): Promise<PlansShown> {
    const circle = await this.circles.of(viewer, idOf<'group'>(id));
    const plans = await this.plans.ofGroup(viewer, circle.group.id);
    await this.circles.shown(viewer, circle, 'crisis-plan.read');
    return { circle, plans };
  }
}

const offering = ({ circle }: PlansShown) => ({ typed: { offeredOn: circle.today.iso }, faults: [] });
