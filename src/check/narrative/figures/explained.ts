import type { Decimal } from '../../../model/decimal.ts';
import type { Figure } from './figures.ts';

/** More figures than these explain anything by chance. */
const MOST = 12;
/** Rates without decimals are met by chance sooner. */
const LONGEST_SUM = { whole: 2, decimal: 5 } as const;

const numeric = ({ unscaled, scale }: Decimal): number => Number(unscaled) / 10 ** scale;

/** A stretch of neighbouring figures and what they add up to: a whole is often told by its parts. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly sum: number;
}

const stretchesOf = (amounts: readonly number[], longest: number): readonly Stretch[] =>
  amounts.flatMap((_, from) =>
    Array.from({ length: Math.min(longest, amounts.length - from) }, (_unused, more) => {
      const to = from + more + 1;
      return { from, to, sum: amounts.slice(from, to).reduce((a, b) => a + b, 0) };
    }),
  );

const isSingle = ({ from, to }: Stretch): boolean => to === from + 1;

const givesRate = (rate: number, step: number, part: number, whole: number): boolean => {
  const over = (part / whole) * 100 - rate;
  return rate === 100 ? part === whole : over >= -0.56 * step && over < step;
};

/**
 * Whether some two of these figures, or sums of neighbours, give the rate: as a part of a whole, or as what is left of
 * it. Then a sentence can be read so that it is right.
 */
export function isExplained(rate: Figure, figures: readonly Figure[]): boolean {
  const stated = numeric(rate.amount);
  const step = 10 ** -rate.amount.scale;
  const longest = rate.amount.scale === 0 ? LONGEST_SUM.whole : LONGEST_SUM.decimal;
  const amounts = figures.slice(-MOST).map((one) => numeric(one.worth));
  const stretches = stretchesOf(amounts, longest);
  return stretches.some((part) =>
    stretches.some(
      (whole) =>
        whole.sum > 0 &&
        (part.from !== whole.from || part.to !== whole.to) &&
        // A sum is the whole of what it holds.
        (isSingle(whole) || (part.from >= whole.from && part.to <= whole.to)) &&
        (givesRate(stated, step, part.sum, whole.sum) ||
          (isSingle(whole) && part.sum < whole.sum && givesRate(stated, step, whole.sum - part.sum, whole.sum))),
    ),
  );
}
