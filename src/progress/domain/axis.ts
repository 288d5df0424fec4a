import { DomainError } from '../../kernel/domain-error';
import type { Language } from '../../kernel/in-words';

/** Who says how it is. */
export type Rater = 'service-user' | 'staff' | 'relative';
export const raters: readonly Rater[] = ['service-user', 'staff', 'relative'];

export type Better = 'higher' | 'lower';
export const betters: readonly Better[] = ['higher', 'lower'];

interface AxisWords {
  readonly label: string;
  /** The same in easy-read. */
  readonly easy: string;
}

/** One thing that is measured: by whom, on what scale, and which way is better. */
export interface Axis {
  /** A word of the star's file; for an axis of the group's own, its id. */
  readonly key: string;
  readonly rater: Rater;
  readonly min: number;
  readonly max: number;
  readonly better: Better;
  readonly words: Readonly<Record<Language, AxisWords>>;
}

/** The measured value as it was typed, when it lies on the axis's scale. */
export function valueOn({ min, max }: Pick<Axis, 'min' | 'max'>, typed: string): number {
  const value = /^\d{1,4}$/.test(typed.trim()) ? Number(typed.trim()) : NaN;
  return requireOnScale({ min, max }, value);
}

export function requireOnScale({ min, max }: Pick<Axis, 'min' | 'max'>, value: number): number {
  if (!Number.isInteger(value) || value < min || value > max) throw new DomainError('valueOutsideScale', { min, max });
  return value;
}

/** From 0 to 100, where outwards on the star is always better. */
export function outwards({ min, max, better }: Axis, value: number): number {
  const share = ((value - min) * 100) / (max - min);
  return better === 'higher' ? share : 100 - share;
}
