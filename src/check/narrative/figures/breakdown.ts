import { compare, type Decimal, decimal } from '../../../model/decimal.ts';
import { inSmallLetters, LETTER } from '../../../model/letters.ts';
import type { Block } from '../report-text.ts';
import { sentencesOf } from '../sentences.ts';
import { equal, shown, sumOf, within } from './arithmetic.ts';
import { type Figure, figuresIn, sameHead } from './figures.ts';
import { isSlip } from './slips.ts';

/** A total with the parts that its sentence gives. */
export interface Breakdown {
  readonly total: Figure;
  readonly parts: readonly Figure[];
}

/** After these all parts are said; after the others some may be left out. */
const ALL = /gồm|chia ra|chia thành|chia theo|phân bổ/;
const INTRODUCTION =
  /^([^:;()]{0,120}?)(?:[,\s](gồm có|bao gồm|gồm|chia ra|chia thành|chia theo|phân bổ|cụ thể|trong đó)(?![a-zà-öø-ỹ])|([:(]))/;

/** A word that stands for itself. */
const word = (letters: string): RegExp => new RegExp(`(?<![${LETTER}])${letters}(?![${LETTER}])`);

/** What comes apart into these is whole with them. */
const COMPLEMENTS: readonly (readonly RegExp[])[] = [
  [/trước (?:thời )?hạn|sớm/, /đúng (?:hạn|hẹn|thời hạn)/, /quá hạn|trễ|chậm/],
  [/trực tuyến/, /trực tiếp/, /kỳ trước|chuyển (?:qua|sang)/, /bưu chính/, /liên thông/],
  [/đã giải quyết|giải quyết xong/, /đang (?:được )?giải quyết|đang xử lý/, /trả lại|xin rút/],
  [/cấp tỉnh/, /cấp huyện/, /cấp xã/],
  [/hoàn thành/, /chưa hoàn thành|chưa thực hiện/, /đang (?:thực hiện|triển khai)/],
  [word('nam'), word('nữ')],
  [/điện tử/, /giấy/],
];

const isComplete = (text: string): boolean =>
  COMPLEMENTS.some((set) => set.filter((member) => member.test(text)).length >= 2);

/** How deep in brackets an offset stands, counted from `start`. */
function depthAt(text: string, start: number, offset: number): number {
  let depth = 0;
  for (const sign of text.slice(start, offset)) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
  }
  return depth;
}

/** Where the bracket closes that is open at `start`; the end when it never does. */
function closing(text: string, start: number, end: number): number {
  let depth = 1;
  for (let i = start; i < end; i += 1) {
    if (text[i] === '(') depth += 1;
    if (text[i] === ')') depth -= 1;
    if (depth === 0) return i;
  }
  return end;
}

/** What a list of parts does not go on past. */
const END =
  /;\s*(?=tổng|đã |đang |còn |hiện |kết quả|lũy kế|trong đó|số (?:hồ sơ )?(?:đã|đang))|,?\s(?=trong đó|đạt|tỷ lệ|tăng|giảm|so với)|[;.]\s*(?=mức)/;

/** `tăng 1.340 hồ sơ`: what it grew by has no parts. */
export const isChange = (text: string, figure: Figure): boolean =>
  /(?:tăng|giảm|hơn|vượt)\s(?:thêm\s|được\s)?$/i.test(justBefore(text, figure, LONGEST_CHANGE));
const LONGEST_CHANGE = 'giảm được '.length;

const isStroke = (text: string, figure: Figure): boolean => /\/\s?$/.test(justBefore(text, figure, '/ '.length));

const justBefore = (text: string, { start }: Figure, length: number): string =>
  text.slice(Math.max(0, start - length), start);

/** The figures that are parts: those in brackets after a figure belong to that figure. */
function topFigures(text: string, figures: readonly Figure[], from: number): readonly Figure[] {
  return figures.filter((figure) => {
    if (figure.percent || isStroke(text, figure)) return false;
    if (depthAt(text, from, figure.start) === 0) return true;
    const open = text.lastIndexOf('(', figure.start);
    const segment = Math.max(from, ...[',', ';', ' và '].map((sign) => text.lastIndexOf(sign, open)));
    return !figures.some((other) => other.start >= segment && other.end <= open);
  });
}

