import { compare } from '../../../model/decimal.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { type Block, textOf } from '../report-text.ts';
import { isRate, workedRate } from './arithmetic.ts';
import { sameHead } from './breakdown.ts';
import { type Figure, figuresIn, measured, sentencesIn } from './figures.ts';

/** A rate that is one of a change, of an estimate or of a goal follows from other figures than those beside it. */
const OTHER =
  /tăng|giảm|vượt|so với|cùng kỳ|trên\s*$|dưới\s*$|hơn\s*$|khoảng\s*$|gần\s*$|tối thiểu|ít nhất|mục tiêu|phấn đấu|chỉ tiêu giao/iu;
const LINK = /đạt|tỷ lệ|tỉ lệ|chiếm|bằng|=|tương ứng|tương đương/iu;

interface Claim {
  readonly rate: Figure;
  readonly part: Figure;
  readonly whole: Figure;
}

const isFraction = (text: string, part: Figure, whole: Figure | undefined): whole is Figure =>
  whole !== undefined && /^(?:\s?\p{L}+){0,3}\s?\/\s?$/u.test(text.slice(part.end, whole.start));

/** The two figures that a rate stands for; `undefined` where the sentence leaves that open. */
function claimOf(text: string, before: readonly Figure[], rate: Figure, after: readonly Figure[]): Claim | undefined {
  const [next, second] = after;
  if (next !== undefined && /^%?\s?\(\s?$/.test(text.slice(rate.end, next.start)) && isFraction(text, next, second)) {
    return { rate, part: next, whole: second };
  }
  const last = before.at(-1);
  const previous = before.at(-2);
  if (last === undefined || previous === undefined) return undefined;
  const between = text.slice(last.end, rate.start);
  if (OTHER.test(between)) return undefined;
  if (isFraction(text, previous, last)) {
    return between.length <= 60 ? { rate, part: previous, whole: last } : undefined;
  }
  if (!LINK.test(between) || between.length > 60 || !sameHead(previous, last)) return undefined;
  const group = before.filter((one) => sameHead(one, last));
  if (group.length > 3 || group.length !== before.length) return undefined;
  const fits = group.some((part, i) =>
    group.some((whole, j) => i !== j && isRate(rate.amount, measured(part).amount, measured(whole).amount)),
  );
  if (fits) return undefined;
  const ordered = compare(measured(last).amount, measured(previous).amount) <= 0;
  return ordered ? { rate, part: last, whole: previous } : undefined;
}

function claimsIn(block: Block): readonly Claim[] {
  const figures = figuresIn(block);
  return sentencesIn(block.text).flatMap(({ start, end }) => {
    const own = figures.filter((one) => one.start >= start && one.end <= end);
    return own.flatMap((rate, i) => {
      if (!rate.percent) return [];
      const clause = Math.max(start, block.text.lastIndexOf(';', rate.start));
      const from = own.findLastIndex((one, j) => j < i && (one.percent || one.start < clause)) + 1;
      const claim = claimOf(block.text, own.slice(from, i), rate, own.slice(i + 1));
      return claim === undefined ? [] : [claim];
    });
  });
}

/** Rates that the part and the whole beside them do not give. */
export const sentenceRate: Rule = {
  code: 'ty-le-trong-cau',
  check(resolved, template): readonly Problem[] {
    return textOf(resolved, template).blocks.flatMap((block) =>
      claimsIn(block).flatMap(({ rate, part, whole }) => {
        const [a, b] = [measured(part).amount, measured(whole).amount];
        if (isRate(rate.amount, a, b) || (rate.bound && part.bound && whole.bound)) return [];
        const params = { part: part.text, whole: whole.text, rate: workedRate(a, b), typed: rate.text };
        const places = [part, whole].map((one) => block.placeAt(one.start));
        return [problem('ty-le-trong-cau', params, block.placeAt(rate.start), places)];
      }),
    );
  },
};
