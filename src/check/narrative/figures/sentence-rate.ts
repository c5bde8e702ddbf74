import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { textOf } from '../report-text.ts';
import { isRate, workedRate } from './arithmetic.ts';
import { claimsIn, wholeOf } from './rate-claim.ts';

/** Rates that the part and the whole beside them do not give. */
export const sentenceRate: Rule = {
  code: 'ty-le-trong-cau',
  check(resolved, template): readonly Problem[] {
    return textOf(resolved, template).blocks.flatMap((block) =>
      claimsIn(block).flatMap((claim) => {
        const { rate, part, wholes } = claim;
        const [a, b] = [part.worth, wholeOf(claim)];
        if (isRate(rate.amount, a, b) || [rate, part, ...wholes].every(({ bound }) => bound)) return [];
        const texts = wholes.map(({ text }) => text);
        const whole = texts.length > 1 ? `(${texts.join(' + ')})` : texts.join('');
        const params = { part: part.text, whole, rate: workedRate(a, b), typed: rate.text };
        const places = [part, ...wholes].map((one) => block.placeAt(one.start));
        return [problem('ty-le-trong-cau', params, block.placeAt(rate.start), places)];
      }),
    );
  },
};
