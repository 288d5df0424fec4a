import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { type Actor, AuditLog } from '../audit/audit-log.service';
import type { OrganisationId, UserId } from '../kernel/identifiers';
import type { Hold } from './domain/hold';
import { HoldsRepository } from './holds.repository';
import { OutboxRepository } from './outbox.repository';

/** Who holds or releases; nobody in particular when it is done by a command or by the program itself. */
export interface Holder extends Actor {
  readonly organisationId: OrganisationId;
  readonly userId: UserId | null;
}

export const theProgram = (organisationId: OrganisationId): Holder => ({
  organisationId,
  userId: null,
  role: 'program',
});

/** Holds an organisation's mail back, and lets it go again. What is on its way already is not called back. */
@Injectable()
export class Holding {
  constructor(
    private readonly holds: HoldsRepository,
    private readonly outbox: OutboxRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Whoever may see the organisation may know that its mail is held. */
  of({ organisationId }: Pick<Viewer, 'organisationId'>): Promise<Hold | null> {
    return this.holds.of(organisationId);
  }

  async hold(by: Holder): Promise<void> {
    if (!(await this.holds.of(by.organisationId))) await this.put(by, 'paused');
  }

  async release(by: Holder): Promise<void> {
    if (!(await this.holds.of(by.organisationId))) return;
    await this.holds.remove(by.organisationId);
    await this.audit.record(by, { action: 'outbox.released', about: null, subjects: [] });
  }

  /** The database has been put back. Also what somebody had paused says so from now on. */
  async holdEverybody(): Promise<void> {
    for (const organisationId of await this.holds.organisations())
      await this.put(theProgram(organisationId), 'restored');
  }

  private async put(by: Holder, why: Hold['why']): Promise<void> {
    const { organisationId, userId } = by;
    await this.holds.put({ organisationId, heldAt: await this.outbox.now(), why, heldBy: userId });
    await this.audit.record(by, { action: `outbox.${why}`, about: null, subjects: [] });
  }
}
