import { compare, type Decimal, decimal } from '../../model/decimal.ts';
import { problem } from '../../model/problem-codes.ts';
import { type FormRow, nameOf } from './form.ts';
import { areDifferentPieces } from './partition.ts';
import { figureRule } from './rule.ts';

/** Below this, two counts are often the same by chance. */
const LEAST = decimal(30n);

interface Counted {
  readonly row: FormRow;
  readonly amount: Decimal;
}

/** Two rows of a group that count different things, with the very same figure. */
export const twins = figureRule('hai-dong-cung-so', function* ({ figures, form }) {
  for (const { children, parts } of form.rows) {
    if (children.length + parts.length < 2) continue;
    const before: Counted[] = [];
    for (const row of [...parts, ...children]) {
      const amount = row.row.kind === 'count' ? figures.figure(row) : undefined;
      if (amount === undefined || compare(amount, LEAST) < 0) continue;
      const twin = before.find(
        (other) => compare(other.amount, amount) === 0 && areDifferentPieces(other.row.read.text, row.read.text),
      );
      before.push({ row, amount });
      if (twin === undefined) continue;
      const params = { first: nameOf(twin.row), second: nameOf(row), typed: figures.value(row)?.shown ?? '' };
      yield problem('hai-dong-cung-so', params, figures.place(row), figures.places([twin.row]), {
        basis: figures.basis([twin.row, row]),
      });
    }
  }
});
