import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { spelled } from '../dates.ts';
import { placeOf, referencesIn } from './references.ts';

/** The year in the number is not the year of the date. */
export const yearDisagrees: Rule = {
  code: 'so-hieu-khac-nam',
  check(resolved, template): readonly Problem[] {
    return referencesIn(resolved, template).flatMap((reference) => {
      const { year, date, name } = reference;
      if (year === undefined || date === undefined || year === date.year) return [];
      return [problem('so-hieu-khac-nam', { name, year, date: spelled(date) }, placeOf(reference))];
    });
  },
};
