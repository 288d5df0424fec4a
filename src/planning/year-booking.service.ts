import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { GroupId } from '../kernel/identifiers';
import { Bookings } from '../meetings/bookings.service';
import { bookingsOf } from './domain/bookings-of';
import { PlanningRepository } from './planning.repository';
import { YearPlans } from './year-plans.service';

/** Turns a proposed year into booked meetings. */
@Injectable()
export class YearBooking {
  constructor(
    private readonly years: YearPlans,
    private readonly plans: PlanningRepository,
    private readonly bookings: Bookings,
    private readonly audit: AuditLog,
  ) {}

  async book(viewer: Viewer, groupId: GroupId): Promise<void> {
    const plan = (await this.years.get(viewer, groupId)).booked();
    await this.bookings.book(viewer, groupId, bookingsOf(plan));
    await this.plans.savePlan(plan);
    await this.audit.record(viewer, { action: 'year.booked', about: null, subjects: [groupId] });
  }
}
