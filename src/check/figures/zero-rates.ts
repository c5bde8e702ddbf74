import { isZero } from '../../model/decimal.ts';
import { problem } from '../../model/problem-codes.ts';
import { reportedElsewhere } from '../../model/reporters.ts';
import { nameOf } from './form.ts';
import { figureRule } from './rule.ts';

/** Rates of which 0% says that all failed, where most often there was nothing to count. */
const ALL_FAILED = /đúng h[ạẹ]n|trước hạn|hài lòng/;

/** 0% of what the unit does not report, or where it says that nothing was in time; with its total beside it, it can be worked out. */
export const zeroRates = figureRule('khong-phan-tram', function* ({ figures, form, relations }) {
  const known = new Set(relations.rates.map(({ rate }) => rate));
  const odd = form.rows.filter((row) => {
    const amount = figures.typed(row)?.amount;
    if (amount?.kind !== 'percent' || !isZero(amount.amount) || row.row.formula !== undefined) return false;
    return !known.has(row) && (ALL_FAILED.test(row.read.text) || reportedElsewhere(row.row, figures.resolved.unit));
  });
  const [first, ...others] = odd;
  if (first === undefined) return;
  yield problem('khong-phan-tram', { rows: odd.map(nameOf) }, figures.place(first), figures.places(others));
});
