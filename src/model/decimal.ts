/**
 * Exact decimals. Figures of a report are never floating point: 0,1 + 0,2 must be 0,3, and a rate has as many digits as
 * the official typed.
 */
export interface Decimal {
  /** The digits without the decimal comma: 95,9 is 959. */
  readonly unscaled: bigint;
  /** How many of the digits stand behind the decimal comma: 95,9 has 1. */
  readonly scale: number;
}

export const decimal = (unscaled: bigint, scale = 0): Decimal => ({ unscaled, scale });

const unscaledTo = (scale: number, amount: Decimal): bigint =>
  amount.scale === scale ? amount.unscaled : amount.unscaled * 10n ** BigInt(scale - amount.scale);

function aligned(a: Decimal, b: Decimal): { left: bigint; right: bigint; scale: number } {
  const scale = Math.max(a.scale, b.scale);
  return { left: unscaledTo(scale, a), right: unscaledTo(scale, b), scale };
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const { left, right } = aligned(a, b);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function add(a: Decimal, b: Decimal): Decimal {
  const { left, right, scale } = aligned(a, b);
  return decimal(left + right, scale);
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  const { left, right, scale } = aligned(a, b);
  return decimal(left - right, scale);
}

export const absolute = (a: Decimal): Decimal => (a.unscaled < 0n ? decimal(-a.unscaled, a.scale) : a);

export const isZero = (a: Decimal): boolean => a.unscaled === 0n;

/**
 * `part` of `whole` in percent, rounded half up to `scale` digits behind the comma.
 * Both are amounts of the same unit; `undefined` when the whole is zero.
 */
export function percentOf(part: Decimal, whole: Decimal, scale: number): Decimal | undefined {
  if (isZero(whole)) return undefined;
  const { left, right } = aligned(part, whole);
  const numerator = left * 100n * 10n ** BigInt(scale);
  const doubled = (2n * numerator + right) / (2n * right);
  return decimal(doubled, scale);
}

/** Drops zeros that say nothing behind the comma: 10,50 becomes 10,5. */
export function trimmed(a: Decimal): Decimal {
  let { unscaled, scale } = a;
  while (scale > 0 && unscaled % 10n === 0n) {
    unscaled /= 10n;
    scale -= 1;
  }
  return decimal(unscaled, scale);
}
