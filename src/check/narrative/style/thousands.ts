import type { Problem } from '../../../model/problem.ts';
import type { Rule } from '../../rule.ts';
import { figuresIn } from '../figures/figures.ts';
import { textOf } from '../report-text.ts';
import { mixed, printedValues, type Sample } from './mixed.ts';

const LARGE = /^(?:\d{4,}|\d{1,3}(?:\.\d{3})+)$/;
const sample = (text: string, at: Sample['at']): Sample => ({ way: text.includes('.') ? 'point' : 'none', text, at });

/** Large numbers with and without the point of thousands. */
export const thousands: Rule = {
  code: 'kieu-hang-nghin',
  check(resolved, template): readonly Problem[] {
    const values = printedValues(resolved)
      .filter(({ row, text }) => (row.kind === 'count' || row.kind === 'money') && LARGE.test(text))
      .map(({ text, at }) => sample(text, at));
    const prose = textOf(resolved, template).blocks.flatMap((block) =>
      figuresIn(block)
        .filter(({ text, bound, percent }) => !bound && !percent && LARGE.test(text))
        .map(({ text, start }) => sample(text, () => block.placeAt(start))),
    );
    return mixed('kieu-hang-nghin', { vi: 'Số hàng nghìn', en: 'Thousands are written' }, [...prose, ...values]);
  },
};
