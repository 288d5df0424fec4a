import type { Span } from '../../kernel/in-words';
import { TimeOfDay } from '../../kernel/time-of-day';
import { avoidedDays } from './avoided-days';
import type { Caseload } from './caseload';
import { byRank, Stage } from './engine/scene';
import type { MeetingName, Option, Scene } from './engine/scene';
import { dateOf } from './engine/time-on-day';
import type { Plan, Reason } from './plan';
import { withThingsNamed } from './reasons-of-things';

/** Another time that keeps every hard rule while all else in the plan stays. */
interface Alternative {
  readonly span: Span;
  /** The whole plan's cost with this time less its cost now, wishes included; negative where this would be better. */
  readonly costDifference: number;
  readonly absent: readonly string[];
}

export interface Explanation {
  readonly reasons: readonly Reason[];
  readonly alternatives: readonly Alternative[];
}

/** Why a meeting got its day, who cannot come, and the next three times. An unplaced meeting has only its reasons. */
export const explainMeeting = (caseload: Caseload, plan: Plan, name: MeetingName): Explanation =>
  new Explainer(caseload, plan).explain(name);

/** Explains the meetings of one plan. */
export class Explainer {
  private readonly stage: Stage;
  private readonly things: ReadonlySet<string>;

  constructor(
    private readonly caseload: Caseload,
    private readonly plan: Plan,
  ) {
    this.stage = new Stage(caseload, plan);
    this.things = new Set(caseload.people.flatMap(({ id, isThing = false }) => (isThing ? [id] : [])));
  }

  explain(name: MeetingName): Explanation {
    const unplaced = this.plan.unplaced.find(({ group, index }) => group === name.group && index === name.index);
    const { reasons, alternatives } = unplaced
      ? { reasons: unplaced.why, alternatives: [] }
      : this.stage.without(name, (scene) => explained(scene, this.caseload));
    return { reasons: withThingsNamed(reasons, (id) => this.things.has(id)), alternatives };
  }
}

function explained(scene: Scene, caseload: Caseload): Explanation {
  const reasons = [aimReason(scene), ...(isFixed(scene) ? [] : avoidedDays(scene, caseload)), ...absenceReasons(scene)];
  return { reasons, alternatives: nextBest(scene).map((option) => alternative(option, scene.chosen)) };
}

const isFixed = ({ aim }: Scene): boolean => aim.fixed !== undefined;

function aimReason(scene: Scene): Reason {
  const target = scene.aim.target.iso;
  if (isFixed(scene)) return { rule: 'why.fixed', values: { target } };
  const { distance } = scene.chosen.slot;
  return distance === 0
    ? { rule: 'why.onTarget', values: { target } }
    : { rule: 'why.moved', values: { target, count: distance } };
}

/** One reason a cause of absence, with everybody it holds for. */
function absenceReasons({ aim, chosen }: Scene): readonly Reason[] {
  const causes = aim.group.network
    .filter(({ id }) => chosen.absent.includes(id))
    .map((person) => ({ id: person.id, rule: causeOf(person, chosen) }));
  return (['hours', 'busy', 'taken'] as const).flatMap((rule) => {
    const people = causes.flatMap((cause) => (cause.rule === rule ? [cause.id] : []));
    return people.length > 0 ? [{ rule: `absent.${rule}`, values: { count: people.length }, people }] : [];
  });
}

type AbsenceCause = 'hours' | 'busy' | 'taken';

function causeOf(person: Scene['aim']['group']['network'][number], { slot }: Option): AbsenceCause {
  if (!person.isWithinHours(slot)) return 'hours';
  return person.isBusy(slot) ? 'busy' : 'taken';
}

const shown = 3;

/** On distinct days as long as there are any. */
function nextBest(scene: Scene): readonly Option[] {
  const days = scene.openDays().map((day) => scene.optionsOn(day));
  const bestOfDays = days.flatMap(([best]) => best ?? []).sort(byRank);
  const others = days.flatMap(([, ...rest]) => rest).sort(byRank);
  const elsewhere = bestOfDays.filter(({ slot }) => slot.day !== scene.chosen.slot.day);
  const sameDay = [...bestOfDays, ...others].filter((option) => !elsewhere.includes(option)).sort(byRank);
  return [...elsewhere, ...sameDay].slice(0, shown);
}

const alternative = ({ slot, cost, absent }: Option, chosen: Option): Alternative => ({
  span: { day: dateOf(slot.day), start: TimeOfDay.ofMinutes(slot.start), minutes: slot.end - slot.start },
  costDifference: cost - chosen.cost,
  absent,
});
