import { CAPITAL, LETTER } from '../../../model/letters.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { textOf } from '../report-text.ts';

const OPEN = String.raw`(?:…+|\.{3,}|_{2,})`;
const BLANKS = new RegExp(
  [
    String.raw`(?:(?<!một )số|ngày|đạt|tỷ lệ|tổng số)\s*:?\s*${OPEN}(?:\s*[/-]\S+)?`,
    String.raw`tháng\s*${OPEN}(?=\s*(?:năm|\/|\d))|năm\s+\d{0,2}${OPEN}`,
    String.raw`${OPEN}\s*(?:\/|%)\S*`,
    String.raw`(?<![${LETTER}\d])số\s*:?\s*\/[${CAPITAL}][${LETTER}-]*`,
    String.raw`(?<![${LETTER}\d])ngày\s+tháng\s+(?:\d{1,2}|năm)`,
    String.raw`(?<![${LETTER}\d])(?:x{2,}|X{4,}|\?{2,})(?=[\s,.;/%)]|$)`,
    String.raw`\[\s*(?:…+|\.+)?\s*\]|_{3,}|\.{6,}|TODO`,
  ].join('|'),
  'g',
);
/** Something of each of them; what is written out has none. */
const MAY_HOLD_BLANK = /…|\.{3}|__|số\s*:?\s*\/|ngày\s+tháng|xx|XXXX|\?\?|\[|TODO/;

/** What was left open to be filled in. */
export const blanks: Rule = {
  code: 'cho-trong',
  check(resolved, template): readonly Problem[] {
    return textOf(resolved, template).blocks.flatMap((block) => {
      if (!MAY_HOLD_BLANK.test(block.text)) return [];
      return [...block.text.matchAll(BLANKS)].map(({ 0: text, index }) =>
        problem('cho-trong', { text }, block.placeAt(index)),
      );
    });
  },
};
