import { type Decimal, decimal } from '../../../model/decimal.ts';
import { inSmallLetters, LETTER } from '../../../model/letters.ts';
import { readDecimal } from '../../../model/number.ts';
import type { Block } from '../report-text.ts';

/** A figure in a sentence, with what it counts. Dates, numbers of documents, years, levels and the like are none. */
export interface Figure {
  readonly amount: Decimal;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Handlebars put it in. */
  readonly bound: boolean;
  readonly percent: boolean;
  /** The word or two after it: `hồ sơ`, `triệu đồng`; empty where none follows. */
  readonly unit: string;
  /** What it counts, in a word or two and one spelling: `hồ sơ`, `đồng`. */
  readonly head: string;
  /** The amount in its smallest unit: money in đồng. */
  readonly worth: Decimal;
}

/** Whether two figures count the same. */
export const sameHead = (a: Figure, b: Figure): boolean => a.head === b.head;

/** Addresses: their digits are no figures. They are looked for only where one of their signs stands. */
const ADDRESS = String.raw`https?:\/\/[^ ]+|[^ ]+@[^ ]+|\b[\w-]+\.(?:gov|com|vn)[^ ]*`;
const ADDRESS_SIGN = /@|:\/\/|\.(?:gov|com|vn)/;

/** Other stretches whose digits are no figures; in small letters, with plain blanks. */
const OTHERS = [
  // Dates, with or without year.
  String.raw`\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}`,
  String.raw`(?:ngày|từ|đến|trước|sau) +\d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?\d{4}|(?![\d/]| +[a-zà-öø-ỹ]))`,
  String.raw`ngày +\d{1,2}(?: +tháng +\d{1,2})?(?: +năm +\d{4})?(?!\d)`,
  String.raw`tháng +\d{1,2}(?: ?\/ ?\d{4})?(?: *(?:,|và) *tháng +\d{1,2})?`,
  String.raw`(?:năm|nhiệm kỳ|giai đoạn|niên độ|cùng kỳ) +\d{4}(?: *[-–] *\d{4})?(?: *(?:,|và) *(?:năm +)?20\d{2}(?![\d.,]))*`,
  String.raw`(?<!\d)\d{4} *[-–] *\d{4}(?!\d)`,
  String.raw`quý +(?:\d|[iv]+)(?: ?\/ ?\d{4})?`,
  String.raw`(?:0?[369]|12) +tháng(?: +(?:đầu|cuối))?(?: +năm(?: +\d{4})?)?`,
  // Numbers of documents, standards, levels, articles.
  String.raw`(?:số +)?\d{1,5}(?:\/\d{4})?[/-][a-zà-öø-ỹ][a-zà-öø-ỹ\d&.-]*(?:\/[a-zà-öø-ỹ\d]+)*`,
  String.raw`(?:tcvn|iso|qcvn|iec)(?:[ -]*(?:tcvn|iso|iec))*[ -]*\d+(?:[-:] ?\d+)*`,
  String.raw`(?:mức(?: +độ)?|cấp độ|phiên bản|hạng|bậc|lần thứ|thứ|khóa|khoá|kỳ họp|đợt) +(?:\d+(?:\.\d+)*|[ivx]+)(?: *(?:,|và) *(?:mức(?: +độ)? +)?\d(?!\d))*`,
  String.raw`(?:điều|khoản|điểm|mục|phụ lục|biểu|mẫu|chương|phần|đề án|chương trình|nghị định|nghị quyết|quyết định|thông tư|chỉ thị|công văn|kế hoạch|quốc lộ|(?<!kỷ )luật|đội viên) +(?:số +)?\d+[a-zà-öø-ỹ]?`,
  String.raw`covid[- ]?19|“[^”]{0,12}”|\((?:\d{1,2}|[ivx]+)\)`,
  String.raw`\d+ *(?:giờ|h(?![a-zà-öø-ỹ])) *\d*`,
];
const NO_FIGURES = new RegExp(OTHERS.join('|'), 'g');
const NO_FIGURES_NOR_ADDRESSES = new RegExp([ADDRESS, ...OTHERS].join('|'), 'g');

/** Where one clause may end and another begin, with the letter that it begins with. */
const CLAUSE_END = /[.;](?=\s(\S))/g;

/** A number that stands for itself; `đ` may follow it at once. What stands before it is asked at its first digit: that is found fast. */
const NUMBER = new RegExp(
  [
    String.raw`(\d(?<![${LETTER}\d_.,/:-]\d|\/\s\d)(?:\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d*(?:[.,]\d{1,3})?))`,
    String.raw`(?!\d|\.\d|,\d|(?!đ)[${LETTER}])\s?(%)?`,
  ].join(''),
  'g',
);

/** Also `65/65`: the part before and the whole after the stroke are figures. */
const AFTER_STROKE = new RegExp(
  String.raw`\/(?<=\d(?:\s?[${LETTER}]+){0,3}\s?\/)\s?(\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)(?![\d/.])`,
  'g',
);

const UNIT = new RegExp(String.raw`^\s*([${LETTER}]+(?:\.[${LETTER}]+)*(?:\s[${LETTER}]+){0,2})`);

