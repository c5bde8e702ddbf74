import { compare, decimal } from '../../../model/decimal.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { textOf } from '../report-text.ts';
import { figuresIn } from './figures.ts';

/** Ten thousand tỷ đồng: what a whole province takes in. */
const LIMIT = decimal(10_000_000_000_000n);

/** Money that no district, commune or department handles. Provinces do. */
export const implausibleMoney: Rule = {
  code: 'so-tien-kho-tin',
  check(resolved, template): readonly Problem[] {
    if (resolved.unit.agencyType === 'ubnd-tinh' || resolved.unit.agencyType === 'van-phong') return [];
    return textOf(resolved, template).blocks.flatMap((block) =>
      figuresIn(block).flatMap((figure) => {
        if (figure.head !== 'đồng' || compare(figure.worth, LIMIT) < 0) return [];
        return [problem('so-tien-kho-tin', { amount: `${figure.text} ${figure.unit}` }, block.placeAt(figure.start))];
      }),
    );
  },
};
