import type { Problem } from '../../../model/problem.ts';
import type { Rule } from '../../rule.ts';
import { mixed, printedValues } from './mixed.ts';

/** None in the appendix: 0, Không, Không có. */
export const zeros: Rule = {
  code: 'kieu-so-khong',
  check(resolved): readonly Problem[] {
    const samples = printedValues(resolved)
      .filter(({ row, text }) => row.kind === 'count' && /^(?:0+|không(?: có)?)$/iu.test(text))
      .map(({ text, at }) => ({ way: text, text, at }));
    return mixed('kieu-so-khong', { vi: 'Số không trong phụ lục', en: 'None in the appendix is written' }, samples);
  },
};
