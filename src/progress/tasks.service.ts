import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { type Actor, linkHolder } from '../audit/audit-log.service';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { DomainError } from '../kernel/domain-error';
import type { AgendaItemId, GroupId, MeetingId, OrganisationId } from '../kernel/identifiers';
import { requireInGroup, soonestFirst, Task, type TaskId, type TaskState, type TaskWords } from './domain/task';
import { GoalsRepository } from './goals.repository';
import { type OwnPlace, ProgressWork } from './progress-work.service';
import { TasksRepository } from './tasks.repository';

/** A task, and where it was agreed. */
export interface NewTask extends TaskWords {
  readonly groupId: GroupId;
  readonly meetingId: MeetingId | null;
  readonly itemId: AgendaItemId | null;
}

/** One task of one group. */
export interface TaskAt {
  readonly groupId: GroupId;
  readonly taskId: TaskId;
}

/** What the people of a group have said they will do. */
@Injectable()
export class Tasks {
  constructor(
    private readonly tasks: TasksRepository,
    private readonly goals: GoalsRepository,
    private readonly work: ProgressWork,
  ) {}

  /** Soonest first. Whoever shows them writes that down. */
  async ofGroup(viewer: Viewer, groupId: GroupId): Promise<readonly Task[]> {
    const { organisationId } = await this.work.group(viewer, groupId);
    return this.tasksOf(organisationId, groupId);
  }

  /** Without a viewer, for a person's own page and for what the program does by itself. */
  async tasksOf(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Task[]> {
    return soonestFirst(await this.tasks.ofGroup(organisationId, groupId));
  }

  /** What comes up by itself at the next meeting, soonest first; without a viewer. */
  async openOf(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Task[]> {
    return (await this.tasksOf(organisationId, groupId)).filter((task) => task.isOpen);
  }

  async add(viewer: Viewer, { groupId, meetingId, itemId, ...words }: NewTask): Promise<Task> {
    const group = await this.work.group(viewer, groupId);
    const { organisationId } = group;
    const id = this.work.stamp.id<'task'>();
    await this.work.alone(viewer, group, { action: 'task.added', ids: [id] });
    await this.requireSound(group, words);
    const origin = { id, organisationId, groupId, meetingId, itemId };
    const task = Task.begin(origin, words, this.work.mark(viewer.userId));
    await this.tasks.save(task);
    return task;
  }

  /** `version` is the one the words were written from: two people's changes never hide each other. */
  async change(viewer: Viewer, at: TaskAt, words: TaskWords, version: number): Promise<Task> {
    const group = await this.work.group(viewer, at.groupId);
    await this.requireSound(group, words);
    return this.turned(viewer, group, at.taskId, (task) => {
      if (task.version !== version) throw new DomainError('taskChangedMeanwhile', { now: task.what });
      return task.reworded(words, this.work.mark(viewer.userId));
    });
  }

  finish(viewer: Viewer, at: TaskAt): Promise<Task> {
    return this.become(viewer, at, 'done');
  }

  putAside(viewer: Viewer, at: TaskAt): Promise<Task> {
    return this.become(viewer, at, 'put-aside');
  }

  reopen(viewer: Viewer, at: TaskAt): Promise<Task> {
    return this.become(viewer, at, 'open');
  }

  /** By whoever does it, from their own page; another's task is as if it did not exist. */
  async becomeOwn(place: OwnPlace, taskId: TaskId, state: 'open' | 'done'): Promise<Task> {
    const group = await this.work.groupAs(place);
    return this.turned(linkHolder(place, 'link-and-code'), group, taskId, (task) => {
      if (!task.doers.includes(place.personId)) throw new DomainError('notFound');
      return task.become(state, this.work.mark(place.personId));
    });
  }

  private async become(viewer: Viewer, { groupId, taskId }: TaskAt, state: TaskState): Promise<Task> {
    const group = await this.work.group(viewer, groupId);
    return this.turned(viewer, group, taskId, (task) => task.become(state, this.work.mark(viewer.userId)));
  }

  /** Turned twice: before it is written down to know how, and again from what it is when nobody else changes it. */
  private async turned(actor: Actor, group: ResourceGroup, taskId: TaskId, turn: (task: Task) => Task): Promise<Task> {
    const seen = await this.find(group, taskId);
    const planned = turn(seen);
    if (planned === seen) return seen;
    const action = planned.state === seen.state ? 'task.changed' : `task.${planned.state}`;
    await this.work.alone(actor, group, { action, ids: [taskId] });
    const before = await this.find(group, taskId);
    const after = turn(before);
    if (after !== before) await this.tasks.save(after);
    return after;
  }

  private async find({ organisationId, id: groupId }: ResourceGroup, taskId: TaskId): Promise<Task> {
    const task = (await this.tasks.ofGroup(organisationId, groupId)).find(({ id }) => id === taskId);
    if (!task) throw new DomainError('notFound');
    return task;
  }

  private async requireSound(group: ResourceGroup, words: TaskWords): Promise<void> {
    const present = group.present.map(({ personId }) => personId);
    requireInGroup(words, present);
    const goals = await this.goals.ofGroup(group.organisationId, group.id);
    if (words.goalId !== null && !goals.some(({ id }) => id === words.goalId)) throw new DomainError('notFound');
  }
}
