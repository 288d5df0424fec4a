import type { GroupId } from '../kernel/identifiers';

/** Lets what happens to one group's goals, tasks, star and plan happen one thing at a time. */
export abstract class ProgressTurns {
  /** Waits until everybody else who took the turn is done; it is given back when the transaction ends. */
  abstract take(groupId: GroupId): Promise<void>;
}
