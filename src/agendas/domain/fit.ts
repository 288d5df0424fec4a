/** How an agenda stands against its meeting's length, in whole minutes. */
export type Fit =
  | { readonly kind: 'fits' }
  | { readonly kind: 'over'; readonly by: number }
  | { readonly kind: 'left'; readonly by: number };

export function fitOf(agendaMinutes: number, meetingMinutes: number): Fit {
  const over = agendaMinutes - meetingMinutes;
  if (over > 0) return { kind: 'over', by: over };
  return over === 0 ? { kind: 'fits' } : { kind: 'left', by: -over };
}

interface Share {
  readonly index: number;
  readonly minutes: number;
  readonly rest: number;
}

/**
 * Stretches or shrinks minutes to a meeting's length in the same proportions (largest remainder; on a tie the earlier
 * item). Every item keeps at least a minute, so a meeting of fewer minutes than items is the one that cannot be filled
 * exactly.
 */
export function fitted(minutes: readonly number[], meetingMinutes: number): readonly number[] {
  const spare = meetingMinutes - minutes.length;
  const whole = minutes.reduce((sum, one) => sum + one, 0) - minutes.length;
  if (spare <= 0) return minutes.map(() => 1);
  const weights = whole === 0 ? minutes.map(() => 1) : minutes.map((one) => one - 1);
  const shares = sharesOf(weights, spare);
  const given = shares.reduce((sum, share) => sum + share.minutes, 0);
  const rounded = new Set(
    byLargestRest(shares)
      .slice(0, spare - given)
      .map((share) => share.index),
  );
  return shares.map((share) => 1 + share.minutes + (rounded.has(share.index) ? 1 : 0));
}

// Whole numbers all the way, so that no rounding of fractions can lose a minute.
function sharesOf(weights: readonly number[], spare: number): readonly Share[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight, index) => ({
    index,
    minutes: Math.floor((weight * spare) / sum),
    rest: (weight * spare) % sum,
  }));
}

const byLargestRest = (shares: readonly Share[]): readonly Share[] =>
  shares.toSorted((a, b) => b.rest - a.rest || a.index - b.index);
