import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { ResourceGroup } from '../groups/domain/resource-group';
import type { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, OrganisationId } from '../kernel/identifiers';
import { CrisisPlansRepository } from './crisis-plans.repository';
import { CrisisPlan, type CrisisPlanWords, reviewWithinAYear } from './domain/crisis-plan';
import { ProgressWork } from './progress-work.service';

/** What a new version says, and which version it was written from: 0 for none. */
export interface NewCrisisPlan extends CrisisPlanWords {
  readonly reviewBy: CalendarDate;
  readonly from: number;
}

/** The crisis plans, in all their versions. Nothing of them is ever mailed. */
@Injectable()
export class CrisisPlans {
  constructor(
    private readonly plans: CrisisPlansRepository,
    private readonly work: ProgressWork,
  ) {}

  /** Oldest version first. Whoever shows them writes that down. */
  async ofGroup(viewer: Viewer, groupId: GroupId): Promise<readonly CrisisPlan[]> {
    const { organisationId } = await this.work.group(viewer, groupId);
    return this.plans.versions(organisationId, groupId);
  }

  /** The newest, without a viewer, for the person's own page and for what the program does by itself. */
  async planOf(organisationId: OrganisationId, groupId: GroupId): Promise<CrisisPlan | null> {
    return (await this.plans.versions(organisationId, groupId)).at(-1) ?? null;
  }

  async write(viewer: Viewer, groupId: GroupId, { from, reviewBy, ...words }: NewCrisisPlan): Promise<CrisisPlan> {
    const group = await this.work.group(viewer, groupId);
    const { organisationId } = group;
    const id = this.work.stamp.id<'crisis plan'>();
    await this.work.alone(viewer, group, { action: 'crisis-plan.written', ids: [id] });
    const version = (await this.plans.versions(organisationId, groupId)).length;
    if (version !== from) throw new DomainError('crisisPlanChangedMeanwhile');
    const { stamp } = this.work;
    const plan = new CrisisPlan({
      ...words,
      ...{ id, organisationId, groupId, version: version + 1, offeredOn: null },
      reviewBy: reviewWithinAYear(reviewBy, stamp.today()),
      madeBy: viewer.userId,
      madeAt: stamp.now(),
    });
    await this.plans.save(plan);
    return plan;
  }

  /** A printed copy of the newest version was offered this day. */
  async offered(viewer: Viewer, groupId: GroupId, day: CalendarDate): Promise<void> {
    const group = await this.work.group(viewer, groupId);
    const seen = await this.newest(group);
    await this.work.alone(viewer, group, { action: 'crisis-plan.offered', ids: [seen.id] });
    const newest = await this.newest(group);
    if (newest.id !== seen.id) throw new DomainError('crisisPlanChangedMeanwhile');
    if (this.work.stamp.today().isBefore(day)) throw new DomainError('offeredAhead', { field: 'offeredOn' });
    await this.plans.save(newest.offered(day));
  }

  private async newest({ organisationId, id }: ResourceGroup): Promise<CrisisPlan> {
    const newest = await this.planOf(organisationId, id);
    if (!newest) throw new DomainError('notFound');
    return newest;
  }
}
