import { figureOf } from '../../expression/figures.ts';
import { compare } from '../../model/decimal.ts';
import { problem } from '../../model/problem-codes.ts';
import { nameOf } from './form.ts';
import { figureRule } from './rule.ts';

/** A cumulative value (`luy_ke`) that is less than in an earlier report of the same year. */
export const cumulative = figureRule('luy-ke-giam', function* ({ figures, form }) {
  const [nearest] = figures.resolved.thisYear;
  if (nearest === undefined) return;
  const [period, values] = nearest;
  for (const row of form.rows.filter((one) => one.row.cumulative)) {
    const before = values.get(row.row.id);
    const [now, earlier] = [figures.figure(row), figureOf(before)];
    if (now === undefined || earlier === undefined || before === undefined || compare(now, earlier) >= 0) continue;
    const params = {
      label: nameOf(row),
      typed: figures.value(row)?.shown ?? '',
      period,
      earlier: before.shown,
    };
    yield problem('luy-ke-giam', params, figures.place(row), [], { basis: `${figures.basis([row])} ${before.shown}` });
  }
});
