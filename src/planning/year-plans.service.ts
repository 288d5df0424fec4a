import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import type { GroupId } from '../kernel/identifiers';
import { movedTo } from './domain/propose-year';
import { YearPlan } from './domain/year-plan';
import type { YearWishesParts } from './domain/year-wishes';
import { PlanningRepository } from './planning.repository';
import { Proposals } from './proposals.service';

/** A time for one meeting of the row; day in ISO, start `HH:MM`. */
export interface Choice {
  readonly index: number;
  readonly day: string;
  readonly start: string;
}

/** A group's year as it is wished for and proposed, until it is booked. */
@Injectable()
export class YearPlans {
  constructor(
    private readonly plans: PlanningRepository,
    private readonly groups: Groups,
    private readonly proposals: Proposals,
    private readonly audit: AuditLog,
  ) {}

  async find(viewer: Viewer, groupId: GroupId): Promise<YearPlan | null> {
    const group = await this.groups.get(viewer, groupId);
    return this.plans.planOf(viewer.organisationId, group.id);
  }

  async get(viewer: Viewer, groupId: GroupId): Promise<YearPlan> {
    const plan = await this.find(viewer, groupId);
    if (!plan) throw new DomainError('notFound');
    return plan;
  }

  /** As `get`, with the days of its proposal that do not hold any more, the first first. */
  async asItHolds(viewer: Viewer, groupId: GroupId): Promise<{ plan: YearPlan; lost: readonly CalendarDate[] }> {
    const group = await this.groups.get(viewer, groupId);
    const plan = await this.get(viewer, groupId);
    const days = (await this.proposals.overtaken(viewer, group, plan)).map(({ day }) => day.iso);
    return { plan, lost: [...new Set(days)].sort().map((day) => CalendarDate.of(day)) };
  }

  /** Keeps the wishes and proposes a year by them; times chosen under other wishes are let go. */
  async wish(viewer: Viewer, groupId: GroupId, parts: YearWishesParts): Promise<YearPlan> {
    const group = await this.groups.get(viewer, groupId);
    const proposal = await this.proposals.of(viewer, group, { parts, chosen: [] });
    return this.keep(viewer, group, YearPlan.proposedFor(group, parts, proposal));
  }

  /** Moves one meeting to a time it was offered; the others are planned around it. */
  async choose(viewer: Viewer, groupId: GroupId, choice: Choice): Promise<YearPlan> {
    const group = await this.groups.get(viewer, groupId);
    const before = await this.get(viewer, groupId);
    before.requireOffered(choice);
    const chosen = movedTo(before.proposal, choice);
    const proposal = await this.proposals.of(viewer, group, { parts: before.wishes, chosen });
    return this.keep(viewer, group, before.proposing(proposal));
  }

  /** Takes over a year that was planned together with those of other groups. */
  async adopt(viewer: Viewer, groupId: GroupId, planned: Pick<YearPlan, 'wishes' | 'proposal'>): Promise<YearPlan> {
    const group = await this.groups.get(viewer, groupId);
    return this.keep(viewer, group, YearPlan.proposedFor(group, planned.wishes, planned.proposal));
  }

  private async keep(viewer: Viewer, { id, serviceUserId }: ResourceGroup, plan: YearPlan): Promise<YearPlan> {
    await this.plans.savePlan(plan);
    await this.audit.record(viewer, { action: 'year.proposed', about: serviceUserId, subjects: [id] });
    return plan;
  }
}
