import { compareWith } from './calculation.ts';
import { figureRule } from './rule.ts';

/** What was typed for an indicator that has a formula (`cong_thuc`) against what the formula gives. */
export const formulas = figureRule('cong-thuc-khong-khop', function* ({ figures, form }) {
  for (const row of form.rows) {
    const found = row.row.formula === undefined ? undefined : compareWith(row, row.row.formula.expression, figures);
    if (found !== undefined) yield found;
  }
});