interface Parts {
  readonly figures: readonly Figure[];
  readonly text: string;
  /** Where the text begins in the block. */
  readonly from: number;
  readonly sign: 'all' | 'some' | 'bracket' | 'loose';
}

/** `3.132 nhiệm vụ (90%), trong đó …`. */
const RATE_IN_BRACKETS = /\(\s?(?:đạt|chiếm|bằng|tỷ lệ)?\s?[\d.,]+\s?%\s?\)/gi;

function partsAfter(block: Block, total: Figure, end: number): Parts | undefined {
  const { text } = block;
  // Same length, so that offsets stay.
  const rest = text
    .slice(total.end, end)
    .replace(RATE_IN_BRACKETS, (inner) => ' '.repeat(inner.length))
    .replace(/;(?=\strong đó)/gi, ',');
  const match = INTRODUCTION.exec(inSmallLetters(rest));
  if (match === null) return undefined;
  const [introduction, lead = '', words = '', mark] = match;
  const before = rest.slice(0, lead.length);
  if (/\d/.test(before)) return undefined;
  const from = total.end + introduction.length;
  const bracket = mark === '(';
  // A bracket breaks down what stands just before it.
  if (bracket && (before.length > 40 || /\s(?:và|gồm)\s/.test(before))) return undefined;
  let to = bracket ? closing(text, from, end) : end;
  // Signs inside brackets part nothing.
  const region = text.slice(from, to).replace(/\([^()]*\)/g, (inner) => '_'.repeat(inner.length));
  const byCommas = /^[^;]*\d[^;\d]*(?:,|\svà\s)[^;\d]*\d/.test(region) && mark === undefined;
  // With a capital they begin a thought of their own.
  const some = words !== '' && !ALL.test(text.slice(from - words.length, from));
  const stop = bracket ? -1 : inSmallLetters(region).search(byCommas || some ? /;/ : END);
  if (stop > 0) to = from + stop;
  const inside = figuresIn(block).filter((one) => one.start >= from && one.end <= to);
  const loose = bracket && before.includes(',');
  const sign = ALL.test(words) ? 'all' : mark === undefined ? 'some' : loose ? 'loose' : 'bracket';
  return { figures: topFigures(text, inside, from), text: text.slice(from, to), from, sign };
}

/** A list that adds up as far as it goes names the total and then something else. */
const addsUp = ({ figures, text, from }: Parts, whole: Decimal): boolean =>
  figures.some((part, i) => {
    if (!equal(sumOf(figures.slice(0, i + 1).map((one) => one.worth)), whole)) return false;
    const next = figures[i + 1];
    const between = next === undefined ? '' : text.slice(part.end - from, next.start - from);
    return next === undefined || firstWord(next) !== firstWord(part) || !/^[^;.:]*(?:,|\svà\s)[^;.:]*$/.test(between);
  });

const LEAST = decimal(5n);

/** `2.000 tờ rơi, trong đó 1.500 tờ phát …, 500 tờ phát …`. */
const isOf = (figures: readonly Figure[], total: Figure): boolean =>
  figures.every((one) => one.unit !== '' && firstWord(one) === firstWord(total));

const isOneKind = (figures: readonly Figure[]): boolean =>
  figures.every((one) => one.unit !== '' && firstWord(one) === firstWord(figures[0] ?? one));

const sameOrOneKind = (figures: readonly Figure[], total: Figure): boolean =>
  isOneKind(figures) || figures.every((one) => one.unit === '' || sameHead(one, total));

const firstWord = ({ unit }: Figure): string => unit.split(' ')[0] ?? '';

/** `03 lớp cho 215 người, trong đó 02 lớp với 150 người và 01 lớp với 65 người`: of two kinds, those of the total's. */
function ofOneKind(parts: Parts, total: Figure): Parts {
  const same = parts.figures.filter((one) => one.unit !== '' && sameHead(one, total));
  const others = parts.figures.filter((one) => one.unit !== '' && !sameHead(one, total));
  const mixed =
    same.length >= 2 && others.length >= same.length && others.every((one) => sameHead(one, others[0] ?? one));
  if (mixed) return { ...parts, figures: same };
  // `… và 2 trường với 148 viên chức`: what comes with a part is none.
  const [first] = parts.figures;
  const own = parts.figures.filter(({ start }) => !/\s(?:với|cho)\s$/i.test(parts.text.slice(0, start - parts.from)));
  const ofFirst = first !== undefined && own.length >= 2 && own.every((one) => firstWord(one) === firstWord(first));
  return ofFirst ? { ...parts, figures: own } : parts;
}

