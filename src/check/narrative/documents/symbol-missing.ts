import { CAPITAL, LETTER } from '../../../model/letters.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { textOf } from '../report-text.ts';

/**
 * A bare number after a kind that always has a symbol, and the sentence goes on as if the citation were whole. Documents
 * of the Party's centre are known by number alone: `Chỉ thị 05 của Bộ Chính trị`.
 */
const BARE = new RegExp(
  [
    String.raw`(?<![${LETTER}\d])(?:Nghị định|Thông tư|Quyết định|Chỉ thị|Kế hoạch)\s+(?:số\s+)?\d{1,5}`,
    String.raw`(?=\s+(?:của\s+(?!Bộ Chính trị|Ban Bí thư|Ban Chấp hành|Trung ương)[${CAPITAL}]|ngày\s+\d)|\s*[;.)]\s|[;.)]$)`,
  ].join(''),
  'g',
);

/** `Nghị định 130 của Chính phủ`: of which year? */
export const symbolMissing: Rule = {
  code: 'so-hieu-thieu',
  check(resolved, template): readonly Problem[] {
    return textOf(resolved, template).blocks.flatMap((block) =>
      [...block.text.matchAll(BARE)].map(({ 0: cited, index }) =>
        problem('so-hieu-thieu', { cited }, block.placeAt(index)),
      ),
    );
  },
};
