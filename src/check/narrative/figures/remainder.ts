import { add, compare, type Decimal, decimal, subtract } from '../../../model/decimal.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { type Block, textOf } from '../report-text.ts';
import { sentencesOf } from '../sentences.ts';
import { equal, shown, sumOf } from './arithmetic.ts';
import { type Figure, figuresIn, sameHead } from './figures.ts';
import { isSlip } from './slips.ts';

/** What is left: said outright, or by `còn` alone, which may begin another thought. */
const LEFT = /(?<!xuống\s|rút\s|giảm\s|chỉ\s)còn\s(?:lại|thiếu|phải [a-zà-öø-ỹ]+(?: [a-zà-öø-ỹ]+)?)(?:\slà|:)?\s$/;
const STILL = /[,;.]\s(?:hiện\s|và\s|nay\s)?còn\s$/;
/** What is still open; other words after it tell of another thing. */
const OPEN =
  /^\s(?:[a-zà-öø-ỹ]+\s){0,3}?(?:chưa|đang|trong hạn|quá hạn|phải|cần|về|ở|tại|do|thuộc)(?![a-zà-öø-ỹ])|^(?:\s[a-zà-öø-ỹ]+){0,2}\s*(?:[.,;)]|$)/;
const LEFT_AFTER = /^(?:\s[a-zà-öø-ỹ]+){1,3}\scòn lại/;
const OTHER = /cùng kỳ|năm trước|kỳ trước|quý trước|chuyển (?:sang|qua)|tháng trước|bổ sung|phát sinh|tăng|giảm/;
const FROM_BEFORE = /năm trước|kỳ trước|quý trước|tháng trước|từ năm/;
const MOST_PARTS = 5;

interface Remainder {
  readonly left: Figure;
  readonly whole: Figure;
  readonly done: readonly Figure[];
}

const amount = (figure: Figure) => figure.worth;

/** Every sum of some of these. */
function subsetSums(figures: readonly Figure[]): readonly Decimal[] {
  const sums = [sumOf([])];
  for (const one of figures) sums.push(...sums.map((sum) => add(sum, amount(one))));
  return sums;
}

/** Whether some one of the figures, less some of the others, is what is left. */
const isExplained = (left: Figure, figures: readonly Figure[]): boolean =>
  figures.some((whole) =>
    subsetSums(figures.filter((one) => one !== whole)).some((sum) => equal(subtract(amount(whole), sum), amount(left))),
  );

const TEN = decimal(10n);

/** Near enough to have been meant: a slip of the fingers, or both of one digit. */
const isNear = (a: Decimal, b: Decimal): boolean =>
  isSlip(shown(a), shown(b)) || (compare(a, TEN) < 0 && compare(b, TEN) < 0);

function remainderOf(text: string, left: Figure, before: readonly Figure[], start: number): Remainder | undefined {
  const lead = text.slice(start, left.start);
  const sure = LEFT.test(lead) || LEFT_AFTER.test(text.slice(left.end));
  if (!sure && !(STILL.test(lead) && OPEN.test(text.slice(left.end)))) return undefined;
  const like = before.filter((one) => sameHead(one, left) || one.unit === '' || left.unit === '');
  const [whole, ...done] = like;
  if (whole === undefined || done.length === 0 || done.length > MOST_PARTS) return undefined;
  if (
    OTHER.test(text.slice(whole.start, left.start)) ||
    FROM_BEFORE.test(text.slice(left.end, left.end + 40)) ||
    text.slice(whole.end, left.start).includes('trong đó')
  )
    return undefined;
  if (done.some((one) => compare(amount(one), amount(whole)) > 0) || isExplained(left, like)) return undefined;
  const worked = subtract(amount(whole), sumOf(done.map(amount)));
  if (worked.unscaled < 0n || (!sure && !isNear(worked, amount(left)))) return undefined;
  // With parts in between it is open what was taken off.
  return done.length > 2 && !isNear(worked, amount(left)) ? undefined : { left, whole, done };
}

function remaindersIn(block: Block): readonly Remainder[] {
  const { lower } = block;
  if (!lower.includes('còn')) return [];
  const figures = figuresIn(block).filter(({ percent }) => !percent);
  // The whole, what was done of it and what is left.
  if (figures.length < 3) return [];
  const sentences = sentencesOf(block);
  return sentences.flatMap(({ start, end }, i) =>
    figures
      .filter((one) => one.start >= start && one.end <= end)
      .flatMap((left) => {
        const before = (from: number) => figures.filter((one) => one.start >= from && one.end <= left.start);
        // The whole may stand in the sentence before.
        const found =
          remainderOf(lower, left, before(start), start) ??
          remainderOf(lower, left, before(sentences[i - 1]?.start ?? start), start);
        return found === undefined ? [] : [found];
      }),
  );
}

/** What is said to be left that is not the whole less what was done. */
export const remainder: Rule = {
  code: 'con-lai-trong-cau',
  check(resolved, template): readonly Problem[] {
    return textOf(resolved, template).blocks.flatMap((block) =>
      remaindersIn(block).flatMap(({ left, whole, done }) => {
        if ([left, whole, ...done].every(({ bound }) => bound)) return [];
        const params = {
          whole: whole.text,
          done: done.map(({ text }) => text).join(' - '),
          left: shown(subtract(whole.amount, sumOf(done.map((one) => one.amount)))),
          stated: left.text,
        };
        const places = [whole, ...done].map(({ start }) => block.placeAt(start));
        return [problem('con-lai-trong-cau', params, block.placeAt(left.start), places)];
      }),
    );
  },
};
