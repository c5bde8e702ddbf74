import type { Problem } from '../../../model/problem.ts';
import type { Rule } from '../../rule.ts';
import { figuresIn } from '../figures/figures.ts';
import { textOf } from '../report-text.ts';
import { mixed, printedValues, type Sample } from './mixed.ts';

const SMALL = /^0?[1-9]$/;
const sample = (text: string, at: Sample['at']): Sample => ({ way: text.startsWith('0') ? 'zero' : 'none', text, at });

/** Counts below ten with and without a leading zero, in prose and in the appendix. */
export const leadingZeros: Rule = {
  code: 'kieu-so-0',
  check(resolved, template): readonly Problem[] {
    const values = printedValues(resolved)
      .filter(({ row, text }) => row.kind === 'count' && SMALL.test(text))
      .map(({ text, at }) => sample(text, at));
    const { slots } = textOf(resolved, template);
    const prose = [...slots.values()].flat().flatMap((block) =>
      figuresIn(block)
        .filter(({ text, bound, percent, start, end }) => {
          if (bound || percent || !SMALL.test(text)) return false;
          const fraction = /\/\s?$/.test(block.text.slice(0, start)) || /^\s?\//.test(block.text.slice(end));
          // Alone in a table's cell, most often the number of its row.
          const cell = /\|\s*$/.test(block.text.slice(0, start)) && /^\s*\|/.test(block.text.slice(end));
          return !fraction && !cell;
        })
        .map(({ text, start }) => sample(text, () => block.placeAt(start))),
    );
    return [
      ...mixed(
        'kieu-so-0',
        { vi: 'Số dưới 10 trong phần lời', en: 'Counts below 10 in the narrative are written' },
        prose,
      ),
      ...mixed(
        'kieu-so-0',
        { vi: 'Số dưới 10 trong phụ lục', en: 'Counts below 10 in the appendix are written' },
        values,
      ),
    ];
  },
};
