import type { PersonId } from '../../kernel/identifiers';

export type Presence = 'there' | 'away' | 'part';
export const presences: readonly Presence[] = ['there', 'part', 'away'];

/** Whether somebody was at the meeting; `part` is part of the time. */
export interface Attendance {
  readonly personId: PersonId;
  readonly presence: Presence;
}

/** Who leads today: the two who chair, one of them, or somebody else whom the service user has chosen. */
export type Chair = 'together' | 'service-user' | 'coordinator' | 'somebody';
export const chairs: readonly Chair[] = ['together', 'service-user', 'coordinator', 'somebody'];

export interface Leading {
  readonly chair: Chair;
  /** Only when it is somebody else. */
  readonly chairId: PersonId | null;
}

export const wasThere = (attendance: readonly Attendance[], personId: PersonId): boolean =>
  attendance.some((one) => one.personId === personId && one.presence !== 'away');
