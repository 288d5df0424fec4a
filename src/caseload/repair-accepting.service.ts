import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId } from '../kernel/identifiers';
import { Rescheduling } from '../meetings/rescheduling.service';
import type { Move } from './domain/repair';
import type { BookedTogether } from './repair-reading.service';
import type { RepairWish } from './repair-asking.service';
import { type ProposedRepair, Repairs, signOf } from './repairs.service';

interface AcceptedRepair {
  readonly wish: RepairWish;
  readonly seen: string;
  /** As it was worked out now, before what follows. */
  readonly proposed: ProposedRepair;
}

/** Moves what a repair moves, and nothing else. Nobody is told before the coordinator sends. */
@Injectable()
export class RepairAccepting {
  constructor(
    private readonly repairs: Repairs,
    private readonly rescheduling: Rescheduling,
    private readonly audit: AuditLog,
  ) {}

  /** `seen` is the repair as it was shown: when it would be another one now, nothing is moved. Gives the groups moved in. */
  async accept(viewer: Viewer, { wish, seen, proposed }: AcceptedRepair): Promise<readonly GroupId[]> {
    if (signOf(proposed) !== seen || !(await this.repairs.isStill(viewer, wish, proposed)))
      throw new DomainError('proposalOutdated', { field: 'form' });
    const { repair, booked } = proposed;
    const groups: GroupId[] = [];
    for (const move of repair.moves) groups.push(await this.move(viewer, move, booked));
    const subjects = repair.moves.map(({ meeting }) => meeting.group);
    await this.audit.record(viewer, { action: 'caseload.repaired', about: null, subjects });
    return [...new Set(groups)];
  }

  private async move(viewer: Viewer, { meeting: { group: id }, to }: Move, { meetings }: BookedTogether) {
    const found = meetings.get(id);
    if (!found) throw new DomainError('notFound');
    const { meeting, group } = found;
    const { minutes, lengthReason, form, place, placeIsPublic } = meeting;
    const change = { day: to.day, start: to.start, minutes, lengthReason, form, place, placeIsPublic };
    await this.rescheduling.move(viewer, meeting.id, change);
    return group.id;
  }
}
