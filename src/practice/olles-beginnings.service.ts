import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { wholeCircle } from '../groups/domain/readership';
import { Stamp } from '../people/stamp.service';
import type { Say } from '../platform/web/words';
import { CrisisPlans } from '../progress/crisis-plans.service';
import { Goals } from '../progress/goals.service';
import { Stars } from '../progress/stars.service';
import { Tasks } from '../progress/tasks.service';
import { olle } from './cast';
import { type Ids, idOf } from './olles-circle.service';

const spans = ['long', 'short'] as const;

// A season apart. The second time nobody measured how Olle's relatives are: the star shows that gap.
const seasonAgo = 100;
const measured = [
  { daysAgo: seasonAgo, by: olle.key, values: { satisfied: 5, 'quality-of-life': 4, troubles: 7 } },
  { daysAgo: seasonAgo, by: 'housing', values: { everyday: 45, body: 6, symptoms: 50 } },
  { daysAgo: seasonAgo, by: 'mother', values: { 'close-ones': 4 } },
  { daysAgo: 0, by: olle.key, values: { satisfied: 7, 'quality-of-life': 6, troubles: 5 } },
  { daysAgo: 0, by: 'housing', values: { everyday: 60, body: 6, symptoms: 62 } },
] as const;

/** What Olle is kept by when the practice starts. */
@Injectable()
export class OllesPapers {
  constructor(
    readonly goals: Goals,
    readonly tasks: Tasks,
    readonly stars: Stars,
    readonly plans: CrisisPlans,
  ) {}
}

/** Olle's goals, a task, two measurings and a plan for hard days, before the first meeting. */
@Injectable()
export class OllesBeginnings {
  constructor(
    private readonly papers: OllesPapers,
    private readonly stamp: Stamp,
  ) {}

  async write(viewer: Viewer, group: ResourceGroup, ids: Ids, say: Say): Promise<void> {
    const goalId = await this.setGoals(viewer, group, say);
    await this.papers.tasks.add(viewer, {
      ...{ groupId: group.id, meetingId: null, itemId: null, goalId, readership: wholeCircle },
      what: say('practice.task'),
      who: group.serviceUserId,
      withWhom: [idOf(ids, 'friend')],
      by: this.stamp.today().plusDays(21),
    });
    await this.measure(viewer, group, ids);
    await this.planForHardDays(viewer, group, say);
  }

  /** Returns the nearest of them, which the first task serves. */
  private async setGoals(viewer: Viewer, { id }: ResourceGroup, say: Say) {
    const made = [];
    for (const span of spans)
      for (const n of [1, 2] as const) {
        const by = span === 'short' ? this.stamp.today().plusDays(30 * n) : null;
        const words = say(`practice.goal.${span}${String(n)}`);
        made.push(await this.papers.goals.add(viewer, id, span, { words, by }));
      }
    return made.at(-2)?.id ?? null;
  }

  private async measure(viewer: Viewer, { id }: ResourceGroup, ids: Ids): Promise<void> {
    for (const { daysAgo, by, values } of measured)
      await this.papers.stars.rate(viewer, id, {
        raterId: idOf(ids, by),
        day: this.stamp.today().plusDays(-daysAgo),
        values: Object.entries(values).map(([axis, value]) => ({ axis, value })),
      });
  }

  private async planForHardDays(viewer: Viewer, { id }: ResourceGroup, say: Say): Promise<void> {
    const today = this.stamp.today();
    await this.papers.plans.write(viewer, id, {
      signs: [say('practice.crisis.sign1'), say('practice.crisis.sign2')],
      myself: [say('practice.crisis.myself1'), say('practice.crisis.myself2')],
      others: [say('practice.crisis.others1')],
      calls: [{ name: 'Milo', phone: '070-174 06 21' }],
      reviewBy: today.plusDays(360),
      from: 0,
    });
    await this.papers.plans.offered(viewer, id, today);
  }
}
