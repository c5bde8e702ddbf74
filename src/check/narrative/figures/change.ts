import { absolute, add, compare, type Decimal, subtract } from '../../../model/decimal.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { type Block, textOf } from '../report-text.ts';
import { sentencesOf } from '../sentences.ts';
import { equal, isRate, shown, workedRate } from './arithmetic.ts';
import { type Figure, figuresIn, outsideBrackets, sameHead, withoutBrackets } from './figures.ts';

/** `tăng 20%`, `giảm 0,6 điểm`: the word and what it is of. */
const WORD = /(?<![a-zà-öø-ỹ])(tăng|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn)\s+(?:thêm\s+|được\s+|đi\s+)?$/;
const UP = /tăng|cao|nhiều/;
/** From the change to the figure before it: `so với cùng kỳ năm 2025 (`, `so với năm 2022 là`. */
const SO_VOI =
  /^%?(?:\s?điểm(?:\s?(?:%|phần trăm))?)?(?:\s[a-zà-öø-ỹ][a-zà-öø-ỹ./]*,?){0,4}?\s*,?\s?(?:so với|so cùng kỳ)[^();.]{0,70}?(?:\(\s?(?:[a-zà-öø-ỹ][a-zà-öø-ỹ§\s:,/]*\s)?|\slà\s|:\s)$/;
const LONGEST_LEAD = 60;
const LONGEST_LINK = 25;
const POINTS = /^%?\s?(?:điểm|phần trăm điểm)/;
const NEITHER = /kế hoạch|dự toán|chỉ tiêu|mục tiêu|bình quân|trung bình|lần|bậc|hạng/;

interface Change {
  readonly word: string;
  readonly now: Figure;
  readonly by: Figure;
  readonly before: Figure;
  readonly points: boolean;
}

const amount = (figure: Figure): Decimal => figure.worth;
const comparable = (a: Figure, b: Figure): boolean =>
  a.percent === b.percent && (sameHead(a, b) || a.unit === '' || b.unit === '');

function changesIn(block: Block): readonly Change[] {
  const { lower: text } = block;
  if (!/tăng|giảm|hơn/.test(text)) return [];
  const figures = figuresIn(block);
  return sentencesOf(block).flatMap(({ start, end }) => {
    const own = figures.filter((one) => one.start >= start && one.end <= end);
    return own.flatMap((by, i): readonly Change[] => {
      const before = own[i + 1];
      const word = WORD.exec(text.slice(start, by.start))?.[1];
      if (word === undefined || before === undefined) return [];
      const now = outsideBrackets(text, own.slice(0, i), by.start).findLast(
        ({ percent }) => percent === before.percent,
      );
      if (now === undefined || !comparable(now, before)) return [];
      const [lead, link] = [withoutBrackets(text.slice(now.end, by.start)), text.slice(by.end, before.start)];
      if (/;/.test(lead) || lead.length > LONGEST_LEAD || !SO_VOI.test(link)) return [];
      if (NEITHER.test(lead.split(',').at(-1) ?? '') || NEITHER.test(link)) return [];
      const points = POINTS.test(text.slice(by.end, by.end + 12)) || (now.percent && !by.percent);
      return by.percent || points || comparable(now, by) ? [{ word, now, by, before, points }] : [];
    });
  });
}

const FROM = /(?<![a-zà-öø-ỹ])từ\s(?:[a-zà-öø-ỹ]+\s){0,2}$/;
const TO = /^%?(?:\s[a-zà-öø-ỹ]+){0,3}\s(?:lên|xuống|còn|thành|đến)(?:\s(?:còn|thành|là))?\s$/;
const DIRECTED = /lên|xuống|còn/;

/** `giảm từ 30 ngày xuống còn 21 ngày (giảm 30%)`, `tăng 5 nhiệm vụ (từ 36 lên 41 nhiệm vụ)`. */
function fromTo(block: Block): readonly Change[] {
  const { lower: text } = block;
  if (!text.includes('từ')) return [];
  const figures = figuresIn(block);
  return figures.flatMap((before, i): readonly Change[] => {
    const now = figures[i + 1];
    if (now === undefined || !FROM.test(text.slice(0, before.start)) || !comparable(before, now)) return [];
    const link = text.slice(before.end, now.start);
    if (!TO.test(link) || !DIRECTED.test(link)) return [];
    return [figures[i - 1], figures[i + 2]].flatMap((by) => {
      if (by === undefined) return [];
      const word = WORD.exec(text.slice(0, by.start))?.[1];
      const [from, to] = by.start < before.start ? [by.end, before.start] : [now.end, by.start];
      const between = block.text.slice(from, to);
      if (word === undefined || between.length > LONGEST_LINK || /[.;]|so với/.test(between)) return [];
      const points = POINTS.test(text.slice(by.end, by.end + 12)) || (now.percent && !by.percent);
      return by.percent || points || comparable(now, by) ? [{ word, now, by, before, points }] : [];
    });
  });
}

/** Whether the change follows; for rates, points and per cent are both said with `%`. */
function follows({ word, now, by, before, points }: Change): boolean {
  const [is, was] = [amount(now), amount(before)];
  const risen = compare(is, was) >= 0;
  const by_ = absolute(amount(by));
  if (risen !== UP.test(word) && !equal(is, was)) return false;
  const difference = absolute(subtract(is, was));
  if (equal(difference, by_)) return true;
  if (!by.percent || points) return false;
  return isRate(by_, difference, was);
}

function worked({ now, by, before, points }: Change): string {
  const difference = subtract(amount(now), amount(before));
  const word = difference.unscaled < 0n ? 'giảm' : 'tăng';
  const by_ = by.percent && !points && !now.percent;
  const size = by_
    ? `${workedRate(absolute(difference), amount(before))}%`
    : shown(now.percent ? absolute(difference) : inUnitOf(now, before));
  return `${word} ${size}`;
}

/** The difference in the unit that both are typed in; money of two units in đồng. */
const inUnitOf = (now: Figure, before: Figure): Decimal =>
  absolute(
    now.unit === before.unit || before.unit === ''
      ? subtract(now.amount, before.amount)
      : subtract(amount(now), amount(before)),
  );

/** `450 hồ sơ, tăng 50 hồ sơ (12,5%)`: the change in per cent is of the figure before. */
const SAME_CHANGE =
  /^(?:\s[a-zà-öø-ỹ]+,?){0,4}\s*(?:\(\s?(?:tăng|giảm|tương ứng|tương đương|bằng|đạt|tỷ lệ|hay)?\s?(?:tăng|giảm)?\s?|,?\s(?:tương ứng|tương đương|hay)(?:\s(?:tăng|giảm|với))?\s)$/;

interface Share {
  readonly now: Figure;
  readonly by: Figure;
  readonly rate: Figure;
  readonly was: Decimal;
}

function sharesIn(block: Block): readonly Share[] {
  const { lower: text } = block;
  const figures = figuresIn(block);
  return sentencesOf(block).flatMap(({ start, end }) => {
    const own = figures.filter((one) => one.start >= start && one.end <= end);
    return own.flatMap((by, i): readonly Share[] => {
      const rate = own[i + 1];
      const now = outsideBrackets(text, own.slice(0, i), by.start).at(-1);
      const word = WORD.exec(text.slice(start, by.start))?.[1];
      if (word === undefined || now === undefined || rate === undefined) return [];
      const lead = withoutBrackets(text.slice(now.end, by.start));
      if (by.percent || now.percent || !rate.percent || !comparable(now, by) || lead.length > 25 || /;/.test(lead))
        return [];
      if (!SAME_CHANGE.test(text.slice(by.end, rate.start)) || NEITHER.test(text.slice(now.end, rate.end + 60)))
        return [];
      const was = UP.test(word) ? subtract(amount(now), amount(by)) : add(amount(now), amount(by));
      // Some work the rate out of the figure now.
      const fits = isRate(rate.amount, amount(by), was) || isRate(rate.amount, amount(by), amount(now));
      return fits || was.unscaled <= 0n ? [] : [{ now, by, rate, was }];
    });
  });
}

/** What it was, what it is and by how much it changed. */
const mayTellOfChange = (block: Block): boolean => figuresIn(block).length >= 3;

/** What is said to have grown or fallen since a figure of before, and did not by that much. */
export const change: Rule = {
  code: 'tang-giam-trong-cau',
  check(resolved, template): readonly Problem[] {
    return textOf(resolved, template)
      .blocks.filter(mayTellOfChange)
      .flatMap((block) => [
        ...[...changesIn(block), ...fromTo(block)].flatMap((one) => {
          const { word, now, by, before, points } = one;
          if (follows(one) || [now, by, before].every(({ bound }) => bound)) return [];
          const sign = by.percent ? '%' : points ? ' điểm' : '';
          const percent = now.percent ? '%' : '';
          const params = {
            from: `${before.text}${percent}`,
            to: `${now.text}${percent}`,
            worked: worked(one),
            stated: `${word} ${by.text}${sign}`,
          };
          const places = [now, before].map(({ start }) => block.placeAt(start));
          return [problem('tang-giam-trong-cau', params, block.placeAt(by.start), places)];
        }),
        ...sharesIn(block).map(({ now, by, rate, was }) => {
          const params = { part: by.text, whole: shown(was), rate: workedRate(amount(by), was), typed: rate.text };
          const places = [now, by].map(({ start }) => block.placeAt(start));
          return problem('ty-le-trong-cau', params, block.placeAt(rate.start), places);
        }),
      ]);
  },
};