const IN_TIME = /(?:đúng|trước)\s(?:thời\s)?(?:hạn|hẹn)/i;
const LATE = /(?:quá|trễ|chậm)\s*(?:hạn|hẹn)/i;

/** `798.000 hồ sơ, đúng hạn 796.404 hồ sơ, đạt 99,8%; quá hạn 1.956 hồ sơ`: a dossier is done in time or late. */
function onTime(text: string, total: Figure, following: readonly Figure[]): readonly Figure[] {
  const [first, second] = following;
  if (first === undefined || second === undefined) return [];
  const lead = text.slice(total.end, first.start);
  const link = text.slice(first.end, second.start);
  if (/trong đó|gồm|[:;.()]/i.test(lead) || !IN_TIME.test(lead) || LATE.test(lead) || !LATE.test(link)) return [];
  if (IN_TIME.test(link) || /[()]/.test(link) || ![first, second].every((one) => sameHead(one, total))) return [];
  const sum = sumOf([first, second].map((one) => one.worth));
  const whole = total.worth;
  return within(5n, whole, sum) && !equal(whole, sum) ? [first, second] : [];
}

function contradicts(parts: Parts, total: Figure): boolean {
  const { figures, text, sign } = parts;
  const whole = total.worth;
  const amounts = figures.map((one) => one.worth);
  const sum = sumOf(amounts);
  if (amounts.length < 2 || addsUp(parts, whole)) return false;
  const near = within(20n, whole, sum) && amounts.every((one) => compare(one, whole) < 0);
  const slip = isSlip(shown(sum), shown(whole));
  const alike = figures.every((one) => one.unit === '' || total.unit === '' || sameHead(one, total));
  const named = figures.some((one) => one.unit !== '' && sameHead(one, total));
  // After a comma, a bracket may explain what stands before the figure.
  if (sign === 'loose') return near && sameOrOneKind(figures, total);
  if (!alike) {
    if (!near || compare(whole, LEAST) < 0) return false;
    if (sign !== 'some') return true;
    // Of one kind, or as good as the total: `45 dự thảo, trong đó 12 nghị quyết, 33 quyết định`.
    const oneKind = isOneKind(figures);
    return !/^\s*(?:có|một)\s/i.test(text) && (slip || (oneKind && figures.length >= 3) || isOf(figures, total));
  }
  if (isComplete(text)) return true;
  if (sign === 'all') return named || near;
  if (sign === 'bracket') return near || (named && figures.length >= 3);
  const each = figures.every((one) => one.unit !== '' && sameHead(one, total));
  return (near && /(?:\svà|còn lại)/.test(text)) || (each && (near || slip));
}

/** Totals in a block's sentences whose parts do not add up to them. */
export function wrongTotals(block: Block): readonly Breakdown[] {
  const figures = figuresIn(block);
  // A total and two parts.
  if (figures.length < 3) return [];
  return sentencesOf(block).flatMap(({ start, end }) =>
    figures
      .filter(
        (one) =>
          !one.percent &&
          one.start >= start &&
          one.end <= end &&
          !isStroke(block.text, one) &&
          !isChange(block.text, one),
      )
      .flatMap((total): readonly Breakdown[] => {
        const after = figures.filter((one) => !one.percent && one.start > total.start && one.end <= end);
        const late = onTime(block.text, total, after);
        if (late.length > 0) return [{ total, parts: late }];
        const found = partsAfter(block, total, end);
        const parts = found === undefined ? undefined : ofOneKind(found, total);
        if (parts === undefined || !contradicts(parts, total)) return [];
        if (total.bound && parts.figures.every(({ bound }) => bound)) return [];
        return [{ total, parts: parts.figures }];
      }),
  );
}
