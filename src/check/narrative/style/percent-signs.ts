import type { Problem } from '../../../model/problem.ts';
import type { Rule } from '../../rule.ts';
import { figuresIn } from '../figures/figures.ts';
import { textOf } from '../report-text.ts';
import { mixed, printedValues } from './mixed.ts';

/** The percent sign: close to the number or not in prose; there or not in the appendix. */
export const percentSigns: Rule = {
  code: 'kieu-phan-tram',
  check(resolved, template): readonly Problem[] {
    const values = printedValues(resolved)
      .filter(({ row, text }) => row.kind === 'percent' && /^\d[\d.,]*\s?%?$/.test(text) && !/^0$/.test(text))
      .map(({ text, at }) => ({ way: text.endsWith('%') ? 'sign' : 'none', text, at }));
    const prose = textOf(resolved, template).blocks.flatMap((block) =>
      figuresIn(block)
        .filter(({ bound, percent }) => percent && !bound)
        .map(({ start, end }) => {
          const text = /^\s?%/.exec(block.text.slice(end))?.[0] ?? '%';
          const whole = block.text.slice(start, end + text.length);
          return { way: text === '%' ? 'close' : 'apart', text: whole, at: () => block.placeAt(start) };
        }),
    );
    return [
      ...mixed(
        'kieu-phan-tram',
        { vi: 'Dấu % trong phần lời', en: 'Percent signs in the narrative are written' },
        prose,
      ),
      ...mixed('kieu-phan-tram', { vi: 'Tỷ lệ trong phụ lục', en: 'Rates in the appendix are written' }, values),
    ];
  },
};
