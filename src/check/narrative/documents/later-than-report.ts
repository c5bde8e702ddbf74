import { shortDate } from '../../../model/date.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { isPossible, latest, ordinal, spelled } from '../dates.ts';
import { placeOf, referencesIn } from './references.ts';

/** A document that did not exist yet when the report was signed. A draft without a day counts to the month's end. */
export const laterThanReport: Rule = {
  code: 'van-ban-sau-bao-cao',
  check(resolved, template): readonly Problem[] {
    const { report } = resolved;
    const last = ordinal(latest(report.date));
    return referencesIn(resolved, template).flatMap((reference) => {
      const { name, date } = reference;
      if (date === undefined || !isPossible(date) || ordinal(date) <= last) return [];
      const params = { name, date: spelled(date), report: shortDate(report.date).replace(/\u00a0+/g, '…') };
      const related = [{ kind: 'data', file: report.file, path: ['ngay'] } as const];
      return [problem('van-ban-sau-bao-cao', params, placeOf(reference), related)];
    });
  },
};
