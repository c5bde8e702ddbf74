import { figure } from '../../expression/explain.ts';
import { compare, type Decimal } from '../../model/decimal.ts';
import { problem } from '../../model/problem-codes.ts';
import { reportedElsewhere } from '../../model/reporters.ts';
import { nameOf } from './form.ts';
import { figureRule } from './rule.ts';

/** A rate of all that lies outside the rates of its parts. A part that others report may make it so, and is no blank of this report. */
export const overallRates = figureRule('ty-le-chung-ngoai-khoang', function* ({ figures, relations }) {
  // Where the rate can be worked out from its own figures, that is what is told.
  const worked = new Set(
    relations.rates.flatMap(({ rate, total }) => (figures.figure(total) === undefined ? [] : [rate])),
  );
  for (const { rate, parts } of relations.overall.filter((one) => !worked.has(one.rate))) {
    const all = figures.figure(rate);
    const given = parts.filter((part) => figures.figure(part) !== undefined);
    const amounts = given.flatMap((part) => figures.figure(part) ?? []).sort(compare);
    const [lowest, highest] = [amounts[0], amounts.at(-1)];
    if (all === undefined || given.length < 2 || lowest === undefined || highest === undefined) continue;
    if (compare(all, lowest) >= 0 && compare(all, highest) <= 0) continue;
    const others = parts.filter((part) => !given.includes(part));
    if (others.some((other) => !reportedElsewhere(other.row, figures.resolved.unit))) continue;
    const percent = (amount: Decimal): string => `${figure(amount)}%`;
    const params = {
      label: nameOf(rate),
      typed: figures.value(rate)?.shown ?? '',
      lowest: percent(lowest),
      highest: percent(highest),
    };
    yield problem('ty-le-chung-ngoai-khoang', params, figures.place(rate), figures.places(given), {
      basis: figures.basis([rate, ...given]),
    });
  }
});
