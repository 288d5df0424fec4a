import * as fc from 'fast-check';
import { holdsPersonalNumber, plainLine } from '../../../src/people/domain/personal-number';

const checkDigit = (nine: string): number => {
  const digits = Array.from(nine).map((digit, place) => Number(digit) * (place % 2 === 0 ? 2 : 1));
  const sum = digits.reduce((total, digit) => total + Math.floor(digit / 10) + (digit % 10), 0);
  return (10 - (sum % 10)) % 10;
};

const two = (value: number): string => String(value).padStart(2, '0');

const numbers = fc
  .record({
    year: fc.integer({ min: 0, max: 99 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 61, max: 91 })),
    serial: fc.integer({ min: 0, max: 999 }),
    century: fc.constantFrom('', '19', '20'),
    sign: fc.constantFrom('', '-', '+', ' '),
  })
  .map(({ year, month, day, serial, century, sign }) => {
    const nine = `${two(year)}${two(month)}${two(day)}${String(serial).padStart(3, '0')}`;
    return `${century}${nine.slice(0, 6)}${sign}${nine.slice(6)}${String(checkDigit(nine))}`;
  });

describe('a personal number', () => {
  it('is found wherever it stands, in every way of writing it', () => {
    fc.assert(fc.property(numbers, (number) => holdsPersonalNumber(`Eva (${number}), grannen`)));
  });

  it('is refused with the name of the field', () => {
    expect(() => plainLine('Tolvan 19121212-1212', { field: 'fullName' })).toThrow(
      'personalNumberTyped {"field":"fullName"}',
    );
  });

  it.each(['19121212-1213', '19121312-1212', '20271301', '0701740605', 'OCR 1912121212120', 'Storgatan 12'])(
    'is not seen in %s',
    (text) => {
      expect(holdsPersonalNumber(text)).toBe(false);
    },
  );
});
