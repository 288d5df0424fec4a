import { DomainError } from '../../kernel/domain-error';
import { line, LineRule, optionalLine, paragraph } from '../../kernel/line';

// Ten or twelve digits, with or without the sign before the last four, that are no part of a longer number.
const shaped = /(?<!\d)(?:18|19|20)?(\d{2})(\d{2})(\d{2})[-+\u2013 ]?(\d{4})(?!\d)/g;

/**
 * Whether a Swedish personal or co-ordination number stands in the text: the shape of a date and the right last digit.
 * (Skatteverket SKV 704 and SKV 707: a co-ordination number adds 60 to the day.)
 */
export const holdsPersonalNumber = (text: string): boolean =>
  [...text.matchAll(shaped)].some(
    ([, year = '', month = '', day = '', last = '']) =>
      isDayOfYear(Number(month), Number(day)) && hasCheckDigit(year + month + day + last),
  );

const isDayOfYear = (month: number, day: number): boolean => {
  const dayOfMonth = day > 60 ? day - 60 : day;
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31;
};

/** The Luhn rule: every second digit doubled, digits summed, ends in nought. */
const hasCheckDigit = (digits: string): boolean => {
  const sum = Array.from(digits).reduce(
    (total, digit, place) => total + crossSum(Number(digit) * (place % 2 === 0 ? 2 : 1)),
    0,
  );
  return sum % 10 === 0;
};

const crossSum = (number: number): number => (number > 9 ? number - 9 : number);

/** Nothing in the method needs the number, so there is no field for it and no field takes it. */
export function withoutPersonalNumber(text: string, field: string): string {
  if (holdsPersonalNumber(text)) throw new DomainError('personalNumberTyped', { field });
  return text;
}

/** `line`, `optionalLine` and `paragraph` for what is said about a person. */
export const plainLine = (text: string, rule: LineRule): string => withoutPersonalNumber(line(text, rule), rule.field);

export const optionalPlainLine = (text: string, rule: LineRule): string =>
  withoutPersonalNumber(optionalLine(text, rule), rule.field);

export const plainParagraph = (text: string, rule: LineRule): string =>
  withoutPersonalNumber(paragraph(text, rule), rule.field);
