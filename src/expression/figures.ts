import { add, type Decimal, decimal } from '../model/decimal.ts';
import type { Reference } from '../model/expression.ts';
import { type Period, yearToDateBefore } from '../model/period.ts';
import type { Amount, EarlierValues, Value } from '../model/resolved.ts';
import type { Lookup } from './evaluate.ts';

/** The values that an expression can reach from a report. */
export interface Reach {
  readonly period: Period;
  readonly values: ReadonlyMap<string, Value>;
  readonly before: EarlierValues;
  readonly yearBefore: EarlierValues;
  readonly thisYear: ReadonlyMap<string, ReadonlyMap<string, Value>>;
}

const NONE = decimal(0n);
const NUMBER_CODE = /^\d{1,9}$/;

function amountIn(amount: Amount): Decimal | undefined {
  switch (amount.kind) {
    case 'count':
    case 'percent':
    case 'money':
      return amount.amount;
    case 'fraction':
      return amount.part;
    case 'nil':
      return NONE;
    case 'yes-no':
      return decimal(amount.yes ? 1n : 0n);
    case 'code':
      return NUMBER_CODE.test(amount.code) ? decimal(BigInt(amount.code)) : undefined;
    case 'text':
      return undefined;
  }
}

/**
 * The figure of a value as expressions see it: none (`Không có`) is 0, of a fraction its part, yes is 1, a code its
 * number. Text has none.
 */
export const figureOf = (value: Value | undefined): Decimal | undefined =>
  value === undefined || value.origin === 'unread' ? undefined : amountIn(value.amount);

/** From the start of the year to the end of the period: the months or quarters together; the others start with the year. */
function yearToDate(id: string, { period, values, thisYear }: Reach): Decimal | undefined {
  let sum = figureOf(values.get(id));
  for (const { id: earlier } of yearToDateBefore(period)) {
    const figure = figureOf(thisYear.get(earlier)?.get(id));
    if (sum === undefined || figure === undefined) return undefined;
    sum = add(sum, figure);
  }
  return sum;
}

/** Finds the figures that an expression names. */
export function lookupIn(reach: Reach): Lookup {
  return ({ id, period }: Reference) => {
    switch (period) {
      case 'now':
        return figureOf(reach.values.get(id));
      case 'before':
        return figureOf(reach.before?.get(id));
      case 'year-before':
        return figureOf(reach.yearBefore?.get(id));
      case 'year-to-date':
        return yearToDate(id, reach);
    }
  };
}
