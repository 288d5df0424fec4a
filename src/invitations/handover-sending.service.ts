import { Injectable } from '@nestjs/common';
import type { CoordinatorChanged } from '../groups/domain/coordinator-changed';
import { type HandedGroup, type HandoverPlan, handoverPlan } from './domain/handover';
import type { Gathering } from './domain/gathering';
import { Gatherings } from './gatherings.service';
import { IdentityIssue } from './identities.service';
import { Mailroom } from './mailroom.service';
import type { Sender } from './postings.service';
import { SendingByItself } from './sending-by-itself.service';

/** Tells the people of groups that were handed over who calls from now on, each of them once. */
@Injectable()
export class HandoverSending {
  constructor(
    private readonly gatherings: Gatherings,
    private readonly sending: SendingByItself,
    private readonly mailroom: Mailroom,
    private readonly identities: IdentityIssue,
  ) {}

  async plan(changed: readonly CoordinatorChanged[]): Promise<HandoverPlan> {
    const groups: HandedGroup[] = [];
    for (const { organisationId, groupId, from, to } of changed) {
      const gathering = await this.gatherings.byItself(organisationId, groupId);
      groups.push({ gathering, from, to, mayLeave: await this.mayLeave(gathering) });
    }
    return handoverPlan(groups);
  }

  /** In the caller's transaction; the deed is that of whoever handed over, who no longer sees the groups. */
  async send(by: Sender, changed: readonly CoordinatorChanged[]): Promise<void> {
    const { tellings } = await this.plan(changed);
    for (const { gathering, lines } of tellings)
      await this.sending.sendFor(by, 'handover.sent', { gathering, lines, shownTo: gathering.lines });
  }

  /** Written for show: what may not leave is found before anybody's own page names the new caller. */
  private async mayLeave(gathering: Gathering): Promise<boolean> {
    const { caller } = gathering.parts;
    if (caller === null) return false;
    const writing = { gathering, caller, identities: this.identities.pretend() };
    for (const line of gathering.lines)
      if ((await this.mailroom.write(line, writing)).findings.length > 0) return false;
    return true;
  }
}
