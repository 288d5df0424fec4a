import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import { Profiles } from '../groups/profiles.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId } from '../kernel/identifiers';
import type { FixedMeeting } from './domain/caseload-parts';
import { movedTo, proposeYear } from './domain/propose-year';
import { SwedishCalendar } from './domain/swedish-calendar';
import { Proposal, YearPlan } from './domain/year-plan';
import { requireOpenStart, windowDays, YearWishes, YearWishesParts } from './domain/year-wishes';
import { Availability } from './availability.service';
import { PlanningRepository } from './planning.repository';

/** A time for one meeting of the row; day in ISO, start `HH:MM`. */
export interface Choice {
  readonly index: number;
  readonly day: string;
  readonly start: string;
}

/** A group's year as it is wished for and proposed, until it is booked. */
@Injectable()
export class YearPlans {
  private readonly calendar = new SwedishCalendar();

  constructor(
    private readonly plans: PlanningRepository,
    private readonly groups: Groups,
    private readonly profiles: Profiles,
    private readonly availability: Availability,
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

  /** Keeps the wishes and proposes a year by them; times chosen under other wishes are let go. */
  async wish(viewer: Viewer, groupId: GroupId, parts: YearWishesParts): Promise<YearPlan> {
    const group = await this.groups.get(viewer, groupId);
    const wishes = this.wishesOf(group, parts);
    requireOpenStart(wishes.start, this.calendar, viewer.language);
    const proposal = await this.propose(viewer, group, { wishes, chosen: [] });
    const plan = YearPlan.proposedFor(group, parts, proposal);
    await this.plans.savePlan(plan);
    return plan;
  }

  /** Moves one meeting to a time it was offered; the others are planned around it. */
  async choose(viewer: Viewer, groupId: GroupId, choice: Choice): Promise<YearPlan> {
    const group = await this.groups.get(viewer, groupId);
    const before = await this.get(viewer, groupId);
    before.requireOffered(choice);
    const wishes = this.wishesOf(group, before.wishes);
    const chosen = movedTo(before.proposal, choice);
    const after = before.proposing(await this.propose(viewer, group, { wishes, chosen }));
    await this.plans.savePlan(after);
    return after;
  }

  private wishesOf(group: ResourceGroup, parts: YearWishesParts): YearWishes {
    return new YearWishes(parts, this.profiles.get(group.profile));
  }

  private async propose(viewer: Viewer, group: ResourceGroup, { wishes, chosen }: Ask): Promise<Proposal> {
    const core = group.counted.filter((member) => member.part !== 'network').map((member) => member.personId);
    const network = group.counted.filter((member) => member.part === 'network').map((member) => member.personId);
    const period = {
      from: wishes.start.plusDays(-windowDays),
      until: wishes.start.plusMonths(wishes.parts.horizonMonths).plusDays(windowDays),
    };
    const known = await this.availability.of(viewer, group.id, { people: [...core, ...network], period });
    return proposeYear({ wishes, core, network, ...known, calendar: this.calendar, chosen });
  }
}

interface Ask {
  readonly wishes: YearWishes;
  readonly chosen: readonly FixedMeeting[];
}
