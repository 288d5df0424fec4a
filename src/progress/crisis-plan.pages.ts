import { dayWithYear } from '../kernel/in-words';
import { show, type Shown } from '../platform/web/answer';
import { type Asked, dayField, textArea, wordTyped } from '../platform/web/controls';
import { type Fault, faultModel, type Typed } from '../platform/web/form';
import { authorIn, nameIn, type Speech } from './circle-words';
import type { Circle } from './circles.service';
import { callRows } from './crisis-plan.forms';
import { type CrisisPlan, latestReview } from './domain/crisis-plan';
import { planView } from './domain/crisis-plan-view';

export interface PlansShown {
  readonly circle: Circle;
  /** Oldest first; none before the first is written. */
  readonly plans: readonly CrisisPlan[];
}

interface Offering {
  readonly typed: Typed;
  readonly faults: readonly Fault[];
}

const planHref = ({ group }: Circle): string => `/groups/${group.id}/crisis-plan`;

export function planPage({ circle, plans }: PlansShown, { typed, faults }: Offering, speech: Speech): Shown {
  const { say, language } = speech;
  const home = planHref(circle);
  const plan = plans.at(-1);
  const model = faultModel(faults, say);
  const asked: Asked = { say, typed, faultAt: model.at, hints: 'progress.hint' };
  return show(
    'progress/crisis-plan',
    {
      title: say('crisis.title'),
      caption: circle.group.name,
      back: `/groups/${circle.group.id}`,
      editHref: `${home}/edit`,
      printHref: `${home}/print`,
      errorSummary: model.errorSummary,
      plan: plan
        ? {
            ...planView(plan, say),
            review: reviewTag(plan, circle, speech),
            offered: plan.offeredOn
              ? { text: say('progress.crisis.offered', { day: dayWithYear(plan.offeredOn, language) }), shape: 'done' }
              : { text: say('progress.crisis.notOffered'), shape: 'warning' },
            offerAction: `${home}/offered`,
            offeredOn: dayField(asked, 'offeredOn'),
          }
        : null,
      versions: plans.slice(0, -1).map((one) => ({
        text: versionInWords(one, circle, speech),
        href: `${home}/versions/${String(one.version)}`,
      })),
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

function reviewTag(plan: CrisisPlan, { today }: Circle, { say, language }: Speech) {
  const day = dayWithYear(plan.reviewBy, language);
  if (plan.isDue(today)) return { text: say('progress.crisis.due', { day }), shape: 'warning' };
  return { text: say('progress.crisis.review', { day }), shape: 'done' };
}

const versionInWords = (plan: CrisisPlan, circle: Circle, { say, language }: Speech): string =>
  say('progress.crisis.version', {
    number: plan.version,
    day: dayWithYear(plan.madeAt.dayIn(circle.zone), language),
    who: authorIn(circle, plan.madeBy, say),
  });

/** One calm sheet of paper, for the person to have. */
export function printPage(circle: Circle, plan: CrisisPlan, { say, language }: Speech): Shown {
  return show('progress/crisis-plan-print', {
    title: say('crisis.print.title', { name: nameIn(circle, circle.group.serviceUserId, say) }),
    back: planHref(circle),
    ...planView(plan, say),
    dated: say('crisis.print.dated', {
      day: dayWithYear(plan.madeAt.dayIn(circle.zone), language),
      review: dayWithYear(plan.reviewBy, language),
    }),
  });
}

/** As it was before it was written anew. */
export function versionPage(circle: Circle, plan: CrisisPlan, speech: Speech): Shown {
  return show('progress/crisis-plan-version', {
    title: speech.say('progress.crisis.versionTitle', { number: plan.version }),
    caption: circle.group.name,
    back: planHref(circle),
    written: versionInWords(plan, circle, speech),
    ...planView(plan, speech.say),
  });
}

interface PlanAsked extends Offering {
  readonly circle: Circle;
  readonly version: number;
}

export function planFormPage({ circle, version, typed, faults }: PlanAsked, { say }: Speech): Shown {
  const model = faultModel(faults, say);
  const asked: Asked = { say, typed, faultAt: model.at, hints: 'progress.hint' };
  const input = (name: string, row: string) => ({
    id: `${name}${row}`,
    name: `${name}${row}`,
    label: say(`field.${name}`),
    value: wordTyped(typed, `${name}${row}`),
    error: model.at(`${name}${row}`),
    autocomplete: 'off',
  });
  return show(
    'progress/crisis-plan-edit',
    {
      title: say('progress.crisis.edit'),
      caption: circle.group.name,
      lead: say('progress.crisis.lead'),
      back: planHref(circle),
      action: `${planHref(circle)}/edit`,
      version: String(version),
      keep: `crisis-${circle.group.id}`,
      errorSummary: model.errorSummary,
      texts: ['crisisSigns', 'crisisMyself', 'crisisOthers'].map((name) => textArea(asked, name, { rows: '4' })),
      calls: callRows.map((row) => ({
        legend: say('progress.crisis.call', { number: row }),
        name: input('callName', row),
        phone: { ...input('callPhone', row), type: 'tel' },
      })),
      reviewBy: dayField(asked, 'reviewBy'),
      scripts: ['keep-typing'],
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

/** A plan that is written anew begins with what it says, and is looked at again a year from today. */
export function typedForPlan({ today }: Circle, plan: CrisisPlan | undefined): Typed {
  const calls = (plan?.calls ?? []).flatMap(({ name, phone }, place): [string, string][] => [
    [`callName${String(place + 1)}`, name],
    [`callPhone${String(place + 1)}`, phone],
  ]);
  return {
    crisisSigns: plan?.signs.join('\n') ?? '',
    crisisMyself: plan?.myself.join('\n') ?? '',
    crisisOthers: plan?.others.join('\n') ?? '',
    reviewBy: latestReview(today).iso,
    ...Object.fromEntries(calls),
  };
}
