/** From 0 up to, but not including, 1. */
export type Dice = () => number;

/** The same throws every time for the same seed, so that the same caseload gives the same plan (Park and Miller, 48271). */
export function repeatableDice(seed: number): Dice {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
