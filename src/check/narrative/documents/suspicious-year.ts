import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { spelled } from '../dates.ts';
import { ownSeries } from './own-series.ts';
import { placeOf } from './references.ts';

/** Numbers that are this near were given on one day, or nearly. */
const NEAR = 2;

/** Two neighbouring numbers of one day and month in two years; the one that is not the report's year is doubted. */
export const suspiciousYear: Rule = {
  code: 'van-ban-nghi-sai-nam',
  check(resolved, template): readonly Problem[] {
    const { year } = resolved.report.period;
    return ownSeries(resolved, template).flatMap((series) => {
      for (const doubted of series.filter(({ date }) => date.year !== year)) {
        const other = series.find(
          ({ date, number }) =>
            date.year === year &&
            date.day === doubted.date.day &&
            date.month === doubted.date.month &&
            number !== doubted.number &&
            Math.abs(number - doubted.number) <= NEAR,
        );
        if (other === undefined) continue;
        const params = {
          name: doubted.name,
          date: spelled(doubted.date),
          other: other.name,
          otherDate: spelled(other.date),
        };
        return [problem('van-ban-nghi-sai-nam', params, placeOf(doubted), [placeOf(other)])];
      }
      return [];
    });
  },
};
