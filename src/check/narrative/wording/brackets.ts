import { LETTER, SMALL_LETTER } from '../../../model/letters.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { textOf } from '../report-text.ts';

/** `a)`, `1)`, `iv)` count points; they open nothing. */
const POINT = new RegExp(
  String.raw`(?<=^|[\s;:,.(])(?:[${SMALL_LETTER}]|[1-9]\d?|[ivx]{1,4})\)(?=\s+[${LETTER}“])`,
  'g',
);
const PAIRS: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['“', '”'],
];

/** What stands before the sign of a point that begins something; after a comma it may be the last of some figures. */
const BEGINS = /(?:^|[;:.(])\s*$/;

/** The first sign of a pair that stands alone; those of `spare` close what nothing else does. */
function lonely(
  text: string,
  [open, close]: readonly [string, string],
  spare: readonly number[],
): { sign: string; at: number } | undefined {
  const waiting: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === open) waiting.push(i);
    if (text[i] === close && waiting.pop() === undefined) return { sign: close, at: i };
  }
  const left = [...spare];
  const at = waiting.find((start) => {
    const closing = left.findIndex((end) => end > start);
    if (closing < 0) return true;
    left.splice(closing, 1);
    return false;
  });
  return at === undefined ? undefined : { sign: open, at };
}

/** A bracket or a quotation mark without its partner. */
export const brackets: Rule = {
  code: 'ngoac-khong-dong',
  check(resolved, template): readonly Problem[] {
    return textOf(resolved, template).blocks.flatMap((block) => {
      if (!/[()“”]/.test(block.text)) return [];
      // Same length, so that offsets stay.
      const spare: number[] = [];
      const text = block.text.replace(POINT, (point, offset: number) => {
        if (isClosed(block.text, point)) return point;
        if (!BEGINS.test(block.text.slice(0, offset))) spare.push(offset + point.length - 1);
        return '_'.repeat(point.length);
      });
      return PAIRS.flatMap((pair) => {
        const found = lonely(text, pair, pair[1] === ')' ? spare : []);
        return found === undefined ? [] : [problem('ngoac-khong-dong', { sign: found.sign }, block.placeAt(found.at))];
      });
    });
  },
};

/** `(1)` and `(a)` are whole. */
const isClosed = (text: string, point: string): boolean => text.includes(`(${point}`);
