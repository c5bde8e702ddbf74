import { figure } from '../../expression/explain.ts';
import { add, compare, decimal, trimmed } from '../../model/decimal.ts';
import { problem } from '../../model/problem-codes.ts';
import { nameOf } from './form.ts';
import { figureRule } from './rule.ts';

const WHOLE = decimal(100n);
const NOTHING = decimal(0n);

/** Shares of one total that come to more than 100%, or whose total nobody gave. Rounding of each is allowed for. */
export const shares = figureRule('tong-ty-le-vuot-100', function* ({ figures, relations }) {
  for (const { total, rates } of relations.shares) {
    const given = rates.filter((rate) => figures.figure(rate) !== undefined);
    const amounts = given.flatMap((rate) => figures.figure(rate) ?? []);
    const [first] = given;
    if (first === undefined) continue;
    const basis = figures.basis(given);
    if (figures.blank(total) && amounts.some((amount) => compare(amount, NOTHING) > 0)) {
      const shown = given.map((rate) => figures.value(rate)?.shown ?? '').join('; ');
      const about = { indicator: total.row.id };
      const params = { label: nameOf(total), id: total.row.id, rates: shown };
      yield problem('thieu-tong', params, figures.place(first), figures.places(given.slice(1)), {
        about,
        basis,
      });
    }
    const sum = amounts.reduce(add, NOTHING);
    const rounding = amounts.map(({ scale }) => decimal(5n, scale + 1)).reduce(add, NOTHING);
    if (given.length < 2 || compare(sum, add(WHOLE, rounding)) <= 0) continue;
    const params = { total: nameOf(total), calculation: amounts.map(figure).join(' + '), sum: figure(trimmed(sum)) };
    yield problem('tong-ty-le-vuot-100', params, figures.place(first), figures.places(given.slice(1)), { basis });
  }
});
