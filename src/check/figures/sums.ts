import { absolute, add, compare, type Decimal, decimal, subtract } from '../../model/decimal.ts';
import type { NumberExpression } from '../../model/expression.ts';
import { compareWith } from './calculation.ts';
import type { Figures } from './figures.ts';
import type { FormRow } from './form.ts';
import { figureRule } from './rule.ts';
import type { SumRelation } from './sum-relations.ts';

export const sumOf = (rows: readonly FormRow[]): NumberExpression => ({
  kind: 'call',
  name: 'sum',
  operands: rows.map(({ row }) => ({ kind: 'reference', id: row.id, period: 'now' })),
});

/** A total against the sum of its parts, where the form's structure says which they are. */
export const sums = figureRule('tong-khong-khop', function* ({ figures, relations }) {
  for (const relation of relations.sums) {
    const { total, parts, exact, proof, severity } = relation;
    if (proof === 'place' && !isNear(relation, figures)) continue;
    const found = compareWith(total, sumOf(parts), figures, { atLeast: !exact, severity });
    if (found !== undefined) yield found;
  }
});

/** How far a sum may lie from its total, in percent of it, to be a slip: farther off, the rows are no sum at all. */
const NEAR = 30n;

/** Where only their place says that rows are the parts of a total: each is no more than it, and together they come near. */
function isNear({ total, parts }: SumRelation, figures: Figures): boolean {
  const whole = figures.figure(total);
  const amounts = parts.flatMap((part) => figures.figure(part) ?? []);
  if (whole === undefined) return amounts.length === parts.length && total.read.isTotal;
  if (amounts.some((amount) => compare(amount, whole) > 0)) return false;
  const off: Decimal = absolute(subtract(amounts.reduce(add, decimal(0n)), whole));
  return compare(decimal(off.unscaled * 100n, off.scale), decimal(whole.unscaled * NEAR, whole.scale)) <= 0;
}
