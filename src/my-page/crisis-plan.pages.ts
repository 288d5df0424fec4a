import { dayWithYear } from '../kernel/in-words';
import { type Answer, show } from '../platform/web/answer';
import type { CrisisPlan } from '../progress/domain/crisis-plan';
import { planView } from '../progress/domain/crisis-plan-view';
import type { OwnRoom } from './own-rooms.service';
import { backHome, callModel, type Speech } from './own-words';

interface PlanPage {
  readonly room: OwnRoom;
  /** null before one is written. */
  readonly plan: CrisisPlan | null;
  readonly zone: string;
}

/** The service user's own crisis plan, to read and to print. */
export function crisisPlanPage({ room, plan, zone }: PlanPage, speech: Speech): Answer {
  const { say, language } = speech;
  return show(
    'my-page/crisis-plan',
    {
      title: say('mine.crisis-plan.title'),
      back: backHome(speech),
      plan: plan && {
        ...planView(plan, say),
        dated: say('crisis.print.dated', {
          day: dayWithYear(plan.madeAt.dayIn(zone), language),
          review: dayWithYear(plan.reviewBy, language),
        }),
      },
      call: callModel(room, say),
    },
    { layout: 'link' },
  );
}
