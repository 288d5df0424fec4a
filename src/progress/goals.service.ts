import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, OrganisationId } from '../kernel/identifiers';
import { Goal, type GoalId, type GoalSpan, type GoalState, type GoalWords, requireRoomFor } from './domain/goal';
import { GoalsRepository } from './goals.repository';
import { ProgressWork } from './progress-work.service';

/** The service user's long-term and short-term goals. */
@Injectable()
export class Goals {
  constructor(
    private readonly goals: GoalsRepository,
    private readonly work: ProgressWork,
  ) {}

  /** Oldest first. Whoever shows them writes that down. */
  async ofGroup(viewer: Viewer, groupId: GroupId): Promise<readonly Goal[]> {
    const { organisationId } = await this.work.group(viewer, groupId);
    return this.goals.ofGroup(organisationId, groupId);
  }

  /** Without a viewer, for the person's own page and for what the program does by itself. */
  goalsOf(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Goal[]> {
    return this.goals.ofGroup(organisationId, groupId);
  }

  async add(viewer: Viewer, groupId: GroupId, span: GoalSpan, words: GoalWords): Promise<Goal> {
    const group = await this.work.alone(viewer, groupId);
    const { organisationId } = group;
    const origin = { id: this.work.stamp.id<'goal'>(), organisationId, groupId, span };
    const goal = Goal.begin(origin, words, this.work.mark(viewer.userId));
    requireRoomFor(goal, await this.goals.ofGroup(organisationId, groupId));
    await this.goals.save(goal);
    await this.work.record(viewer, group, 'goal.added', [goal.id]);
    return goal;
  }

  /** `version` is the one the words were written from: two people's changes never hide each other. */
  change(viewer: Viewer, at: GoalAt, words: GoalWords, version: number): Promise<Goal> {
    return this.turned(viewer, at, 'goal.changed', (goal) => {
      if (goal.version !== version) throw new DomainError('goalChangedMeanwhile', { now: goal.words });
      return goal.reworded(words, this.work.mark(viewer.userId));
    });
  }

  become(viewer: Viewer, at: GoalAt, state: GoalState): Promise<Goal> {
    return this.turned(viewer, at, `goal.${state}`, (goal) => goal.become(state, this.work.mark(viewer.userId)));
  }

  private async turned(viewer: Viewer, at: GoalAt, action: string, turn: (goal: Goal) => Goal): Promise<Goal> {
    const group = await this.work.alone(viewer, at.groupId);
    const all = await this.goals.ofGroup(group.organisationId, group.id);
    const before = all.find((goal) => goal.id === at.goalId);
    if (!before) throw new DomainError('notFound');
    const after = turn(before);
    if (after === before) return after;
    if (after.isActive) requireRoomFor(after, all);
    await this.goals.save(after);
    await this.work.record(viewer, group, action, [after.id]);
    return after;
  }
}

/** One goal of one group. */
export interface GoalAt {
  readonly groupId: GroupId;
  readonly goalId: GoalId;
}
