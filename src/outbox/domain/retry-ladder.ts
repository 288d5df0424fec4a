// Minutes. The first steps suit greylisting, which asks for a second attempt within the hour.
const firstPauses = [1, 5, 15, 30, 60, 120] as const;
const laterPause = 240;
const fiveDays = 5 * 24 * 60;
const firstPausesTogether = firstPauses.reduce((sum, pause) => sum + pause, 0);

/** How long to wait after so many attempts, in minutes; null when five days of waiting are used up. */
export function pauseAfter(attempts: number): number | null {
  const first = firstPauses[attempts - 1];
  if (first !== undefined) return first;
  const later = attempts - firstPauses.length;
  return firstPausesTogether + later * laterPause > fiveDays ? null : laterPause;
}
