import type { GroupId, OrganisationId } from '../kernel/identifiers';
import type { Task } from './domain/task';

/** Keeps tasks with their history; whether a viewer may see a group is asked of the group first. */
export abstract class TasksRepository {
  abstract ofGroup(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Task[]>;
  abstract save(task: Task): Promise<void>;
}
