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
    const group = await this.work.group(viewer, groupId);
    const { organisationId } = group;
    const id = this.work.stamp.id<'goal'>();
    await this.work.alone(viewer, group, { action: 'goal.added', ids: [id] });
    const origin = { id, organisationId, groupId, span };
    const goal = Goal.begin(origin, words, this.work.mark(viewer.userId));
    requireRoomFor(goal, await this.goals.ofGroup(organisationId, groupId));
    await this.goals.save(goal);
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

  /** Turned twice: before it is written down, and again from what it is when nobody else changes it. */
  private async turned(viewer: Viewer, at: GoalAt, action: string, turn: (goal: Goal) => Goal): Promise<Goal> {
    const group = await this.work.group(viewer, at.groupId);
    const seen = theGoal(await this.goals.ofGroup(group.organisationId, group.id), at.goalId);
    if (turn(seen) === seen) return seen;
    await this.work.alone(viewer, group, { action, ids: [at.goalId] });
    const all = await this.goals.ofGroup(group.organisationId, group.id);
    const before = theGoal(all, at.goalId);
    const after = turn(before);
    if (after === before) return after;
    if (after.isActive) requireRoomFor(after, all);
    await this.goals.save(after);
    return after;
  }
}

/** One goal of one group. */
export interface GoalAt {
  readonly groupId: GroupId;
  readonly goalId: GoalId;
}

function theGoal(all: readonly Goal[], id: GoalId): Goal {
  const goal = all.find((one) => one.id === id);
  if (!goal) throw new DomainError('notFound');
  return goal;
}
