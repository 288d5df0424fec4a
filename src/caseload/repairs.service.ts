import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { CaseloadPlanner } from '../planning/caseload-planner.service';
import { Database } from '../platform/database/database';
import { digest } from '../platform/digest';
import { mendingWish, repairFrom } from './domain/mending';
import type { Repair } from './domain/repair';
import { repairText } from './domain/repair-text';
import { Mending } from './mending.service';
import type { ToMend } from './mending-thread';
import { askedTo, type RepairAsked, RepairAsking, type RepairWish } from './repair-asking.service';

/** What would be moved, who would have to answer again, and what the people are called. */
export interface ProposedRepair extends RepairAsked {
  readonly repair: Repair;
  /** The sign of all that it was worked out from. */
  readonly from: string;
}

/** Proposes how to mend what is booked, with the least disturbance. */
@Injectable()
export class Repairs {
  constructor(
    private readonly asking: RepairAsking,
    private readonly mending: Mending,
    private readonly planner: CaseloadPlanner,
    private readonly database: Database,
  ) {}

  /** In a transaction of its own, which has ended when the work begins: nobody waits for it. */
  async propose(viewer: Viewer, wish: RepairWish): Promise<ProposedRepair> {
    const asked = await this.database.transaction(() => this.asking.of(viewer, wish));
    const question = this.questionOf(asked);
    const repair = repairFrom(await this.mending.of(question), asked.booked.caseload, asked.clashes);
    return { ...asked, repair, from: signOfQuestion(question) };
  }

  /** Whether the same would be proposed now, without working it out again. */
  async isStill(viewer: Viewer, wish: RepairWish, { from }: ProposedRepair): Promise<boolean> {
    return signOfQuestion(this.questionOf(await this.asking.of(viewer, wish))) === from;
  }

  private questionOf(asked: RepairAsked): ToMend {
    const wish = mendingWish(asked.clashes, ({ group }) => askedTo(group, asked).length);
    return { ...wish, caseload: this.planner.written(asked.booked.caseload) };
  }
}

const signOfQuestion = ({ caseload, causes, weights }: ToMend): string =>
  digest(JSON.stringify([caseload, causes, [...weights]]));

/** Two repairs with the same sign move the same meetings, as they stand, to the same times. */
export const signOf = ({ repair, booked }: Pick<ProposedRepair, 'repair' | 'booked'>): string =>
  digest(repairText(repair, booked.meetings));
