import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { HandingOver, type HandoverTerms } from '../groups/handing-over.service';
import { Database } from '../platform/database/database';
import { rehearse } from '../platform/database/rehearse';
import { countsOf, type WayBy } from './domain/call-list';
import { isNewCaller } from './domain/handover';
import { HandoverSending } from './handover-sending.service';

/** What a hand-over comes to, in counts: an administrator sees no more of the groups. */
export interface HandoverEffect {
  readonly groups: number;
  /** Groups where more is to be told than this; they are handed over and wait for the new coordinator's *Skicka*. */
  readonly waiting: number;
  /** How many hear that another calls from now on, by how they are told. */
  readonly told: Readonly<Record<WayBy, number>>;
}

/** Hands groups over and tells the people in them, or shows what that would come to. */
@Injectable()
export class Handovers {
  constructor(
    private readonly handingOver: HandingOver,
    private readonly sending: HandoverSending,
    private readonly audit: AuditLog,
    private readonly database: Database,
  ) {}

  /** Tried out and undone: the counts are those that pressing the button gives. */
  async effect(by: Viewer, terms: HandoverTerms): Promise<HandoverEffect> {
    const { tellings, waiting } = await rehearse(this.database, async () =>
      this.sending.plan(await this.handingOver.handOver(by, terms)),
    );
    await this.audit.record(by, { action: 'handover.weighed', about: null, subjects: terms.groupIds });
    const told = countsOf(tellings.flatMap(({ lines }) => lines.filter(isNewCaller)));
    return { groups: terms.groupIds.length, waiting, told };
  }

  async handOver(by: Viewer, terms: HandoverTerms): Promise<void> {
    await this.sending.send(by, await this.handingOver.handOver(by, terms));
  }
}
