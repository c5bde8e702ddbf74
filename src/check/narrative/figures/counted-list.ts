import { decimal } from '../../../model/decimal.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { type Block, textOf } from '../report-text.ts';
import { equal } from './arithmetic.ts';
import { type Figure, figuresIn, sentencesIn } from './figures.ts';

/** A list longer than this is not counted out in a sentence. */
const MOST = 15;
const ANNOUNCES = /^[^.;\d]{0,60}(?:gồm|sau|cụ thể|là)\s*(?:đây)?\s*:\s*$/iu;
const INLINE = /\((\d{1,2})\)\s/gu;

function told(block: Block, figure: Figure, counted: number): readonly Problem[] {
  if (counted < 2 || figure.percent || equal(figure.amount, decimal(BigInt(counted)))) return [];
  const params = { stated: figure.text, what: figure.unit, counted };
  return [problem('dem-khac-liet-ke', params, block.placeAt(figure.start))];
}

/** `02 nhiệm vụ, gồm: (1) …; (2) …`. */
function inline(block: Block): readonly Problem[] {
  return sentencesIn(block.text).flatMap(({ start, end }) => {
    const numbers = [...block.text.slice(start, end).matchAll(INLINE)];
    const [first] = numbers;
    if (first === undefined || numbers.some(([, number], i) => Number(number) !== i + 1)) return [];
    const before = figuresIn(block).filter((one) => one.start >= start && one.end <= start + first.index);
    const figure = before.at(-1);
    if (
      figure === undefined ||
      figure.unit === '' ||
      !ANNOUNCES.test(block.text.slice(figure.end, start + first.index))
    )
      return [];
    return told(block, figure, numbers.length);
  });
}

/** `03 kế hoạch sau:` with the items below, each of one thing. */
function listed(block: Block, following: readonly Block[]): readonly Problem[] {
  const last = sentencesIn(block.text).at(-1);
  const figures = figuresIn(block).filter(({ start }) => start >= (last?.start ?? 0));
  const [figure, second] = figures;
  if (figure === undefined || second !== undefined || figure.unit === '' || figure.amount.unscaled > BigInt(MOST))
    return [];
  if (!ANNOUNCES.test(block.text.slice(figure.end))) return [];
  const sign = following[0]?.marker ?? '';
  const end = following.findIndex(
    ({ kind, marker }) => kind !== 'item' || (marker !== sign && !/\d|\p{Ll}/u.test(sign)),
  );
  const items = end < 0 ? following : following.slice(0, end);
  // An item with figures of its own may stand for several things.
  if (items.some((item) => figuresIn(item).length > 0 || /…|\.\.\./.test(item.text))) return [];
  return told(block, figure, items.length);
}

/** A number of things, and a list of more or fewer. */
export const countedList: Rule = {
  code: 'dem-khac-liet-ke',
  check(resolved, template): readonly Problem[] {
    const { slots } = textOf(resolved, template);
    return [...slots.values()].flatMap((blocks) =>
      blocks.flatMap((block, i) => [...inline(block), ...listed(block, blocks.slice(i + 1))]),
    );
  },
};
