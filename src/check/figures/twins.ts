import { compare, type Decimal, decimal, trimmed } from '../../model/decimal.ts';
import { problem } from '../../model/problem-codes.ts';
import { type FormRow, nameOf } from './form.ts';
import { areDifferentPieces } from './partition.ts';
import { figureRule } from './rule.ts';

/** Below this, two counts are often the same by chance. */
const LEAST = decimal(30n);

/** The same for 12 and 12,0. */
function keyOf(amount: Decimal): string {
  const { unscaled, scale } = trimmed(amount);
  return `${unscaled} ${scale}`;
}

/** Two rows of a group that count different things, with the very same figure. */
export const twins = figureRule('hai-dong-cung-so', function* ({ figures, form }) {
  for (const { children, parts } of form.rows) {
    if (children.length + parts.length < 2) continue;
    /** The rows so far, by their figure. */
    const before = new Map<string, FormRow[]>();
    for (const row of [...parts, ...children]) {
      const amount = row.row.kind === 'count' ? figures.figure(row) : undefined;
      if (amount === undefined || compare(amount, LEAST) < 0) continue;
      const key = keyOf(amount);
      const same = before.get(key) ?? [];
      before.set(key, [...same, row]);
      const twin = same.find((other) => areDifferentPieces(other.read.text, row.read.text));
      if (twin === undefined) continue;
      const params = { first: nameOf(twin), second: nameOf(row), typed: figures.value(row)?.shown ?? '' };
      yield problem('hai-dong-cung-so', params, figures.place(row), figures.places([twin]), {
        basis: figures.basis([twin, row]),
      });
    }
  }
});
