import { isFullDate } from '../model/date.ts';
import type { DataPlace, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { WORDS } from '../model/words.ts';
import type { Rule } from './rule.ts';

/**
 * A date with room left for a hand (`__/3/2021`), and a number that is open, too, where the template prints them. A
 * number alone is often given by the clerk when all else is done, and not asked for.
 */
export const leftToFill: Rule = {
  code: 'con-de-dien',
  check({ report }, { fields }): readonly Problem[] {
    if (isFullDate(report.date) || !fields.includes('dia_danh_ngay')) return [];
    const number = report.number === undefined && fields.includes('so_ky_hieu');
    const at: DataPlace = { kind: 'data', file: report.file, path: [WORDS.report.date] };
    return [problem('con-de-dien', { number }, at)];
  },
};
