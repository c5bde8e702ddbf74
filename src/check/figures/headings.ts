import { isZero } from '../../model/decimal.ts';
import { problem } from '../../model/problem-codes.ts';
import type { Figures } from './figures.ts';
import { type FormRow, nameOf, within } from './form.ts';
import { figureRule } from './rule.ts';

/**
 * Headings that carry something, though a heading with a unit of measure is meant to: a figure; a 0 that the rows below
 * belie; else words or a 0, which are told of together.
 */
export const headings = figureRule('nhom-co-so-lieu', function* ({ figures, form }) {
  const harmless: FormRow[] = [];
  for (const row of form.rows) {
    const value = figures.typed(row);
    if (row.row.kind !== 'heading' || row.row.unitOfMeasure !== '' || value === undefined) continue;
    const amount = figures.figure(row);
    const child = amount === undefined ? undefined : belied(row, figures);
    const params = { label: nameOf(row), typed: value.shown };
    if (amount !== undefined && !isZero(amount)) {
      yield problem('nhom-co-so-lieu', params, figures.place(row), [], { basis: figures.basis([row]) });
    } else if (child !== undefined) {
      const below = { child: nameOf(child), childTyped: figures.value(child)?.shown ?? '' };
      yield problem('nhom-trai-dong-con', { ...params, ...below }, figures.place(row), figures.places([child]), {
        basis: figures.basis([row, child]),
      });
    } else {
      harmless.push(row);
    }
  }
  const [first, ...others] = harmless;
  if (first === undefined) return;
  const rows = harmless.map((row) => ({ label: nameOf(row), typed: figures.value(row)?.shown ?? '' }));
  yield problem('nhom-co-noi-dung', { rows }, figures.place(first), figures.places(others));
});

/** A count below that is not 0, though its heading says that there is none. */
const belied = (heading: FormRow, figures: Figures): FormRow | undefined =>
  within(heading).find((below) => {
    const there = below.row.kind === 'count' || below.row.kind === 'money' ? figures.figure(below) : undefined;
    return there !== undefined && !isZero(there);
  });
