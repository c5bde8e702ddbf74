import { calculate } from '../../expression/evaluate.ts';
import type { NumberExpression } from '../../model/expression.ts';
import { compareWith, standsFor } from './calculation.ts';
import type { FormRow } from './form.ts';
import { figureRule } from './rule.ts';

const reference = ({ row }: FormRow): NumberExpression => ({ kind: 'reference', id: row.id, period: 'now' });

const rateOf = (part: FormRow, total: FormRow): NumberExpression => ({
  kind: 'arithmetic',
  operator: '*',
  left: { kind: 'arithmetic', operator: '/', left: reference(part), right: reference(total) },
  right: { kind: 'number', unscaled: 100n, scale: 0 },
});

/**
 * A rate against its part and its total, where the form's structure says which they are. Where it could mean another
 * pair, one that fits is enough.
 */
export const rates = figureRule('ty-le-khong-khop', function* ({ figures, relations }) {
  for (const { rate, total, part, others } of relations.rates) {
    const typed = figures.figure(rate);
    const fits = (one: FormRow, whole: FormRow): boolean => {
      const result = calculate(rateOf(one, whole), figures.lookup);
      return typed !== undefined && result.kind === 'value' && standsFor(typed, result.value);
    };
    if (others.some((other) => fits(other, total) || fits(other, part)) || fits(total, part)) continue;
    const found = compareWith(rate, rateOf(part, total), figures);
    if (found !== undefined) yield found;
  }
});
