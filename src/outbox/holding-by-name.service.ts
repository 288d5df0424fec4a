import { Injectable } from '@nestjs/common';
import { Staff } from '../access/staff.service';
import type { OrganisationId } from '../kernel/identifiers';
import type { Hold } from './domain/hold';
import type { Queue } from './domain/queue';
import { Holding, theProgram } from './holding.service';
import { HoldsRepository } from './holds.repository';
import { Queues } from './queues.service';

/** How an organisation's mail stands; no person is named. */
export interface OrganisationQueue {
  readonly id: OrganisationId;
  readonly name: string;
  readonly hold: Hold | null;
  readonly queue: Queue;
}

/** For whoever runs the program and knows organisations by their names. */
@Injectable()
export class HoldingByName {
  constructor(
    private readonly holds: HoldsRepository,
    private readonly staff: Staff,
    private readonly holding: Holding,
    private readonly queues: Queues,
  ) {}

  /** All that ever put mail, or the one of this name. */
  async organisations(name?: string): Promise<readonly OrganisationQueue[]> {
    const found: OrganisationQueue[] = [];
    for (const id of await this.holds.organisations()) {
      const own = await this.staff.organisationName(id);
      if (name !== undefined && own !== name) continue;
      found.push({ id, name: own, hold: await this.holds.of(id), queue: await this.queues.of(id) });
    }
    return found;
  }

  hold(id: OrganisationId): Promise<void> {
    return this.holding.hold(theProgram(id));
  }

  release(id: OrganisationId): Promise<void> {
    return this.holding.release(theProgram(id));
  }
}
