import { compare } from '../../../model/decimal.ts';
import type { Block } from '../report-text.ts';
import { sentencesOf } from '../sentences.ts';
import { isRate, sumOf } from './arithmetic.ts';
import { isChange } from './breakdown.ts';
import { isExplained } from './explained.ts';
import { type Figure, figuresIn, outsideBrackets, sameHead, withoutBrackets } from './figures.ts';

/** A rate with the figures that its sentence says it follows from. The whole may be given by its parts. */
export interface Claim {
  readonly rate: Figure;
  readonly part: Figure;
  readonly wholes: readonly Figure[];
}

/** A rate that is one of a change, of an estimate or of a goal follows from other figures than those beside it. */
const OTHER =
  /tăng|giảm|vượt|so với|cùng kỳ|bình quân|trung bình|lãi suất|trên\s*$|dưới\s*$|hơn\s*$|khoảng\s*$|gần\s*$|tối thiểu|tối đa|ít nhất|mục tiêu|phấn đấu|yêu cầu|dự kiến|chỉ tiêu giao/;
const LINK = /đạt|tỷ lệ|tỉ lệ|chiếm|bằng|=|tương ứng|tương đương|\(\s*$/;
/** Words between a part and its rate that stand for the rate's own subject: `… , tỷ lệ hài lòng chung đạt 95%`. */
const LONGEST_LINK = 60;

/** What may be done beyond its whole. */
const PLAN = /kế hoạch|dự toán|chỉ tiêu|nhu cầu|định mức|vượt/;
const WHOLE_NAMED = /kế hoạch|dự toán|chỉ tiêu|nhu cầu|tổng|số (?:phải|được|đã|cần)|so với/;
/** Another body or time than the part's, so that the figure before is no whole of it. */
const OTHER_SCOPE =
  /toàn (?:tỉnh|huyện|thành phố|quốc|ngành)|trên địa bàn tỉnh|cả (?:nước|tỉnh)|riêng|cùng kỳ|năm trước|quý trước|kỳ trước|lũy kế/;
const GOES_ON =
  /^\s*(?:đến nay|đến ngày|trong (?:quý|kỳ|năm|tháng|6|06|9|09) |6 tháng|9 tháng|đến hết|tính đến|kết quả|qua |đã |trong đó|trong số|hiện |số )/;

/** `65/66`, `18 tỷ đồng/259 tỷ đồng`, `203 người trên tổng số 214 biên chế`. */
const STROKE = /^(?:\s?[a-zà-öø-ỹ]+){0,3}\s?\/\s?$/;
const OUT_OF =
  /^(?:\s[a-zà-öø-ỹ]+){0,5}\s(?:trên|trong)(?:\s(?:tổng số|tổng|số|kế hoạch|chỉ tiêu))(?:\s[a-zà-öø-ỹ]+){0,3}\s$|^(?:\s[a-zà-öø-ỹ]+){1,3}\strên\s$/;

const isOutOf = (text: string, part: Figure, whole: Figure): boolean => {
  const between = text.slice(part.end, whole.start);
  return STROKE.test(between) || OUT_OF.test(between);
};

interface Setting {
  /** In small letters. */
  readonly text: string;
  readonly rate: Figure;
  /** The figures of the sentence, and those before and after the rate in it; rates are left out. */
  readonly own: readonly Figure[];
  readonly before: readonly Figure[];
  readonly after: readonly Figure[];
  /** The figures of the sentence before. */
  readonly earlier: readonly Figure[];
  readonly percents: readonly Figure[];
}

const BRACKET = /^\s?%?((?:\s+[a-zà-öø-ỹ]+,?){0,7})\s*\(\s?(?:[a-zà-öø-ỹ]+\s+){0,4}$/;

/** `100% xã (16/17)`, `bằng 105% kế hoạch (40 doanh nghiệp)`. */
function fromBracket({ text, rate, before, after }: Setting): Claim | undefined {
  const [next, second] = after;
  if (next === undefined) return undefined;
  const lead = BRACKET.exec(text.slice(rate.end, next.start));
  if (lead === null) return undefined;
  if (second !== undefined && isOutOf(text, next, second)) return { rate, part: next, wholes: [second] };
  const part = outsideBrackets(text, before, rate.start).at(-1);
  const closes = /^[^()\d]{0,40}\)/.test(text.slice(next.end));
  if (part === undefined || !closes || !sameHead(part, next) || !WHOLE_NAMED.test(lead[1] ?? '')) return undefined;
  const between = withoutBrackets(text.slice(part.end, rate.start));
  return OTHER.test(between) || !LINK.test(between) ? undefined : { rate, part, wholes: [next] };
}

/** `13/24 nhiệm vụ, đạt 54,2%`, `203 người trên 214 biên chế (94,9%)`. */
function fromFraction({ text, rate, before }: Setting): Claim | undefined {
  const [part, whole] = [before.at(-2), before.at(-1)];
  if (part === undefined || whole === undefined || !isOutOf(text, part, whole)) return undefined;
  const between = text.slice(whole.end, rate.start);
  if (between.includes(';')) return undefined;
  return between.length > LONGEST_LINK || OTHER.test(between) ? undefined : { rate, part, wholes: [whole] };
}

/** A figure that has a rate of its own is a sibling, not the whole. */
const hasRate = (figure: Figure, { text, own, percents, rate }: Setting): boolean =>
  !/\/\s?$/.test(text.slice(0, figure.start)) &&
  percents.some((percent) => {
    if (percent === rate || percent.start < figure.end) return false;
    const next = own.find(({ start }) => start > figure.start);
    return (next === undefined || percent.start < next.start) && !/[.;]\s/.test(text.slice(figure.end, percent.start));
  });

const LATE = /(?:quá|trễ|chậm)\s*(?:hạn|hẹn)?/;
const IN_TIME = /(?:đúng|trước)\s*(?:hạn|hẹn)/;

/** `đúng hạn 8.062 hồ sơ, quá hạn 48 hồ sơ, đạt 99,4%`: the two are the whole, the first is the part. */
function fromComplement(text: string, first: Figure, second: Figure): readonly Figure[] | undefined {
  const around = (figure: Figure): string => {
    const lead =
      text
        .slice(0, figure.start)
        .split(/[,;.:(]\s?/)
        .at(-1) ?? '';
    return `${lead} ${text.slice(figure.end).split(/[,;.()\d]/)[0] ?? ''}`;
  };
  const [one, other] = [around(first), around(second)];
  return IN_TIME.test(one) && !LATE.test(one) && LATE.test(other) ? [first, second] : undefined;
}

/** `phát hiện 08 vấn đề, đã xử lý 07 vấn đề (87,5%)`: the part just before, the whole before that. */
function fromNeighbours(setting: Setting): Claim | undefined {
  const { text, rate, own, before, earlier } = setting;
  const part = outsideBrackets(text, before, rate.start).at(-1);
  if (part === undefined) return undefined;
  const between = withoutBrackets(text.slice(part.end, rate.start));
  if (between.length > LONGEST_LINK || !LINK.test(between) || OTHER.test(between)) return undefined;
  // What it grew by is no part of it.
  if (isChange(text, part)) return undefined;
  const like = (one: Figure): boolean => sameHead(one, part) || (part.unit === '' && one.unit !== '');
  const least = (one: Figure): boolean =>
    compare(one.worth, part.worth) >= 0 || PLAN.test(text.slice(part.end, rate.end + 40));
  const inSentence = before.filter((one) => one.end <= part.start && like(one) && !hasRate(one, setting));
  const previous = inSentence.at(-1);
  const complement = previous === undefined ? undefined : fromComplement(text, previous, part);
  const siblings = fromSiblings(setting, part);
  if (siblings !== undefined) return siblings;
  const pool = [...earlier, ...own].filter(like);
  if (isExplained(rate, pool)) return undefined;
  if (previous !== undefined && complement !== undefined) return { rate, part: previous, wholes: complement };
  const wholes = inSentence.filter(least);
  const whole = wholes.at(-1);
  if (whole !== undefined) {
    // With many of a kind, which is the whole is open.
    return wholes.length > 3 || OTHER_SCOPE.test(text.slice(whole.end, part.start))
      ? undefined
      : { rate, part, wholes: [whole] };
  }
  return inSentence.length > 0 ? undefined : fromSentenceBefore(setting, part, earlier.filter(like).filter(least));
}

/** `8 người xuất sắc (25%), 30 người tốt (75%), 2 người đạt (5%)`: all but one are shares of their sum. */
function fromSiblings({ text, rate, own, percents }: Setting, part: Figure): Claim | undefined {
  const outside = outsideBrackets(text, own, text.length).filter((one) => sameHead(one, part));
  const rateOf = (one: Figure): Figure | undefined => {
    const next = outside.find(({ start }) => start > one.start);
    return percents.find((percent) => percent.start > one.end && (next === undefined || percent.end <= next.start));
  };
  if (outside.length < 3 || rateOf(part) !== rate) return undefined;
  const whole = sumOf(outside.map((one) => one.worth));
  const fit = outside.filter((one) => {
    const stated = rateOf(one);
    return stated !== undefined && isRate(stated.amount, one.worth, whole);
  });
  return fit.length === outside.length - 1 && !fit.includes(part) ? { rate, part, wholes: outside } : undefined;
}

/** `32 nhiệm vụ. Đến nay đã hoàn thành 19 nhiệm vụ, đạt 59,4%`: the only figure of its kind in the sentence before. */
function fromSentenceBefore({ text, rate, earlier, own }: Setting, part: Figure, wholes: readonly Figure[]) {
  const [whole, second] = wholes;
  if (whole === undefined || second !== undefined || part.unit === '') return undefined;
  if (earlier.filter((one) => sameHead(one, part)).length > 1 || own[0] !== part) return undefined;
  const between = text.slice(whole.end, part.start);
  const opening = between.slice(between.search(/[.;]\s/) + 2);
  const scoped = OTHER_SCOPE.test(text.slice(Math.max(0, whole.start - 60), part.start));
  return scoped || !GOES_ON.test(opening) ? undefined : { rate, part, wholes: [whole] };
}

function claimOf(setting: Setting): Claim | undefined {
  return fromBracket(setting) ?? fromFraction(setting) ?? fromNeighbours(setting);
}

/** The rates of a block that say what they follow from; those that can be read so that they are right are left out. */
export function claimsIn(block: Block): readonly Claim[] {
  const figures = figuresIn(block);
  // A rate, a part and a whole.
  if (figures.length < 3 || !figures.some(({ percent }) => percent)) return [];
  const sentences = sentencesOf(block);
  return sentences.flatMap(({ start, end }, i) => {
    const inSentence = (from: number, to: number) => figures.filter((one) => one.start >= from && one.end <= to);
    const all = inSentence(start, end);
    const own = all.filter(({ percent }) => !percent);
    const percents = all.filter(({ percent }) => percent);
    const previous = sentences[i - 1];
    const earlier = previous === undefined ? [] : inSentence(previous.start, previous.end);
    return percents.flatMap((rate) => {
      const claim = claimOf({
        text: block.lower,
        rate,
        own,
        percents,
        before: own.filter((one) => one.end <= rate.start),
        after: own.filter((one) => one.start >= rate.end),
        earlier: earlier.filter(({ percent }) => !percent),
      });
      return claim === undefined ? [] : [claim];
    });
  });
}

export const wholeOf = ({ wholes }: Claim) => sumOf(wholes.map((one) => one.worth));
