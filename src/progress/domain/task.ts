import { mayRead, type Reader, type Readership } from '../../groups/domain/readership';
import type { CalendarDate } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import type { AgendaItemId, GroupId, Id, MeetingId, OrganisationId, PersonId } from '../../kernel/identifiers';
import { plainLine } from '../../people/domain/personal-number';
import type { GoalId } from './goal';
import { firstStep, type Mark, type Step, stepsWith } from './step';

export type TaskId = Id<'task'>;

export type TaskState = 'open' | 'done' | 'put-aside';

/** What may be said about a task, and said anew. */
export interface TaskWords {
  readonly what: string;
  readonly who: PersonId;
  /** Those who do it together with whoever does it; may be nobody. */
  readonly withWhom: readonly PersonId[];
  readonly by: CalendarDate;
  /** The goal it serves, if it serves one. */
  readonly goalId: GoalId | null;
  readonly readership: Readership;
}

export interface TaskOrigin {
  readonly id: TaskId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  /** Where it was agreed; null when it was written between meetings. */
  readonly meetingId: MeetingId | null;
  readonly itemId: AgendaItemId | null;
}

export interface TaskParts extends TaskOrigin, TaskWords {
  readonly state: TaskState;
  readonly steps: readonly Step[];
}

/** What somebody in the group is to do, together with whom, and by when. */
export class Task {
  readonly id: TaskId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly meetingId: MeetingId | null;
  readonly itemId: AgendaItemId | null;
  readonly what: string;
  readonly who: PersonId;
  readonly withWhom: readonly PersonId[];
  readonly by: CalendarDate;
  readonly goalId: GoalId | null;
  readonly readership: Readership;
  readonly state: TaskState;
  /** Oldest first. */
  readonly steps: readonly Step[];

  constructor(given: TaskParts) {
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.groupId = given.groupId;
    this.meetingId = given.meetingId;
    this.itemId = given.itemId;
    this.what = plainLine(given.what, { field: 'taskWhat', max: 300 });
    this.who = given.who;
    this.withWhom = [...new Set(given.withWhom)].filter((personId) => personId !== given.who);
    this.by = given.by;
    this.goalId = given.goalId;
    this.readership = given.readership;
    this.state = given.state;
    this.steps = given.steps;
  }

  static begin(origin: TaskOrigin, words: TaskWords, mark: Mark): Task {
    return new Task({ ...origin, ...words, state: 'open', steps: firstStep(origin, mark) });
  }

  get isOpen(): boolean {
    return this.state === 'open';
  }

  /** Raised by each step; a form that was opened at an earlier one is refused. */
  get version(): number {
    return this.steps.length;
  }

  get doers(): readonly PersonId[] {
    return [this.who, ...this.withWhom];
  }

  isOverdue(today: CalendarDate): boolean {
    return this.isOpen && this.by.isBefore(today);
  }

  reworded(words: TaskWords, mark: Mark): Task {
    const before = { earlierWords: this.what, earlierDay: this.by, earlierWho: this.who };
    return this.with({ ...words, steps: stepsWith(this, 'changed', mark, before) });
  }

  become(state: TaskState, mark: Mark): Task {
    if (state === this.state) return this;
    return this.with({ state, steps: stepsWith(this, state === 'open' ? 'taken-up' : state, mark) });
  }

  private with(change: Partial<TaskParts>): Task {
    return new Task(Object.assign({}, this, change));
  }
}

/** Whoever does a task may always read it; others as it was said when it was made. */
export const mayReadTask = (task: Task, reader: Reader): boolean =>
  task.doers.includes(reader.personId) || mayRead(task.readership, reader);

/** What is to be done soonest comes first. */
export const soonestFirst = (tasks: readonly Task[]): readonly Task[] =>
  tasks.toSorted((a, b) => a.by.iso.localeCompare(b.by.iso) || a.id.localeCompare(b.id));

/** A task is given to somebody who is in the group today. */
export function requireInGroup({ who, withWhom }: TaskWords, present: readonly PersonId[]): void {
  if (!present.includes(who)) throw new DomainError('taskForSomebodyOutside', { field: 'taskWho' });
  if (withWhom.some((personId) => !present.includes(personId)))
    throw new DomainError('taskForSomebodyOutside', { field: 'taskWith' });
}
