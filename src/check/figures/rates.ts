import { calculate } from '../../expression/evaluate.ts';
import type { NumberExpression } from '../../model/expression.ts';
import { compareWith, standsFor } from './calculation.ts';
import type { FormRow } from './form.ts';
import { figureRule } from './rule.ts';

const together = (rows: readonly FormRow[]): NumberExpression =>
  rows
    .map(({ row }): NumberExpression => ({ kind: 'reference', id: row.id, period: 'now' }))
    .reduce((left, right) => ({ kind: 'arithmetic', operator: '+', left, right }));

const rateOf = (parts: readonly FormRow[], total: readonly FormRow[]): NumberExpression => ({
  kind: 'arithmetic',
  operator: '*',
  left: { kind: 'arithmetic', operator: '/', left: together(parts), right: together(total) },
  right: { kind: 'number', unscaled: 100n, scale: 0 },
});

/**
 * A rate against its part and its total, where the form's structure says which they are. Where it could mean another
 * pair, one that fits is enough.
 */
export const rates = figureRule('ty-le-khong-khop', function* ({ figures, relations }) {
  for (const { rate, total, parts, others } of relations.rates) {
    const typed = figures.figure(rate);
    const fits = (some: readonly FormRow[], whole: readonly FormRow[]): boolean => {
      const result = calculate(rateOf(some, whole), figures.lookup);
      return typed !== undefined && result.kind === 'value' && standsFor(typed, result.value);
    };
    if (others.some((other) => fits(other, [total]) || fits(other, parts)) || fits([total], parts)) continue;
    const found = compareWith(rate, rateOf(parts, [total]), figures);
    if (found !== undefined) yield found;
  }
});