/** Words that end what a figure counts. */
const ENDS: ReadonlySet<string> = new Set(
  'là được đã có và lên xuống so giảm tăng hoặc để về của trong theo với do tại cho chưa không đạt bằng chiếm mà từ đến phải bị còn đang thuộc ở nộp'.split(
    ' ',
  ),
);

/** What a figure counts, by the text after it: up to three words, as far as none of them ends it. */
function unitAfter(text: string): string {
  if (/^\s(?:lên|xuống)\s/.test(text)) return '';
  const words = (UNIT.exec(text)?.[1] ?? '').split(/(\s)/);
  const end = words.findIndex((word, i) => i > 0 && ENDS.has(word));
  return (end < 0 ? words : words.slice(0, end - 1)).join('').toLowerCase();
}

/** Which of its signs is the point of thousands is plain from the digits in prose; a percentage has decimals. */
function amountOf(text: string, percent: boolean): Decimal | undefined {
  return readDecimal(text, percent ? 'decimal' : 'thousands')?.amount;
}

const MONEY: ReadonlyMap<string, bigint> = new Map([
  ['đ', 1n],
  ['đồng', 1n],
  ['nghìn đồng', 1000n],
  ['ngàn đồng', 1000n],
  ['triệu đồng', 1_000_000n],
  ['tỷ đồng', 1_000_000_000n],
  ['tỉ đồng', 1_000_000_000n],
]);
const ONE_WORD = new Set(
  'tthc vbqppl xã sở huyện phòng người máy lớp cuộc lượt phiếu đơn tin bài buổi đvsn ubnd thôn ngày giờ tháng tờ'.split(
    ' ',
  ),
);

/** What an amount of a unit counts, and how much of it. */
function counted(amount: Decimal, unit: string): Pick<Figure, 'head' | 'worth'> {
  const [first = '', second = ''] = unit.split(' ', 2);
  const two = second === '' ? first : `${first} ${second}`;
  const factor = MONEY.get(first) ?? MONEY.get(two);
  if (factor !== undefined) return { head: 'đồng', worth: decimal(amount.unscaled * factor, amount.scale) };
  return { head: ONE_WORD.has(first) ? first : two, worth: amount };
}

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();

interface Clause {
  readonly start: number;
  readonly text: string;
}

/** The clauses of a text that have digits: most have none, and nothing to look for. */
function clausesWithDigits(text: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  const close = (end: number): void => {
    const clause = text.slice(start, end);
    if (/\d/.test(clause)) clauses.push({ start, text: clause });
    start = end;
  };
  for (const { index, 1: letter = '' } of text.matchAll(CLAUSE_END)) if (isCapital(letter)) close(index + 1);
  close(text.length);
  return clauses;
}

/** A clause with a sign in the place of what is no figure. The length stays, so that offsets do. */
function withoutOthers(clause: string): string {
  const plain = inSmallLetters(clause).replace(/[^\S ]/g, ' ');
  const pattern = ADDRESS_SIGN.test(plain) ? NO_FIGURES_NOR_ADDRESSES : NO_FIGURES;
  const masked = plain.replace(pattern, (stretch) => '§'.repeat(stretch.length));
  if (masked === plain) return clause;
  return masked.replace(/[^§]+/g, (kept, at: number) => clause.slice(at, at + kept.length));
}

function readFigures(block: Block, { start: from, text: typed }: Clause): readonly Figure[] {
  const text = withoutOthers(typed);
  const read = (digits: string, at: number, percent: boolean): readonly Figure[] => {
    const amount = amountOf(digits, percent);
    if (amount === undefined) return [];
    const [start, end] = [from + at, from + at + digits.length];
    const after = text.slice(at + digits.length).replace(/^\s?%/, '');
    const unit = percent ? '' : unitAfter(after);
    const bound = block.isBound(start, end);
    return [{ amount, text: digits, start, end, bound, percent, unit, ...counted(amount, unit) }];
  };
  const figures = [...text.matchAll(NUMBER)].flatMap((match) =>
    read(match[1] ?? '', match.index, match[2] !== undefined),
  );
  if (!text.includes('/')) return figures;
  const afterStrokes = [...text.matchAll(AFTER_STROKE)].flatMap((match) => {
    const digits = match[1] ?? '';
    return read(digits, match.index + match[0].length - digits.length, false);
  });
  return [...figures, ...afterStrokes].toSorted((a, b) => a.start - b.start);
}

const known = new WeakMap<Block, readonly Figure[]>();

/** The figures of a block, in order. */
export function figuresIn(block: Block): readonly Figure[] {
  const before = known.get(block);
  if (before !== undefined) return before;
  const clauses = /\d/.test(block.text) ? clausesWithDigits(block.text) : [];
  const figures = clauses.flatMap((clause) => readFigures(block, clause));
  known.set(block, figures);
  return figures;
}

/** Figures that stand in brackets which close before an offset explain another figure; they are not what is spoken of. */
export function outsideBrackets(text: string, figures: readonly Figure[], offset: number): readonly Figure[] {
  return figures.filter(({ start, end }) => {
    const closes = text.indexOf(')', end);
    if (closes < 0 || closes >= offset) return true;
    const opens = text.lastIndexOf('(', start);
    return opens < 0 || text.slice(opens, start).includes(')') || text.slice(end, closes).includes('(');
  });
}

/** A text without what stands in brackets. */
export const withoutBrackets = (text: string): string => text.replace(/\s?\([^()]*\)/g, '');
