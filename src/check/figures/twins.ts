import { compare, decimal } from '../../model/decimal.ts';
import { problem } from '../../model/problem-codes.ts';
import { nameOf } from './form.ts';
import { areDifferentPieces } from './partition.ts';
import { figureRule } from './rule.ts';

/** Below this, two counts are often the same by chance. */
const LEAST = decimal(30n);

/** Two rows of a group that count different things, with the very same figure. */
export const twins = figureRule('hai-dong-cung-so', function* ({ figures, form }) {
  for (const { children, parts } of form.rows) {
    const counts = [...parts, ...children].filter(({ row }) => row.kind === 'count');
    for (const [i, second] of counts.entries()) {
      const amount = figures.figure(second);
      if (amount === undefined || compare(amount, LEAST) < 0) continue;
      const first = counts.slice(0, i).find((other) => {
        const same = figures.figure(other);
        return same !== undefined && compare(same, amount) === 0 && areDifferentPieces(other.label, second.label);
      });
      if (first === undefined) continue;
      const params = { first: nameOf(first), second: nameOf(second), typed: figures.value(second)?.shown ?? '' };
      yield problem('hai-dong-cung-so', params, figures.place(second), figures.places([first]), {
        basis: figures.basis([first, second]),
      });
    }
  }
});
