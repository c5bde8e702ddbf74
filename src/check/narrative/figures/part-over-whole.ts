import { compare, decimal } from '../../../model/decimal.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { type Block, textOf } from '../report-text.ts';
import { sentencesOf } from '../sentences.ts';
import { type Figure, figuresIn, sameHead } from './figures.ts';
import { claimsIn } from './rate-claim.ts';

/** What may well be more than was set. */
const BEYOND = /kế hoạch|dự toán|chỉ tiêu|vượt|định mức|nhu cầu|mục tiêu|so với|cùng kỳ|giao|đạt \d{3}/;
const STROKE = /^(?:\s[a-zà-öø-ỹ]+){0,2}\s?\/\s?$/;
const OUT_OF = /^(?:\s[a-zà-öø-ỹ]+){0,4}\strên (?:tổng số|tổng)(?:\s[a-zà-öø-ỹ]+){0,3}\s$/;
const AMONG = /^[^\d;.:()]{0,40},?\s(?:trong đó|trong số đó)[^\d;.:()]{0,60}$/;
/** `500 đồng/01 trang`, `24/7`. */
const LEAST_WHOLE = decimal(8n);

interface Pair {
  readonly part: Figure;
  readonly whole: Figure;
}

function pairOf(text: string, figures: readonly Figure[], i: number): Pair | undefined {
  const [first, second, third] = figures.slice(i, i + 3);
  if (first === undefined || second === undefined || first.percent || second.percent) return undefined;
  const between = text.slice(first.end, second.start);
  const alike = sameHead(first, second);
  if (STROKE.test(between) && (first.unit === '' || alike) && second.unit !== '')
    return compare(second.amount, LEAST_WHOLE) < 0 ? undefined : { part: first, whole: second };
  if (OUT_OF.test(between)) return { part: first, whole: second };
  // With more parts the total is looked at.
  if (AMONG.test(between) && alike && !(third !== undefined && sameHead(third, second)))
    return { part: second, whole: first };
  return undefined;
}

function pairsIn(block: Block): readonly Pair[] {
  const figures = figuresIn(block);
  if (figures.length < 2) return [];
  const { lower } = block;
  const isRated = (part: Figure): boolean => claimsIn(block).some((claim) => claim.part === part);
  return sentencesOf(block).flatMap(({ start, end }) => {
    const own = figures.filter((one) => one.start >= start && one.end <= end);
    return own.flatMap((_, i) => {
      const pair = pairOf(lower, own, i);
      if (pair === undefined || compare(pair.part.worth, pair.whole.worth) <= 0) return [];
      if (isRated(pair.part)) return [];
      return BEYOND.test(lower.slice(Math.max(start, pair.part.start - 60), pair.whole.end + 60)) ? [] : [pair];
    });
  });
}

/** A part in a sentence that is more than its whole. */
export const partOverWhole: Rule = {
  code: 'phan-vuot-tong',
  check(resolved, template): readonly Problem[] {
    return textOf(resolved, template).blocks.flatMap((block) =>
      pairsIn(block).flatMap(({ part, whole }) => {
        if (part.bound && whole.bound) return [];
        const params = { part: part.text, whole: whole.text, what: whole.unit || part.unit };
        return [problem('phan-vuot-tong', params, block.placeAt(part.start), [block.placeAt(whole.start)])];
      }),
    );
  },
};
