import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { GroupId } from '../kernel/identifiers';
import { YearBooking } from '../planning/year-booking.service';
import { YearPlans } from '../planning/year-plans.service';
import { mayBeBooked } from './domain/may-be-booked';
import type { RunId } from './domain/run';
import { ProposedYears } from './proposed-years.service';

/** Books the year that a run proposed for a group, as if it had been proposed and booked by itself. */
@Injectable()
export class Accepting {
  constructor(
    private readonly proposed: ProposedYears,
    private readonly years: YearPlans,
    private readonly booking: YearBooking,
    private readonly audit: AuditLog,
  ) {}

  /** Books nothing when something has changed since; the page that is shown next says what. */
  async accept(viewer: Viewer, runId: RunId, id: GroupId): Promise<void> {
    const year = await this.proposed.one(viewer, await this.proposed.run(viewer, runId), id);
    const { planned } = year;
    if (!mayBeBooked(year) || planned.proposal === null) return;
    await this.years.adopt(viewer, id, { wishes: planned.basis.wishes, proposal: planned.proposal });
    await this.booking.book(viewer, id);
    await this.audit.record(viewer, { action: 'caseload.accepted', about: null, subjects: [runId, id] });
  }
}
