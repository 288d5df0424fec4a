import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { GroupId } from '../kernel/identifiers';
import { Bookings } from '../meetings/bookings.service';
import { bookingsOf } from './domain/bookings-of';
import { YearPlan } from './domain/year-plan';
import { PlanningRepository } from './planning.repository';
import { YearPlans } from './year-plans.service';

export type CarriedOn = Pick<YearPlan, 'wishes' | 'proposal'>;

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

  /** The group's meetings are booked already, by these wishes; the plan says so. */
  async carryOn(viewer: Viewer, groupId: GroupId, { wishes, proposal }: CarriedOn): Promise<void> {
    const group = { id: groupId, organisationId: viewer.organisationId };
    const plan = (await this.years.find(viewer, groupId)) ?? YearPlan.proposedFor(group, wishes, proposal);
    await this.plans.savePlan(plan.carriedOn(wishes, proposal));
    await this.audit.record(viewer, { action: 'year.carriedOn', about: null, subjects: [groupId] });
  }
}
