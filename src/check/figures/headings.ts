import { isZero } from '../../model/decimal.ts';
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../model/problem-codes.ts';
import type { Figures } from './figures.ts';
import { type FormRow, nameOf, within } from './form.ts';
import { figureRule } from './rule.ts';

/**
 * Headings that carry a figure. A heading with a unit of measure is meant to; "Không" or 0 is harmless as long as the
 * rows below say so, too; words are an explanation, not a figure.
 */
export const headings = figureRule('nhom-co-so-lieu', function* ({ figures, form }) {
  for (const row of form.rows) {
    if (row.row.kind !== 'heading' || row.row.unitOfMeasure !== '') continue;
    const found = onHeading(row, figures);
    if (found !== undefined) yield found;
  }
});

function onHeading(row: FormRow, figures: Figures): Problem | undefined {
  const value = figures.typed(row);
  const amount = figures.figure(row);
  if (value === undefined || amount === undefined) return undefined;
  if (!isZero(amount)) {
    return problem('nhom-co-so-lieu', { label: nameOf(row), typed: value.shown }, figures.place(row));
  }
  const child = within(row).find((below) => {
    const there = below.row.kind === 'count' || below.row.kind === 'money' ? figures.figure(below) : undefined;
    return there !== undefined && !isZero(there);
  });
  if (child === undefined) return undefined;
  const childTyped = figures.value(child)?.shown ?? '';
  const params = { label: nameOf(row), typed: value.shown, child: nameOf(child), childTyped };
  return problem('nhom-trai-dong-con', params, figures.place(row), figures.places([child]));
}
