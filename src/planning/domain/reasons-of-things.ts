import type { Reason } from './plan';

/** A room sits in no meeting and has no working hours: it is taken, or closed. */
const rulesOfThings: Readonly<Record<string, string>> = {
  'unplaced.taken': 'unplaced.busy',
  'unplaced.hours': 'unplaced.thingHours',
  'avoided.taken': 'avoided.busy',
  'avoided.hours': 'avoided.thingHours',
};

/** The same reasons, with those about rooms and links in words that fit them. */
export const withThingsNamed = (reasons: readonly Reason[], isThing: (id: string) => boolean): readonly Reason[] =>
  reasons.flatMap((reason) => divided(reason, isThing));

function divided(reason: Reason, isThing: (id: string) => boolean): readonly Reason[] {
  const { people = [], rule } = reason;
  const things = people.filter(isThing);
  if (things.length === 0) return [reason];
  const others = people.filter((id) => !isThing(id));
  const ofThings = { ...reason, rule: rulesOfThings[rule] ?? rule, people: things };
  return others.length === 0 ? [ofThings] : [{ ...reason, people: others }, ofThings];
}
