import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
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
import { type Goal, goalSpans } from './domain/goal';
import { goalPage, goalsPage, typedForGoal } from './goals.pages';
import { Goals } from './goals.service';
import { goalForm, newGoalForm } from './progress.forms';
import { Tasks } from './tasks.service';

interface GoalPath {
  readonly id: string;
  readonly goal: string;
}

const becomes = { reached: 'reached', 'put-aside': 'put-aside', 'take-up': 'active' } as const;

@Controller('groups/:id/goals')
@For('coordinator')
export class GoalsController {
  constructor(
    private readonly goals: Goals,
    private readonly tasks: Tasks,
    private readonly circles: Circles,
    private readonly database: Database,
  ) {}

  @Get()
  async all(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const circle = await this.circles.of(viewer, idOf<'group'>(id));
    const goals = await this.goals.ofGroup(viewer, circle.group.id);
    const tasks = await this.tasks.ofGroup(viewer, circle.group.id);
    await this.circles.shown(
      viewer,
      circle,
      'goal.read',
      goals.map((goal) => goal.id),
    );
    return goalsPage({ circle, goals, tasks }, { say, language: viewer.language });
  }

  @Get('new')
  async askNew(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Query('span') asked: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const circle = await this.circles.of(viewer, idOf<'group'>(id));
    const span = goalSpans.find((one) => one === asked) ?? 'long';
    return goalPage({ circle, span, typed: {}, faults: [] }, { say, language: viewer.language });
  }

  @Post('new')
  async add(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const circle = await this.circles.of(viewer, idOf<'group'>(id));
    const typed = newGoalForm.typed(body);
    const span = goalSpans.find((one) => one === typed.span) ?? 'long';
    const speech = { say, language: viewer.language };
    const reading = newGoalForm.read(body);
    if (reading.kind === 'faulty') return goalPage({ circle, span, typed, faults: reading.faults }, speech);
    const { goalWords: words, goalBy: by } = reading.value;
    const outcome = await attempt(this.database, () => this.goals.add(viewer, circle.group.id, span, { words, by }));
    if (outcome.kind === 'refused') return goalPage({ circle, span, typed, faults: [outcome.fault] }, speech);
    return goTo(`/groups/${id}/goals#goal-${outcome.value.id}`);
  }

  @Get(':goal')
  async ask(@SignedIn() viewer: Viewer, @Param() path: GoalPath, @Speaking() say: Say): Promise<Answer> {
    const { circle, goal } = await this.one(viewer, path);
    const asked = { circle, goal, span: goal.span, typed: typedForGoal(goal), faults: [] };
    return goalPage(asked, { say, language: viewer.language });
  }

  @Post(':goal')
  async change(
    @SignedIn() viewer: Viewer,
    @Param() path: GoalPath,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const { circle, goal } = await this.one(viewer, path);
    const speech = { say, language: viewer.language };
    const again = { circle, goal, span: goal.span, typed: goalForm.typed(body) };
    const reading = goalForm.read(body);
    if (reading.kind === 'faulty') return goalPage({ ...again, faults: reading.faults }, speech);
    const { goalWords: words, goalBy: by, writtenFrom: version } = reading.value;
    const at = { groupId: circle.group.id, goalId: goal.id };
    const outcome = await attempt(this.database, () => this.goals.change(viewer, at, { words, by }, version));
    if (outcome.kind === 'refused') return goalPage({ ...again, faults: [outcome.fault] }, speech);
    return goTo(`/groups/${path.id}/goals#goal-${path.goal}`);
  }

  @Post(':goal/reached')
  reached(@SignedIn() viewer: Viewer, @Param() path: GoalPath): Promise<Answer> {
    return this.become(viewer, path, 'reached');
  }

  @Post(':goal/put-aside')
  putAside(@SignedIn() viewer: Viewer, @Param() path: GoalPath): Promise<Answer> {
    return this.become(viewer, path, 'put-aside');
  }

  @Post(':goal/take-up')
  takeUp(@SignedIn() viewer: Viewer, @Param() path: GoalPath): Promise<Answer> {
    return this.become(viewer, path, 'take-up');
  }

  private async become(viewer: Viewer, { id, goal }: GoalPath, move: keyof typeof becomes): Promise<Answer> {
    const at = { groupId: idOf<'group'>(id), goalId: idOf<'goal'>(goal) };
    await this.goals.become(viewer, at, becomes[move]);
    return goTo(`/groups/${id}/goals`);
  }

  private async one(viewer: Viewer, { id, goal: goalId }: GoalPath) {
    const circle = await this.circles.of(viewer, idOf<'group'>(id));
    const goals = await this.goals.ofGroup(viewer, circle.group.id);
    const goal: Goal | undefined = goals.find((one) => one.id === idOf<'goal'>(goalId));
    if (!goal) throw new DomainError('notFound');
    await this.circles.shown(viewer, circle, 'goal.read', [goal.id]);
    return { circle, goal };
  }
}
