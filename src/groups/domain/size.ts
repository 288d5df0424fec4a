import type { Part } from './part';
import type { Profile } from './profile';

/** Something about the size that asks for a reason; the words are `error.<rule>`, filled with the values. */
export interface SizeFinding {
  readonly rule: 'groupOutsideGuidance' | 'chosenOutsideGuidance';
  readonly values: { readonly count: number; readonly min: number; readonly max: number };
}

interface Sized {
  /** Everybody but adjuncts. */
  readonly counted: readonly { readonly part: Part }[];
}

interface Guidance {
  readonly min: number;
  readonly max: number;
}

const outside =
  (rule: SizeFinding['rule']) =>
  (count: number, { min, max }: Guidance): SizeFinding[] =>
    count < min || count > max ? [{ rule, values: { count, min, max } }] : [];

const groupOutside = outside('groupOutsideGuidance');
const chosenOutside = outside('chosenOutsideGuidance');

/** How the group's size differs from what its profile advises; adjuncts are not counted. */
export function sizeFindings({ counted }: Sized, profile: Profile): readonly SizeFinding[] {
  const chosen = counted.filter((member) => member.part === 'network').length;
  return [...groupOutside(counted.length, profile.size), ...chosenOutside(chosen, profile.chosen)];
}
