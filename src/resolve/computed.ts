import { calculate } from '../expression/evaluate.ts';
import { lookupIn, type Reach } from '../expression/figures.ts';
import { type Rational, rounded } from '../expression/rational.ts';
import type { Catalogue, CatalogueRow } from '../model/catalogue.ts';
import { type Decimal, trimmed } from '../model/decimal.ts';
import { writeNumber } from '../model/number.ts';
import type { Report } from '../model/report.ts';
import type { Amount, Value } from '../model/resolved.ts';
import type { NumberFormat } from '../model/unit.ts';

/**
 * Digits behind the comma of what the program works out: a rate has one, as the forms do and as `phan_tram` prints; an
 * amount of money two. A zero that says nothing is left off: `100%`, `63,4%`.
 */
const DIGITS = { count: 0, percent: 1, money: 2 } as const;

type ComputedKind = keyof typeof DIGITS;

/** A count of 12,5 people is no count: the formula's figure then keeps two digits, so that it is seen. */
const NOT_WHOLE_DIGITS = 2;

function amountOf(kind: ComputedKind, exact: Rational): Decimal {
  const amount = rounded(exact, DIGITS[kind]);
  const whole = exact.numerator % exact.denominator === 0n;
  return trimmed(kind === 'count' && !whole ? rounded(exact, NOT_WHOLE_DIGITS) : amount);
}

/** Whether most rates of the report are typed with their percent sign; a computed one then has it, too. */
function typesPercentSign(report: Report, catalogue: Catalogue): boolean {
  const typed = catalogue.rows
    .filter(({ kind }) => kind === 'percent')
    .flatMap(({ id }) => report.values.get(id)?.value ?? []);
  return typed.filter((text) => text.endsWith('%')).length * 2 > typed.length;
}

/**
 * Gives each indicator that has a formula and was left out its computed value, in the order in which they need each
 * other. Left as it is: what was typed, what the report shows otherwise (`hien_thi`, `""` too), and what cannot be
 * worked out because a figure is missing or a divisor is 0.
 */
export function withComputed(
  report: Report,
  catalogue: Catalogue,
  format: NumberFormat,
  reach: Reach,
): ReadonlyMap<string, Value> {
  if (catalogue.computed.length === 0) return reach.values;
  const values = new Map(reach.values);
  const lookup = lookupIn({ ...reach, values });
  const rows = new Map(catalogue.rows.map((row) => [row.id, row]));
  const percentSign = typesPercentSign(report, catalogue);
  for (const id of catalogue.computed) {
    const row = rows.get(id);
    const typed = report.values.get(id);
    if (row?.formula === undefined || values.has(id) || typed?.shown !== undefined) continue;
    const result = calculate(row.formula.expression, lookup);
    if (result.kind !== 'value') continue;
    const amount = computedAmount(row, result.value);
    if (amount !== undefined)
      values.set(id, { amount, shown: shownAs(amount, format, percentSign), origin: 'computed' });
  }
  return values;
}

function computedAmount({ kind }: CatalogueRow, exact: Rational): Amount | undefined {
  if (kind !== 'count' && kind !== 'percent' && kind !== 'money') return undefined;
  return { kind, amount: amountOf(kind, exact) };
}

function shownAs(amount: Amount, format: NumberFormat, percentSign: boolean): string {
  if (amount.kind !== 'count' && amount.kind !== 'percent' && amount.kind !== 'money') return '';
  const text = writeNumber(amount.amount, {
    leadingZero: amount.kind === 'count' && format.leadingZero === true,
    thousands: format.thousands ?? true,
  });
  return amount.kind === 'percent' && percentSign ? `${text}%` : text;
}
