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

  // A meeting that keeps its time and its room was warned of when it got them.
  private async obstaclesTo(viewer: Viewer, placed: MeetingInGroup, after: Meeting): Promise<readonly Obstacle[]> {
    const { meeting, group } = placed;
    if (timeText(after) === timeText(meeting) && after.form === meeting.form) return [];
    return this.otherTimes.obstaclesTo(viewer, { group, meeting: after });
  }
}

type TimeAndThing = Span & Partial<Pick<Meeting, 'thingId'>>;

/** `2027-04-14T13:00/60`, and the room or link if there is one: what a tick on the form is about. */
export const timeText = ({ day, start, minutes, thingId = null }: TimeAndThing): string =>
  [`${day.iso}T${start.toString()}/${String(minutes)}`, ...(thingId === null ? [] : [thingId])].join('/');
