import { absolute, add, compare, type Decimal, decimal, percentOf, subtract, trimmed } from '../../../model/decimal.ts';
import { writeNumber } from '../../../model/number.ts';

const ZERO = decimal(0n);

export const sumOf = (amounts: readonly Decimal[]): Decimal => amounts.reduce(add, ZERO);

export const equal = (a: Decimal, b: Decimal): boolean => compare(a, b) === 0;

/** As a calculation shows it. */
export const shown = (amount: Decimal): string => writeNumber(trimmed(amount), { leadingZero: false, thousands: true });

/**
 * Whether a rate was worked out from these two: rounded or cut off at the digits typed. A hundred per cent is the whole
 * and nothing less.
 */
export function isRate(rate: Decimal, part: Decimal, whole: Decimal): boolean {
  const exact = percentOf(part, whole, rate.scale + 4);
  if (exact === undefined) return true;
  if (equal(rate, decimal(100n))) return equal(part, whole);
  // Rounded twice, a half may have become a little more.
  return compare(subtract(rate, exact), decimal(56n, rate.scale + 2)) <= 0 && isBelow(exact, rate);
}

const isBelow = (exact: Decimal, rate: Decimal): boolean => compare(subtract(exact, rate), decimal(1n, rate.scale)) < 0;

const WORKED_DIGITS = 2;

/** The rate as a message shows it. */
export const workedRate = (part: Decimal, whole: Decimal): string => {
  const rate = percentOf(part, whole, WORKED_DIGITS);
  return rate === undefined ? '' : shown(rate);
};

/** Whether two amounts lie near: a share of the first, in percent. */
export const within = (percent: bigint, a: Decimal, b: Decimal): boolean =>
  compare(
    decimal(absolute(subtract(a, b)).unscaled * 100n, absolute(subtract(a, b)).scale),
    decimal(absolute(a).unscaled * percent, a.scale),
  ) <= 0;
