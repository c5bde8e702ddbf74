import { type Calculation, calculate } from '../../expression/evaluate.ts';
import { figure, withFigures, withoutHundred } from '../../expression/explain.ts';
import { compare, type Rational, rational, rounded, truncated } from '../../expression/rational.ts';
import { compare as compareDecimals, type Decimal, decimal, isZero, trimmed } from '../../model/decimal.ts';
import { type NumberExpression, referencesIn } from '../../model/expression.ts';
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../model/problem-codes.ts';
import { reportedElsewhere } from '../../model/reporters.ts';
import type { Figures } from './figures.ts';
import { type FormRow, nameOf } from './form.ts';

/** Digits behind the comma in a message, at least: of a rate, of anything else that is not whole. */
const RATE_DIGITS = 1;
const OTHER_DIGITS = 2;

/** With as many digits as were typed, or as few as say it. */
function resultText(row: FormRow, value: Rational, typedScale?: number): string {
  const digits = row.row.kind === 'percent' ? RATE_DIGITS : OTHER_DIGITS;
  const amount = rounded(value, Math.max(typedScale ?? 0, digits));
  if (row.row.kind !== 'percent') return figure(trimmed(amount));
  return `${figure(typedScale === undefined ? trimmed(amount) : amount)} %`;
}

function calculationText(expression: NumberExpression, { row }: FormRow, figures: Figures): string {
  const shown = row.kind === 'percent' ? (withoutHundred(expression) ?? expression) : expression;
  return withFigures(shown, figures.lookup);
}

const operands = (expression: NumberExpression) =>
  referencesIn(expression)
    .filter(({ period }) => period === 'now')
    .map(({ id }) => ({ row: { id } }));

/** Whether the digits that were typed stand for a value: 63 for all from 62,5 to 63,5. */
export function standsFor(typed: Decimal, value: Rational): boolean {
  const half = rational(decimal(5n, typed.scale + 1));
  const difference = {
    numerator: rational(typed).numerator * value.denominator - value.numerator * rational(typed).denominator,
    denominator: rational(typed).denominator * value.denominator,
  };
  const distance = difference.numerator < 0n ? { ...difference, numerator: -difference.numerator } : difference;
  return compare(distance, half) <= 0;
}

const isSum = (expression: NumberExpression): boolean =>
  expression.kind === 'call'
    ? expression.name === 'sum' && expression.operands.every(isSum)
    : expression.kind === 'reference' ||
      (expression.kind === 'arithmetic' &&
        expression.operator === '+' &&
        isSum(expression.left) &&
        isSum(expression.right));

/** How a row's value and what it should be are compared. */
export interface Comparison {
  /** Other parts may exist that the form does not name: the value must only not be less. */
  readonly atLeast?: boolean;
  /** Of a total that does not agree, or is left out. */
  readonly severity?: 'canh_bao' | 'goi_y';
}

/**
 * Holds what was typed against a calculation. A sum that leaves out missing parts can only show that the total is too
 * small; a rate may be rounded to the digits typed.
 * Reports `ty-le-khong-khop`, `tong-khong-khop`, `cong-thuc-khong-khop`, `de-trong-tinh-duoc`, `ty-le-cua-khong`.
 */
export function compareWith(
  row: FormRow,
  expression: NumberExpression,
  figures: Figures,
  { atLeast = false, severity = 'canh_bao' }: Comparison = {},
): Problem | undefined {
  const result = calculate(expression, figures.lookup);
  const value = figures.value(row);
  const typed = value?.origin === 'typed' ? figures.figure(row) : undefined;
  if (typed === undefined || value === undefined)
    return figures.blank(row) ? emptyCell(row, expression, result, figures, atLeast) : undefined;
  if (result.kind === 'division-by-zero') return ofNothing(row, expression, typed, value.shown, figures);
  if (result.kind !== 'value') return undefined;
  const { kind } = row.row;
  const exact = !atLeast && !result.partial;
  const fits =
    kind === 'percent' || kind === 'money'
      ? standsFor(typed, result.value)
      : compare(rational(typed), result.value) === 0;
  if (fits || (!exact && compare(rational(typed), result.value) > 0)) return undefined;
  const params = {
    label: nameOf(row),
    calculation: calculationText(expression, row, figures),
    result: resultText(row, result.value, typed.scale),
    typed: value.shown,
  };
  const at = figures.place(row);
  const related = figures.places(operands(expression));
  const basis = figures.basis([row, ...operands(expression)]);
  if (kind === 'percent') {
    const cut = compareDecimals(truncated(result.value, typed.scale), typed) === 0;
    const details = cut ? ({ basis, severity: 'goi_y' } as const) : { basis };
    return problem('ty-le-khong-khop', { ...params, truncated: cut }, at, related, details);
  }
  const code = isSum(expression) ? 'tong-khong-khop' : 'cong-thuc-khong-khop';
  return problem(code, params, at, related, { basis, severity });
}

/** A rate of a total that is 0. That 0 has 0% is silly, but says nothing wrong. */
function ofNothing(
  row: FormRow,
  expression: NumberExpression,
  typed: Decimal,
  shown: string,
  figures: Figures,
): Problem | undefined {
  if (row.row.kind !== 'percent' || isZero(typed)) return undefined;
  const zero = divisors(expression).find((id) => {
    const amount = figures.figure({ row: { id } });
    return amount !== undefined && isZero(amount);
  });
  const total = figures.form.byId.get(zero ?? '');
  if (total === undefined) return undefined;
  const params = { label: nameOf(row), typed: shown, total: nameOf(total) };
  return problem('ty-le-cua-khong', params, figures.place(row), figures.places([total]), {
    basis: figures.basis([row]),
  });
}

function divisors(expression: NumberExpression): readonly string[] {
  switch (expression.kind) {
    case 'arithmetic':
      return [
        ...divisors(expression.left),
        ...(expression.operator === '/'
          ? referencesIn(expression.right).map(({ id }) => id)
          : divisors(expression.right)),
      ];
    case 'negative':
      return divisors(expression.operand);
    case 'call':
      return expression.operands.flatMap(divisors);
    default:
      return [];
  }
}

/** A cell left empty although what it should say follows from the others. Sums of one part alone are not told of as certain. */
function emptyCell(
  row: FormRow,
  expression: NumberExpression,
  result: Calculation,
  figures: Figures,
  atLeast: boolean,
): Problem | undefined {
  if (result.kind !== 'value' || result.value.numerator === 0n || atLeast) return undefined;
  const needed = operands(expression);
  const there = needed.filter((operand) => figures.figure(operand) !== undefined);
  // A body that reports a part alone does not know the total of a higher level.
  if (there.length < needed.length && reportedElsewhere(row.row, figures.resolved.unit)) return undefined;
  const params = {
    label: nameOf(row),
    id: row.row.id,
    calculation: calculationText(expression, row, figures),
    result: resultText(row, result.value),
  };
  const [first] = there;
  const reported = figures.resolved.report.values.has(row.row.id);
  const at = reported || first === undefined ? figures.place(row) : figures.place(first);
  const severity = there.length === 1 ? 'goi_y' : 'canh_bao';
  const about = { indicator: row.row.id };
  const related = figures.places(reported ? there : there.slice(1));
  return problem('de-trong-tinh-duoc', params, at, related, {
    basis: figures.basis(needed),
    severity,
    about,
  });
}
