import type { MeetingId } from '../../kernel/identifiers';
import type { TaskId } from '../../progress/domain/task';
import type { Notes } from './notes';

interface MeetingTask {
  readonly id: TaskId;
  readonly meetingId: MeetingId | null;
}

/** The tasks of meetings whose notes the service user has not released, and those they have struck there. */
export function heldBackAmong(tasks: readonly MeetingTask[], notes: readonly Notes[]): ReadonlySet<TaskId> {
  const released = new Map(notes.filter(({ state }) => state === 'released').map((one) => [one.meetingId, one]));
  const isHeldBack = ({ id, meetingId }: MeetingTask): boolean =>
    meetingId !== null && (released.get(meetingId)?.isStruck(id) ?? true);
  return new Set(tasks.filter(isHeldBack).map(({ id }) => id));
}
