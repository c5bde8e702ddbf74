import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { textOf } from '../report-text.ts';

/** `a)`, `1)`, `iv)` count points; they open nothing. */
const POINT = /(?<=^|[\s;:,.(])(?:\p{Ll}|[1-9]\d?|[ivx]{1,4})\)(?=\s+[\p{L}“])/gu;
const PAIRS: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['“', '”'],
];

/** The first sign of a pair that stands alone. */
function lonely(text: string, [open, close]: readonly [string, string]): { sign: string; at: number } | undefined {
  const waiting: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === open) waiting.push(i);
    if (text[i] === close && waiting.pop() === undefined) return { sign: close, at: i };
  }
  const at = waiting[0];
  return at === undefined ? undefined : { sign: open, at };
}

/** A bracket or a quotation mark without its partner. */
export const brackets: Rule = {
  code: 'ngoac-khong-dong',
  check(resolved, template): readonly Problem[] {
    return textOf(resolved, template).blocks.flatMap((block) => {
      // Same length, so that offsets stay.
      const text = block.text.replace(POINT, (point) =>
        isClosed(block.text, point) ? point : '_'.repeat(point.length),
      );
      return PAIRS.flatMap((pair) => {
        const found = lonely(text, pair) ?? undefined;
        return found === undefined ? [] : [problem('ngoac-khong-dong', { sign: found.sign }, block.placeAt(found.at))];
      });
    });
  },
};

/** `(1)` and `(a)` are whole. */
const isClosed = (text: string, point: string): boolean => text.includes(`(${point}`);
