import { Injectable } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error';
import { CrisisPlans } from '../progress/crisis-plans.service';
import type { CrisisPlan } from '../progress/domain/crisis-plan';
import type { Star } from '../progress/domain/star';
import { Stars } from '../progress/stars.service';
import { OwnJournal } from './own-journal.service';
import { type OwnRoom, placeOf } from './own-rooms.service';

/** The service user's star and crisis plan on their own page; each reading is logged. */
@Injectable()
export class OwnProgress {
  constructor(
    private readonly stars: Stars,
    private readonly plans: CrisisPlans,
    private readonly journal: OwnJournal,
  ) {}

  async star(room: OwnRoom): Promise<Star> {
    const star = await this.stars.starOf(room.group.organisationId, room.group.id);
    if (!star) throw new DomainError('notFound');
    await this.journal.read(room, 'star.read');
    return star;
  }

  /** What they say of themselves, today. */
  rate(room: OwnRoom, values: readonly { readonly axis: string; readonly value: number }[]): Promise<void> {
    return this.stars.rateOwn(placeOf(room), { day: room.today, values });
  }

  /** null before one is written. */
  async plan(room: OwnRoom): Promise<CrisisPlan | null> {
    const plan = await this.plans.planOf(room.group.organisationId, room.group.id);
    await this.journal.read(room, 'crisis-plan.read');
    return plan;
  }
}
