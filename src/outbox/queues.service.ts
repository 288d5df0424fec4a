import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { Groups } from '../groups/groups.service';
import type { ResourceGroup } from '../groups/domain/resource-group';
import type { OrganisationId } from '../kernel/identifiers';
import type { Hold } from './domain/hold';
import { isEmpty, type Queue, queueOf } from './domain/queue';
import { Holding } from './holding.service';
import { OutboxRepository } from './outbox.repository';

export interface GroupQueue {
  readonly group: Pick<ResourceGroup, 'id' | 'name'>;
  readonly queue: Queue;
}

/** The queue as its page shows it; a coordinator's groups, or all of the organisation without a name. */
export interface ShownQueue {
  readonly hold: Hold | null;
  readonly queue: Queue;
  readonly groups: readonly GroupQueue[];
}

/** Tells staff what waits in the outbox; the reading is logged. */
@Injectable()
export class Queues {
  constructor(
    private readonly kept: OutboxRepository,
    private readonly holding: Holding,
    private readonly groups: Groups,
    private readonly audit: AuditLog,
  ) {}

  async read(viewer: Viewer): Promise<ShownQueue> {
    const groups = viewer.role === 'coordinator' ? await this.ofOwnGroups(viewer) : [];
    await this.audit.record(viewer, {
      action: 'outbox.read',
      about: null,
      subjects: groups.map(({ group }) => group.id),
    });
    return { hold: await this.holding.of(viewer), queue: await this.of(viewer.organisationId), groups };
  }

  /** Without a viewer, in numbers alone. */
  async of(organisationId: OrganisationId): Promise<Queue> {
    return queueOf(await this.kept.queue(organisationId));
  }

  private async ofOwnGroups(viewer: Viewer): Promise<readonly GroupQueue[]> {
    const rows = await this.kept.queue(viewer.organisationId);
    const groups = await this.groups.list(viewer);
    return groups
      .map((group) => ({ group, queue: queueOf(rows.filter(({ groupId }) => groupId === group.id)) }))
      .filter(({ queue }) => !isEmpty(queue));
  }
}
