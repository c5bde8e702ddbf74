import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { datesOf, isPossible } from '../dates.ts';
import { textOf } from '../report-text.ts';

/** A day that the calendar does not have. */
export const impossibleDate: Rule = {
  code: 'ngay-khong-the-co',
  check(resolved, template): readonly Problem[] {
    return textOf(resolved, template).blocks.flatMap((block) =>
      datesOf(block)
        .filter((date) => !isPossible(date))
        .map(({ text, start }) => problem('ngay-khong-the-co', { date: text }, block.placeAt(start))),
    );
  },
};
