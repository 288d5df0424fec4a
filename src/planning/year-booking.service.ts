import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import type { GroupId } from '../kernel/identifiers';
import { shortDayInWords } from '../kernel/in-words';
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
    await this.years.get(viewer, groupId);
    // One entry at a time is written in an organisation's log. Whoever books meanwhile waits here, and sees this year.
    await this.audit.record(viewer, { action: 'year.booked', about: null, subjects: [groupId] });
    const { plan, lost } = await this.years.asItHolds(viewer, groupId);
    const booked = plan.booked();
    await this.bookings.book(viewer, groupId, bookingsOf(booked));
    requireNoneLost(lost, viewer);
    await this.plans.savePlan(booked);
  }

  /** The group's meetings are booked already, by these wishes; the plan says so. */
  async carryOn(viewer: Viewer, groupId: GroupId, { wishes, proposal }: CarriedOn): Promise<void> {
    const group = { id: groupId, organisationId: viewer.organisationId };
    const plan = (await this.years.find(viewer, groupId)) ?? YearPlan.proposedFor(group, wishes, proposal);
    await this.plans.savePlan(plan.carriedOn(wishes, proposal));
    await this.audit.record(viewer, { action: 'year.carriedOn', about: null, subjects: [groupId] });
  }
}

/** What holds no more is not booked over somebody else's meeting: the days are chosen anew. */
function requireNoneLost(lost: readonly CalendarDate[], { language }: Viewer): void {
  if (lost.length === 0) return;
  const days = new Intl.ListFormat(language).format(lost.map((day) => shortDayInWords(day, language)));
  throw new DomainError('yearOvertaken', { field: 'form', days });
}
