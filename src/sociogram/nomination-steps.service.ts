import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import { Stamp } from '../people/stamp.service';
import { Decider, decidersOf, Nomination, NominationState, WayOfTelling } from './domain/nomination';
import type { FigureId } from './domain/placement';
import { NominationRepository } from './nomination.repository';
import type { Whose } from './sociogram.repository';

/** What the coordinator tells of a step. */
export interface StepTold {
  readonly became: NominationState;
  readonly how: WayOfTelling;
  readonly day: CalendarDate;
  /** Needed only where more than one can decide; otherwise it follows from the step. */
  readonly decidedBy?: Decider;
}

/** Records steps with who wrote them down and when. */
@Injectable()
export class NominationSteps {
  constructor(
    private readonly nominations: NominationRepository,
    private readonly stamp: Stamp,
    private readonly log: AuditLog,
  ) {}

  async record(viewer: Viewer, nomination: Nomination, told: StepTold): Promise<Nomination> {
    if (this.stamp.today().isBefore(told.day)) throw new DomainError('stepAhead', { field: 'stepDay' });
    const after = nomination.step({
      id: this.stamp.id<'nomination step'>(),
      recordedBy: viewer.userId,
      recordedAt: this.stamp.now(),
      became: told.became,
      how: told.how,
      day: told.day,
      decidedBy: told.decidedBy ?? decidersOf(told.became)[0] ?? 'coordinator',
    });
    await this.nominations.save(after);
    const { serviceUserId: about, figureId } = after;
    await this.log.record(viewer, { action: 'nomination.stepped', about, subjects: [figureId] });
    return after;
  }

  today(): CalendarDate {
    return this.stamp.today();
  }

  /** The way of somebody who so far only stands on the map. */
  begin({ organisationId, serviceUserId }: Whose, figureId: FigureId): Nomination {
    const id = this.stamp.id<'nomination'>();
    return new Nomination({ id, organisationId, serviceUserId, figureId, personId: null, steps: [] });
  }
}
