import type { Caseload } from './caseload';
import { fewestCauses } from './engine/exclusion';
import type { Cause } from './engine/exclusion';
import type { Option, Scene } from './engine/scene';
import { dateOf, dayNumber } from './engine/time-on-day';
import type { Reason } from './plan';

/**
 * What spoke against the days nearer to the target than the chosen one. Weekends go without saying; a cause that holds
 * for several days is said once, with the number of days.
 */
export function avoidedDays(scene: Scene, caseload: Caseload): readonly Reason[] {
  const { aim, chosen } = scene;
  const nearer = Array.from(
    { length: Math.max(0, 2 * chosen.slot.distance - 1) },
    (_, at) => aim.targetDay - chosen.slot.distance + 1 + at,
  );
  return counted(nearer.flatMap((day) => reasonsAgainst(day, scene, caseload)));
}

function reasonsAgainst(day: number, scene: Scene, caseload: Caseload): readonly Reason[] {
  const date = dateOf(day);
  const kind = scene.calendar.kindOf(date);
  if (kind.kind === 'closed') {
    if (kind.why === 'weekend') return [];
    const rule = kind.why === 'ownClosedDay' && kind.name ? 'namedClosedDay' : kind.why;
    return [{ rule: `avoided.${rule}`, values: { day: date.iso }, ...(kind.name ? { name: kind.name } : {}) }];
  }
  const [best] = scene.optionsOn(day);
  if (!best) return fewestCauses(scene.causesOn(day)).map(causeReason);
  return [...weighedReasons(day, caseload), ...dearerReasons(best, scene)];
}

const causeReason = ({ rule, person }: Cause): Reason => ({
  rule: `avoided.${rule}`,
  values: { count: 1 },
  ...(person ? { people: [person] } : {}),
});

function weighedReasons(day: number, { weighed }: Caseload): readonly Reason[] {
  return weighed
    .filter((one) => dayNumber(one.day) === day)
    .map(({ why, name }) => ({
      rule: `avoided.${why}`,
      values: { day: dateOf(day).iso },
      ...(name ? { name } : {}),
    }));
}

function dearerReasons(best: Option, scene: Scene): readonly Reason[] {
  const { chosen } = scene;
  const missed = best.absent.filter((person) => !chosen.absent.includes(person));
  const isLessPreferred = scene.offPreferred(best.slot) > scene.offPreferred(chosen.slot);
  return [
    ...missed.map((person) => ({ rule: 'avoided.absence', values: { count: 1 }, people: [person] })),
    ...(isLessPreferred ? [{ rule: 'avoided.notPreferred', values: { count: 1 } }] : []),
  ];
}

/** Makes equal reasons one and adds up their days. */
function counted(reasons: readonly Reason[]): readonly Reason[] {
  const found = new Map<string, Reason>();
  for (const reason of reasons) {
    const key = [reason.rule, ...(reason.people ?? []), reason.values.day ?? ''].join(' ');
    const before = found.get(key);
    const count = Number(before?.values.count ?? 0) + Number(reason.values.count ?? 0);
    found.set(key, before ? { ...before, values: { ...before.values, count } } : reason);
  }
  return [...found.values()];
}
