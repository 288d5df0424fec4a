import { Taper } from '../../../src/planning/domain/taper';

describe('a taper', () => {
  const usual = new Taper();

  it('gives seven meetings in the first year', () => {
    expect(usual.offsets(12)).toEqual([0, 1, 2, 3, 5, 7, 10]);
  });

  it('gives five meetings in the first half year', () => {
    expect(usual.offsets(6)).toEqual([0, 1, 2, 3, 5]);
  });

  it('has no meeting on the horizon itself', () => {
    expect(usual.offsets(10)).toEqual([0, 1, 2, 3, 5, 7]);
  });

  it('averages four meetings a year over three years', () => {
    expect(usual.averagePerYear(3)).toBe(4);
  });

  it('repeats its last interval past its end', () => {
    expect(new Taper([1, 2]).offsets(8)).toEqual([0, 1, 3, 5, 7]);
  });

  it('changes one interval and leaves the one it came from', () => {
    const changed = usual.withInterval(1, 4);

    expect(changed.offsets(12)).toEqual([0, 1, 5, 6, 8, 10]);
    expect(usual.offsets(12)).toHaveLength(7);
  });

  it('repeats the last interval up to one changed past the end', () => {
    expect(new Taper([2]).withInterval(3, 5).intervals).toEqual([2, 2, 2, 5]);
  });

  it.each([0, 37, 400, 1.5, -1, Number.NaN])('refuses an interval of %p months', (months) => {
    expect(() => new Taper([1, months])).toThrow('intervalOutOfRange');
    expect(() => usual.withInterval(0, months)).toThrow('intervalOutOfRange');
  });

  it('refuses to be empty', () => {
    expect(() => new Taper([])).toThrow('taperLengthOutOfRange');
  });

  it.each([-1, 60, 0.5])('refuses to change interval number %p', (index) => {
    expect(() => usual.withInterval(index, 1)).toThrow('taperLengthOutOfRange');
  });

  it.each([0, 121, 2.5])('refuses a horizon of %p months', (months) => {
    expect(() => usual.offsets(months)).toThrow('horizonOutOfRange');
  });

  it.each([
    [0, 'monthly'],
    [2, 'monthly'],
    [3, 'everySecondMonth'],
    [6, 'everySecondMonth'],
    [7, 'quarterly'],
    [21, 'quarterly'],
    [22, 'yearly'],
    [90, 'yearly'],
  ])('is, %i months after its first meeting, %s', (offset, phase) => {
    expect(usual.phaseAt(offset)).toBe(phase);
  });
});
