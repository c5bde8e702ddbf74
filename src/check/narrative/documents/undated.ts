import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { byName, placeOf, referencesIn } from './references.ts';

/** `Quyết định số 15/QĐ-UBND năm 2021` says at least the year. */
const OF_YEAR = /^,?\s+năm\s+\d{4}/u;

/** Documents that no citation dates: one finding for a report. */
export const undated: Rule = {
  code: 'van-ban-thieu-ngay',
  check(resolved, template): readonly Problem[] {
    const firsts = byName(referencesIn(resolved, template).filter(({ block }) => block.kind !== 'heading'))
      .filter((references) =>
        references.every((one) => one.date === undefined && !OF_YEAR.test(one.block.text.slice(one.end))),
      )
      .flatMap(([first]) => (first === undefined || first.kind === undefined ? [] : [first]));
    const [first, ...others] = firsts;
    if (first === undefined) return [];
    const names = firsts.map(({ name }) => name);
    return [problem('van-ban-thieu-ngay', { names }, placeOf(first), others.map(placeOf))];
  },
};
