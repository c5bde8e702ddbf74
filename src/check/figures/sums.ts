import type { NumberExpression } from '../../model/expression.ts';
import { compareWith } from './calculation.ts';
import type { FormRow } from './form.ts';
import { figureRule } from './rule.ts';

export const sumOf = (rows: readonly FormRow[]): NumberExpression => ({
  kind: 'call',
  name: 'sum',
  operands: rows.map(({ row }) => ({ kind: 'reference', id: row.id, period: 'now' })),
});

/** A total against the sum of its parts, where the form's structure says which they are. */
export const sums = figureRule('tong-khong-khop', function* ({ figures, relations }) {
  for (const { total, parts, exact } of relations.sums) {
    const found = compareWith(total, sumOf(parts), figures, { atLeast: !exact });
    if (found !== undefined) yield found;
  }
});
