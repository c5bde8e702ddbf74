import { problem } from '../../model/problem-codes.ts';
import { nameOf } from './form.ts';
import { figureRule } from './rule.ts';

/** `01 đơn vị`: a figure, then words. */
const WITH_WORDS = /^\d[\d.,]*\s+([a-zà-öø-ỹ][a-zà-öø-ỹ\s]*)$/;

/** Cells that say the unit of measure again (`hien_thi: 01 đơn vị`), though the form has a column for it. */
export const unitInCell = figureRule('don-vi-lap', function* ({ figures, form }) {
  const found = form.rows.filter((row) => {
    const words = WITH_WORDS.exec(figures.typed(row)?.shown.toLowerCase() ?? '')?.[1]?.trim();
    return words !== undefined && row.row.unitOfMeasure.toLowerCase().includes(words);
  });
  const [first, ...others] = found;
  if (first === undefined) return;
  const rows = found.map((row) => ({ label: nameOf(row), shown: figures.typed(row)?.shown ?? '' }));
  yield problem('don-vi-lap', { rows }, figures.place(first), figures.places(others));
});
