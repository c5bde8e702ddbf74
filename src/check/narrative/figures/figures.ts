import { type Decimal, decimal } from '../../../model/decimal.ts';
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
}

/** Stretches whose digits are no figures. */
const NO_FIGURES = new RegExp(
  [
    String.raw`https?:\/\/\S+|\S+@\S+|\b[\w-]+\.(?:gov|com|vn)\S*`,
    // Dates, with or without year.
    String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}`,
    String.raw`(?:ngày|từ|đến|trước|sau)\s+\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4}|(?![\d/]|\s+\p{L}))`,
    String.raw`ngày\s+\d{1,2}(?:\s+tháng\s+\d{1,2})?(?:\s+năm\s+\d{4})?(?!\d)`,
    String.raw`tháng\s+\d{1,2}(?:\s?\/\s?\d{4})?(?:\s*(?:,|và)\s*tháng\s+\d{1,2})?`,
    String.raw`(?:năm|nhiệm kỳ|giai đoạn|niên độ|cùng kỳ)\s+\d{4}(?:\s*[-–]\s*\d{4})?(?:\s*(?:,|và)\s*(?:năm\s+)?20\d{2}(?![\d.,]))*`,
    String.raw`(?<!\d)\d{4}\s*[-–]\s*\d{4}(?!\d)`,
    String.raw`quý\s+(?:\d|[IV]+)(?:\s?\/\s?\d{4})?`,
    String.raw`(?:0?[369]|12)\s+tháng(?:\s+(?:đầu|cuối))?(?:\s+năm(?:\s+\d{4})?)?`,
    // Numbers of documents, standards, levels, articles.
    String.raw`(?:số\s+)?\d{1,5}(?:\/\d{4})?[/-]\p{Lu}[\p{L}\d&.-]*(?:\/[\p{L}\d]+)*`,
    String.raw`(?:TCVN|ISO|QCVN|IEC)(?:[\s-]*(?:TCVN|ISO|IEC))*[\s-]*\d+(?:[-:]\s?\d+)*`,
    String.raw`(?:mức(?:\s+độ)?|cấp độ|phiên bản|hạng|bậc|lần thứ|thứ|khóa|khoá|kỳ họp|đợt)\s+(?:\d+(?:\.\d+)*|[IVX]+)(?:\s*(?:,|và)\s*(?:mức(?:\s+độ)?\s+)?\d(?!\d))*`,
    String.raw`(?:Điều|khoản|điểm|Mục|Phụ lục|Biểu|Mẫu|Chương|Phần|Đề án|Chương trình|Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Công văn|Kế hoạch|Quốc lộ|(?<!kỷ\s)Luật|đội viên)\s+(?:số\s+)?\d+\p{L}?`,
    String.raw`Covid[-\s]?19|“[^”]{0,12}”|\((?:\d{1,2}|[ivx]+)\)`,
    String.raw`\d+\s*(?:giờ|h(?!\p{L}))\s*\d*`,
  ].join('|'),
  'giu',
);

/** Where one clause surely ends: most have no digits, and nothing to look for. */
const CLAUSE_END = /(?<=[.;])(?=\s\p{Lu})/u;

/** A number that stands for itself; `đ` may follow it at once. */
const NUMBER =
  /(?<![\p{L}\d_.,/:-]|\/\s)(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d{1,3})?)(?!\d|\.\d|,\d|\p{L}(?<!đ))\s?(%)?/gu;

/** Also `65/65`: the part before and the whole after the stroke are figures. */
const AFTER_STROKE = /\/(?<=\d(?:\s?\p{L}+){0,3}\s?\/)\s?(\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)(?![\d/.])/gu;

const UNIT = /^\s*(\p{L}+(?:\.\p{L}+)*(?:\s\p{L}+){0,2})/u;

/** Words that end what a figure counts. */
const STOP =
  /\s(?:là|được|đã|có|và|lên|xuống|so|giảm|tăng|hoặc|để|về|của|trong|theo|với|do|tại|cho|chưa|không|đạt|bằng|chiếm|mà|từ|đến|phải|bị|còn|đang|thuộc|ở|nộp)(?:\s.*)?$/u;

const unitAfter = (text: string): string =>
  /^\s(?:lên|xuống)\s/.test(text) ? '' : (UNIT.exec(text)?.[1] ?? '').replace(STOP, '').toLowerCase();

/** Which of its signs is the point of thousands is plain from the digits in prose; a percentage has decimals. */
function amountOf(text: string, percent: boolean): Decimal | undefined {
  return readDecimal(text, percent ? 'decimal' : 'thousands')?.amount;
}

/** With a sign in the place of what is no figure. The length stays, so that offsets do. */
const withoutOthers = (text: string): string =>
  text
    .split(CLAUSE_END)
    .map((clause) => (/\d/.test(clause) ? clause.replace(NO_FIGURES, (stretch) => '§'.repeat(stretch.length)) : clause))
    .join('');

const known = new WeakMap<Block, readonly Figure[]>();

/** The figures of a block, in order. */
export function figuresIn(block: Block): readonly Figure[] {
  const before = known.get(block);
  if (before !== undefined) return before;
  const text = withoutOthers(block.text);
  const read = (digits: string, start: number, percent: boolean): readonly Figure[] => {
    const amount = amountOf(digits, percent);
    const end = start + digits.length;
    if (amount === undefined) return [];
    const after = text.slice(end).replace(/^\s?%/, '');
    const bound = block.isBound(start, end);
    return [{ amount, text: digits, start, end, bound, percent, unit: percent ? '' : unitAfter(after) }];
  };
  const figures = [
    ...[...text.matchAll(NUMBER)].flatMap((match) => read(match[1] ?? '', match.index, match[2] !== undefined)),
    ...[...text.matchAll(AFTER_STROKE)].flatMap((match) => {
      const digits = match[1] ?? '';
      return read(digits, match.index + match[0].length - digits.length, false);
    }),
  ].toSorted((a, b) => a.start - b.start);
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
export const withoutBrackets = (text: string): string => text.replace(/\s?\([^()]*\)/gu, '');

const MONEY: Readonly<Record<string, bigint>> = {
  đ: 1n,
  đồng: 1n,
  'nghìn đồng': 1000n,
  'ngàn đồng': 1000n,
  'triệu đồng': 1_000_000n,
  'tỷ đồng': 1_000_000_000n,
  'tỉ đồng': 1_000_000_000n,
};

/** What is counted, in one spelling, and the amount in its smallest unit: money in đồng. */
export function measured({ amount, unit }: Figure): { readonly unit: string; readonly amount: Decimal } {
  const money = Object.keys(MONEY).find((word) => unit === word || unit.startsWith(`${word} `));
  const factor = money === undefined ? undefined : MONEY[money];
  if (factor === undefined) return { unit: unit.split(' ').slice(0, 2).join(' '), amount };
  return { unit: 'đồng', amount: decimal(amount.unscaled * factor, amount.scale) };
}
