import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { Thing } from '../availability/domain/thing';
import type { Profile } from '../groups/domain/profile';
import type { MeetingId } from '../kernel/identifiers';
import { Meetings } from '../meetings/meetings.service';
import { People } from '../people/people.service';
import type { OtherTime } from './domain/other-times';
import { type MeetingInGroup, OtherTimes } from './other-times.service';
import { WishesReading } from './wishes-reading.service';

export interface MovingRead extends MeetingInGroup {
  readonly profile: Profile;
  readonly otherTimes: readonly OtherTime[];
  /** The rooms and links that can be chosen. */
  readonly things: readonly Thing[];
  /** null for somebody the viewer may not see. */
  readonly nameOf: (personId: string) => string | null;
}

/** Reads what is shown when a meeting is about to be moved; the reading is logged. */
@Injectable()
export class MovingReading {
  constructor(
    private readonly meetings: Meetings,
    private readonly wishes: WishesReading,
    private readonly otherTimes: OtherTimes,
    private readonly people: People,
  ) {}

  async of(viewer: Viewer, id: MeetingId): Promise<MovingRead> {
    const placed = await this.meetings.read(viewer, id);
    const { profile, wishes, things } = await this.wishes.of(viewer, placed.group.id);
    const otherTimes = await this.otherTimes.of(viewer, placed, wishes);
    const members = placed.group.members.map(({ personId }) => personId);
    const people = await this.people.many(viewer, members);
    const names = new Map<string, string>(people.map((person) => [person.id, person.calledName]));
    return { ...placed, profile, otherTimes, things, nameOf: (personId) => names.get(personId) ?? null };
  }
}
