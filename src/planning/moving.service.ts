import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { Span } from '../kernel/in-words';
import type { Meeting, MeetingChange } from '../meetings/domain/meeting';
import { Rescheduling } from '../meetings/rescheduling.service';
import type { Obstacle } from './domain/obstacles';
import { requireMinutes } from './domain/year-wishes';
import { type MeetingInGroup, OtherTimes } from './other-times.service';

export interface WantedChange {
  readonly change: MeetingChange;
  /** The time that is wanted in spite of what speaks against it, as `timeText` gives it. */
  readonly despite: string | null;
}

export type MoveOutcome =
  { readonly kind: 'moved' } | { readonly kind: 'warned'; readonly obstacles: readonly Obstacle[] };

/** Moves or changes a meeting; what speaks against its new time is said once first. */
@Injectable()
export class Moving {
  constructor(
    private readonly rescheduling: Rescheduling,
    private readonly otherTimes: OtherTimes,
  ) {}

  async move(viewer: Viewer, placed: MeetingInGroup, { change, despite }: WantedChange): Promise<MoveOutcome> {
    requireMinutes(change);
    const after = await this.rescheduling.preview(viewer, placed.meeting.id, change);
    const obstacles = timeText(after) === despite ? [] : await this.obstaclesTo(viewer, placed, after);
    if (obstacles.length > 0) return { kind: 'warned', obstacles };
    await this.rescheduling.move(viewer, placed.meeting.id, change);
    return { kind: 'moved' };
  }

  // A meeting that keeps its time was warned of when it got it.
  private async obstaclesTo(viewer: Viewer, placed: MeetingInGroup, after: Meeting): Promise<readonly Obstacle[]> {
    if (timeText(after) === timeText(placed.meeting)) return [];
    return this.otherTimes.obstaclesTo(viewer, placed, after.span);
  }
}

/** `2027-04-14T13:00/60`: what a tick on the form is about. */
export const timeText = ({ day, start, minutes }: Span): string => `${day.iso}T${start.toString()}/${String(minutes)}`;
