import { growthExponent } from '../../../src/planning/bench/growth';

describe('the growth exponent', () => {
  it.each([1, 1.2, 2])('is the power by which the seconds grow: %d', (power) => {
    const measured = [180, 600, 1800].map((meetings) => ({ meetings, seconds: 0.001 * meetings ** power }));

    expect(growthExponent(measured)).toBeCloseTo(power, 10);
  });
});
