import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { DomainError } from '../kernel/domain-error';
import type { GroupId } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import type { Proposal } from '../planning/domain/year-plan';
import { digest } from '../platform/digest';
import { planRow } from './domain/next-row';
import { nextOffsets } from './domain/next-stretch';
import { RowBooking } from './next-booking.service';
import { type RowRead, RowReading, settingOf } from './next-reading.service';

export interface NextStretch {
  readonly read: RowRead;
  readonly proposal: Proposal;
}

/** Proposes how a group's row of meetings goes on, and books it beside what is there. */
@Injectable()
export class NextStretches {
  constructor(
    private readonly reading: RowReading,
    private readonly booking: RowBooking,
    private readonly stamp: Stamp,
  ) {}

  /** null for a group that has no meetings to go on from. */
  async propose(viewer: Viewer, groupId: GroupId): Promise<NextStretch | null> {
    const today = this.stamp.today();
    const read = await this.reading.of(viewer, groupId, today);
    if (read.meetings.length === 0) return null;
    const setting = settingOf(read, read.wishes);
    const offsets = nextOffsets(setting.wishes, { meetings: read.meetings, today });
    const beside = read.meetings.filter(({ takesTime }) => takesTime).map(({ span }) => span);
    return { read, proposal: planRow({ ...setting, offsets, fixed: [], beside }) };
  }

  /** `seen` is the sign of what was shown: when it would be something else now, nothing is booked. */
  async book(viewer: Viewer, groupId: GroupId, seen: string): Promise<void> {
    const next = await this.propose(viewer, groupId);
    if (!next) throw new DomainError('notFound');
    if (signOf(next) !== seen) throw new DomainError('proposalOutdated', { field: 'form' });
    const { read, proposal } = next;
    requireNoGaps(proposal);
    await this.booking.book(viewer, read, { wishes: read.wishes, added: proposal.meetings, moved: [], gone: [] });
  }
}

/** Meetings at the same times have the same sign. */
export const signOf = ({ proposal: { meetings, gaps } }: Pick<NextStretch, 'proposal'>): string =>
  digest([...meetings.map(({ day, start }) => `${day}T${start}`), ...gaps.map(({ target }) => `!${target}`)].join(' '));

/** A row with a hole in it is not booked. */
export function requireNoGaps({ gaps }: Pick<Proposal, 'gaps'>): void {
  if (gaps.length > 0) throw new DomainError('planWithGaps', { field: 'form', count: gaps.length });
}
