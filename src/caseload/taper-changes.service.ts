import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { DomainError } from '../kernel/domain-error';
import type { GroupId } from '../kernel/identifiers';
import { isAhead } from '../meetings/domain/rescheduling';
import { Stamp } from '../people/stamp.service';
import type { YearWishesParts } from '../planning/domain/year-wishes';
import { digest } from '../platform/digest';
import { isInRow } from './domain/next-stretch';
import { taperChange, type TaperChange } from './domain/taper-change';
import { reachOf, type RunningRow, type TaperWish, wishesWith } from './domain/taper-wishes';
import { RowBooking } from './next-booking.service';
import { type RowRead, RowReading, settingOf } from './next-reading.service';
import { requireNoGaps } from './next-stretches.service';

export interface RunningRead {
  readonly read: RowRead;
  readonly row: RunningRow;
}

export interface ProposedTaper extends RunningRead {
  readonly wishes: YearWishesParts;
  readonly change: TaperChange;
}

/** Gives a row that runs another taper: what fits stays, and the rest is moved, added or taken away. */
@Injectable()
export class TaperChanges {
  constructor(
    private readonly reading: RowReading,
    private readonly booking: RowBooking,
    private readonly stamp: Stamp,
  ) {}

  async read(viewer: Viewer, groupId: GroupId): Promise<RunningRead> {
    const today = this.stamp.today();
    const read = await this.reading.of(viewer, groupId, today);
    const now = this.stamp.now();
    const ahead = read.meetings.filter((meeting) => isAhead(meeting, now) && isInRow(meeting));
    const { wishes, profile } = read;
    return { read, row: { wishes, ahead, firstIntervals: profile.intervals, today } };
  }

  async propose(viewer: Viewer, groupId: GroupId, wish: TaperWish): Promise<ProposedTaper> {
    const { read, row } = await this.read(viewer, groupId);
    const wishes = wishesWith(wish, row);
    const inRow = new Set(row.ahead);
    const beside = read.meetings.filter((meeting) => meeting.takesTime && !inRow.has(meeting));
    const months = reachOf(wishes, row.ahead);
    return { read, row, wishes, change: taperChange({ ...settingOf(read, wishes), ahead: row.ahead, beside, months }) };
  }

  /** `seen` is the sign of what was shown: when it would be something else now, nothing is changed. */
  async accept(viewer: Viewer, groupId: GroupId, { wish, seen }: AcceptedTaper): Promise<TaperChange> {
    const proposed = await this.propose(viewer, groupId, wish);
    if (signOf(proposed) !== seen) throw new DomainError('proposalOutdated', { field: 'form' });
    requireNoGaps(proposed.change);
    const { read, wishes, change } = proposed;
    await this.booking.book(viewer, read, { wishes, ...change });
    return change;
  }
}

interface AcceptedTaper {
  readonly wish: TaperWish;
  readonly seen: string;
}

/** The same change of the same meetings, as they stand, has the same sign. */
export function signOf({ change: { kept, moved, added, gone, gaps } }: Pick<ProposedTaper, 'change'>): string {
  const parts = [
    ...kept.map(({ id, revision }) => `=${id}.${String(revision)}`),
    ...moved.map(({ meeting: { id, revision }, to }) => `${id}.${String(revision)}>${to.day}T${to.start}`),
    ...added.map(({ day, start }) => `+${day}T${start}`),
    ...gone.map(({ id, revision }) => `-${id}.${String(revision)}`),
    ...gaps.map(({ target }) => `!${target}`),
  ];
  return digest(parts.join(' '));
}
