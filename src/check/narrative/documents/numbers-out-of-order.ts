import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { isPossible, ordinal, spelled } from '../dates.ts';
import { ownSeries } from './own-series.ts';
import { placeOf } from './references.ts';

/** Within a year, a lower number of the unit's own series with a later date. */
export const numbersOutOfOrder: Rule = {
  code: 'van-ban-nguoc-thu-tu',
  check(resolved, template): readonly Problem[] {
    return ownSeries(resolved, template).flatMap((series) => {
      const documents = series.filter(({ date }) => isPossible(date)).toSorted((a, b) => a.number - b.number);
      return documents.flatMap((second, i) => {
        const first = documents
          .slice(0, i)
          .find(
            ({ date, number }) =>
              number < second.number && date.year === second.date.year && ordinal(date) > ordinal(second.date),
          );
        if (first === undefined) return [];
        const params = {
          first: first.name,
          firstDate: spelled(first.date),
          second: second.name,
          secondDate: spelled(second.date),
        };
        return [problem('van-ban-nguoc-thu-tu', params, placeOf(second), [placeOf(first)])];
      });
    });
  },
};
