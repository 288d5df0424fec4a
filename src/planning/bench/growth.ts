interface Measured {
  readonly meetings: number;
  readonly seconds: number;
}

/** The power of the meetings by which the seconds grow: the slope of their logarithms, by least squares. */
export function growthExponent(measured: readonly Measured[]): number {
  const points = measured.map(({ meetings, seconds }) => ({ x: Math.log(meetings), y: Math.log(seconds) }));
  const middle = { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) };
  const along = mean(points.map(({ x, y }) => (x - middle.x) * (y - middle.y)));
  return along / mean(points.map(({ x }) => (x - middle.x) ** 2));
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0) / numbers.length;
