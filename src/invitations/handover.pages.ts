import { type Answer, show } from '../platform/web/answer';
import { type Fault, faultModel, type FaultModel, type Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { waysOfTelling } from '../sociogram/domain/nomination';
import { type WayBy, waysBy } from './domain/call-list';
import type { HandoverChoices } from './handover-reading.service';
import type { HandoverEffect } from './handovers.service';

/** Where the steps of this hand-over stand, and whether each group is chosen or all of them go. */
export interface HandoverPlace {
  readonly page: string;
  readonly back: string;
  readonly choosing: 'each' | 'all';
}

export interface HandoverShown extends HandoverChoices {
  readonly place: HandoverPlace;
  readonly say: Say;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
}

/** Asks which groups, to whom, and what the service users have said. */
export function handoverPage(shown: HandoverShown): Answer {
  const { leaver, groups, successors, place, say, typed, faults } = shown;
  const model = faultModel(faults, say);
  const isPossible = groups.length > 0 && successors.length > 0;
  return show(
    'invitations/handover',
    {
      title: say('handover.title'),
      caption: leaver.name,
      back: { text: say('shell.back'), href: place.back },
      errorSummary: model.errorSummary,
      count: place.choosing === 'all' ? say('handover.groups', { count: groups.length, name: leaver.name }) : null,
      hindrance: isPossible ? null : say(groups.length === 0 ? 'handover.noGroups' : 'handover.noSuccessors'),
      action: place.page,
      groups: place.choosing === 'each' ? groupTicks(shown, model) : null,
      successor: {
        ...control('successor', model, say),
        items: [{ userId: '', name: say('handover.choose') }, ...successors].map(({ userId: value, name: text }) => ({
          value,
          text,
          selected: value === (typed.successor ?? ''),
        })),
      },
      approvedOn: { ...control('approvedOn', model, say), type: 'date', width: '20', value: typed.approvedOn ?? '' },
      approvedHow: {
        ...control('approvedHow', model, say),
        legend: say('handover.label.approvedHow'),
        items: waysOfTelling.map((value) => ({
          value,
          text: say(`handover.way.${value}`),
          checked: value === typed.approvedHow,
        })),
      },
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

const control = (name: string, model: FaultModel, say: Say) => ({
  id: name,
  name,
  label: say(`handover.label.${name}`),
  hint: say(`handover.hint.${name}`),
  error: model.at(name),
});

const groupTicks = ({ groups, say, typed }: HandoverShown, model: FaultModel) => ({
  ...control('handedGroups', model, say),
  legend: say('handover.label.handedGroups'),
  items: groups.map(({ id: value, name: text }) => ({
    value,
    text,
    checked: (typed.handedGroups ?? []).includes(value),
  })),
});

export interface EffectShown {
  readonly effect: HandoverEffect;
  readonly leaver: string;
  readonly successor: string;
  readonly place: HandoverPlace;
  /** What was chosen, to come along with the button. */
  readonly chosen: readonly (readonly [string, string])[];
  readonly say: Say;
}

/** Says what will happen, in counts, before it does. */
export function effectPage({ effect, leaver, successor, place, chosen, say }: EffectShown): Answer {
  const names = { leaver, successor };
  return show('invitations/handover-effect', {
    title: say('handover.effect.title'),
    caption: leaver,
    back: { text: say('shell.back'), href: place.page },
    counts: `${say('handover.effect.groups', { count: effect.groups, successor })} ${toldSentence(effect.told, names, say)}`,
    sentences: [
      say('handover.effect.stays'),
      say('handover.effect.calendars', names),
      ...(effect.waiting > 0 ? [say('handover.effect.waiting', { count: effect.waiting, successor })] : []),
      say(`handover.effect.after.${place.choosing}`, names),
    ],
    action: `${place.page}/now`,
    change: `${place.page}/change`,
    kept: chosen.map(([name, value]) => ({ name, value })),
  });
}

interface Names {
  readonly leaver: string;
  readonly successor: string;
}

/** "19 får ett mejl om ny kontaktperson, 2 får brev, 1 rings." */
function toldSentence(told: Readonly<Record<WayBy, number>>, names: Names, say: Say): string {
  const ways = waysBy.filter((by) => by !== 'none' && told[by] > 0);
  if (ways.length === 0) return say('handover.effect.nobody');
  return `${ways.map((by) => say(`handover.effect.told.${by}`, { count: told[by], ...names })).join(', ')}.`;
}

export const donePage = (place: HandoverPlace, say: Say): Answer =>
  show('invitations/handover-done', {
    title: say('handover.done.title'),
    next: { text: say(`handover.done.next.${place.choosing}`), href: place.back },
  });
