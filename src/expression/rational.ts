import { type Decimal, decimal } from '../model/decimal.ts';

/** An exact fraction: what dividing decimals gives. The denominator is positive; the fraction need not be in lowest terms. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const rational = ({ unscaled, scale }: Decimal): Rational => ({
  numerator: unscaled,
  denominator: 10n ** BigInt(scale),
});

export const ZERO: Rational = { numerator: 0n, denominator: 1n };

export const negate = ({ numerator, denominator }: Rational): Rational => ({ numerator: -numerator, denominator });

export const add = (a: Rational, b: Rational): Rational => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});

export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));

export const multiply = (a: Rational, b: Rational): Rational => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
});

/** `undefined`: there is no result, the divisor is zero. */
export function divide(a: Rational, b: Rational): Rational | undefined {
  if (b.numerator === 0n) return undefined;
  const [numerator, denominator] = [a.numerator * b.denominator, a.denominator * b.numerator];
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** Rounded half away from zero, as officials and Excel do, to `scale` digits behind the comma. */
export function rounded({ numerator, denominator }: Rational, scale: number): Decimal {
  const enlarged = (numerator < 0n ? -numerator : numerator) * 10n ** BigInt(scale);
  const whole = (2n * enlarged + denominator) / (2n * denominator);
  return decimal(numerator < 0n ? -whole : whole, scale);
}

/** Cut off after `scale` digits behind the comma. */
export const truncated = ({ numerator, denominator }: Rational, scale: number): Decimal =>
  decimal((numerator * 10n ** BigInt(scale)) / denominator, scale);
