import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { type CoordinatorCard, Staff } from '../access/staff.service';
import { AuditLog } from '../audit/audit-log.service';
import { Coordination } from '../groups/coordination.service';
import type { ResourceGroup } from '../groups/domain/resource-group';
import type { UserId } from '../kernel/identifiers';
import { byName } from '../kernel/in-words';

/** What can be handed over, by whom and to whom. */
export interface HandoverChoices {
  readonly leaver: CoordinatorCard;
  readonly groups: readonly ResourceGroup[];
  readonly successors: readonly CoordinatorCard[];
}

/** Finds a coordinator's groups and those who could take them over; the reading is logged. */
@Injectable()
export class HandoverReading {
  constructor(
    private readonly coordination: Coordination,
    private readonly staff: Staff,
    private readonly audit: AuditLog,
  ) {}

  /** Not found for the groups of somebody else, unless an administrator asks. */
  async of(by: Viewer, leaver: UserId): Promise<HandoverChoices> {
    const order = byName(by.language);
    const groups = await this.coordination.groupsOf(await this.coordination.leaver(by, leaver));
    const subjects = groups.map(({ id }) => id);
    await this.audit.record(by, { action: 'handover.read', about: null, subjects });
    return {
      leaver: await this.staff.coordinator(by, leaver),
      groups: groups.toSorted((a, b) => order(a.name, b.name)),
      successors: await this.coordination.successors(by, leaver),
    };
  }
}
