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
import { Goals } from './goals.service';
import { newTaskForm, taskForm, taskWordsIn } from './progress.forms';
import { taskPage, tasksPage, typedForTask } from './tasks.pages';
import { type TaskAt, Tasks } from './tasks.service';

interface TaskPath {
  readonly id: string;
  readonly task: string;
}

@Controller('groups/:id/tasks')
@For('coordinator')
export class TasksController {
  constructor(
    private readonly tasks: Tasks,
    private readonly goals: Goals,
    private readonly circles: Circles,
    private readonly database: Database,
  ) {}

  @Get()
  async all(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const around = await this.around(viewer, id);
    const tasks = await this.tasks.ofGroup(viewer, around.circle.group.id);
    const ids = tasks.map((task) => task.id);
    await this.circles.shown(viewer, around.circle, 'task.read', ids);
    return tasksPage({ ...around, tasks }, { say, language: viewer.language });
  }

  @Get('new')
  async askNew(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const asked = { ...(await this.around(viewer, id)), typed: { taskAudience: 'circle' }, faults: [] };
    return taskPage(asked, { say, language: viewer.language });
  }

  @Post('new')
  async add(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const speech = { say, language: viewer.language };
    const again = { ...(await this.around(viewer, id)), typed: newTaskForm.typed(body) };
    const reading = newTaskForm.read(body);
    if (reading.kind === 'faulty') return taskPage({ ...again, faults: reading.faults }, speech);
    const groupId = again.circle.group.id;
    const given = { groupId, meetingId: null, itemId: null, ...taskWordsIn(reading.value) };
    const outcome = await attempt(this.database, () => this.tasks.add(viewer, given));
    if (outcome.kind === 'refused') return taskPage({ ...again, faults: [outcome.fault] }, speech);
    return goTo(`/groups/${id}/tasks#task-${outcome.value.id}`);
  }

  @Get(':task')
  async ask(@SignedIn() viewer: Viewer, @Param() path: TaskPath, @Speaking() say: Say): Promise<Answer> {
    const shown = await this.one(viewer, path);
    return taskPage({ ...shown, typed: typedForTask(shown.task), faults: [] }, { say, language: viewer.language });
  }

  @Post(':task')
  async change(
    @SignedIn() viewer: Viewer,
    @Param() path: TaskPath,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const speech = { say, language: viewer.language };
    const again = { ...(await this.one(viewer, path)), typed: taskForm.typed(body) };
    const reading = taskForm.read(body);
    if (reading.kind === 'faulty') return taskPage({ ...again, faults: reading.faults }, speech);
    const { writtenFrom: version, ...filled } = reading.value;
    const outcome = await attempt(this.database, () =>
      this.tasks.change(viewer, placeOf(path), taskWordsIn(filled), version),
    );
    if (outcome.kind === 'refused') return taskPage({ ...again, faults: [outcome.fault] }, speech);
    return goTo(`/groups/${path.id}/tasks#task-${path.task}`);
  }

  @Post(':task/done')
  async done(@SignedIn() viewer: Viewer, @Param() path: TaskPath): Promise<Answer> {
    await this.tasks.finish(viewer, placeOf(path));
    return goTo(`/groups/${path.id}/tasks`);
  }

  @Post(':task/put-aside')
  async putAside(@SignedIn() viewer: Viewer, @Param() path: TaskPath): Promise<Answer> {
    await this.tasks.putAside(viewer, placeOf(path));
    return goTo(`/groups/${path.id}/tasks`);
  }

  @Post(':task/open')
  async reopen(@SignedIn() viewer: Viewer, @Param() path: TaskPath): Promise<Answer> {
    await this.tasks.reopen(viewer, placeOf(path));
    return goTo(`/groups/${path.id}/tasks#task-${path.task}`);
  }

  private async around(viewer: Viewer, id: string) {
    const circle = await this.circles.of(viewer, idOf<'group'>(id));
    const goals = await this.goals.ofGroup(viewer, circle.group.id);
    const ids = goals.map((goal) => goal.id);
    await this.circles.shown(viewer, circle, 'goal.read', ids);
    return { circle, goals };
  }

  private async one(viewer: Viewer, { id, task: taskId }: TaskPath) {
    const around = await this.around(viewer, id);
    const tasks = await this.tasks.ofGroup(viewer, around.circle.group.id);
    const task = tasks.find((one) => one.id === taskId);
    if (!task) throw new DomainError('notFound');
    await this.circles.shown(viewer, around.circle, 'task.read', [task.id]);
    return { ...around, task };
  }
}

const placeOf = ({ id, task }: TaskPath): TaskAt => ({ groupId: idOf<'group'>(id), taskId: idOf<'task'>(task) });
