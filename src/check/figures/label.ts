import type { CatalogueRow } from '../../model/catalogue.ts';
import { labelOf } from '../../model/labels.ts';

/** What a row counts, as its label says it: without the words `Trong đó` before it and the signs after it. */
export const countedLabel = (row: Pick<CatalogueRow, 'label'>): string =>
  labelOf(row)
    .replace(/^(?:-\s*)?trong đó\s*[:,]?\s*/i, '')
    .replace(/[\s:.]+$/, '');

/** The words of a text in lower case, without what stands in parentheses. */
export const wordsOf = (lower: string): readonly string[] =>
  lower.replace(/\([^)]*\)/g, ' ').match(/[a-zà-öø-ỹ\d²³]+/g) ?? [];

/** What the words before it are about ends here: `nhiệm vụ | đã hoàn thành`, `TTHC | cấp tỉnh`. */
const TURNS: ReadonlySet<string> = new Set(
  'đã được đang có còn phải cần theo thuộc trong trên tại do của đúng quá chưa cấp mức tự đủ cung bị nhưng qua ở'.split(
    ' ',
  ),
);
const TURN_PAIRS: ReadonlySet<string> = new Set(['đề ra', 'phát hiện', 'phát sinh', 'bảo đảm', 'đảm bảo']);
const COUNTING: ReadonlySet<string> = new Set(['tổng', 'số', 'lượng', 'cộng']);

/** What a row counts, by the words of its label: `Tổng số nhiệm vụ được giao` counts `nhiệm vụ`. */
export function headOf(words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => !COUNTING.has(word));
  if (start < 0) return [];
  const end = words.findIndex(
    (word, i) => i >= start && (TURNS.has(word) || TURN_PAIRS.has(`${word} ${words[i + 1] ?? ''}`)),
  );
  return words.slice(start, end < 0 ? words.length : end);
}

const PLAIN: ReadonlySet<string> = new Set('tỷ tỉ lệ số tổng lượng các'.split(' '));

/** Those of some words that tell a label from others. */
export const tellingOf = (words: readonly string[]): readonly string[] => words.filter((word) => !PLAIN.has(word));

/** A label as the relations between rows are read from it; each part is worked out when first asked for, and once. */
export class Label {
  /** In lower case. */
  readonly text: string;
  private knownWords: readonly string[] | undefined;
  private knownHead: readonly string[] | undefined;
  private knownTelling: readonly string[] | undefined;

  constructor(typed: string) {
    this.text = typed.toLowerCase();
  }

  get words(): readonly string[] {
    this.knownWords ??= wordsOf(this.text);
    return this.knownWords;
  }

  /** What is counted. */
  get head(): readonly string[] {
    this.knownHead ??= headOf(this.words);
    return this.knownHead;
  }

  /** The words that tell it from others. */
  get telling(): readonly string[] {
    this.knownTelling ??= tellingOf(this.words);
    return this.knownTelling;
  }

  get isTotal(): boolean {
    return /^tổng(?:\s|$)/.test(this.text);
  }

  get isRate(): boolean {
    return /^t[ỷỉ]\s*lệ/.test(this.text);
  }

  /** A rate of change or against another year: its whole is not in the form, and it may pass 100. */
  get looksElsewhere(): boolean {
    return /so với (?!kế hoạch|dự toán|chỉ tiêu|tổng|số)|tăng|giảm|tinh giản|vượt/.test(this.text);
  }
}

const startsWith = (words: readonly string[], start: readonly string[]): boolean =>
  start.length > 0 && start.every((word, i) => words[i] === word);

const initials = (words: readonly string[]): string => words.map((word) => word[0] ?? '').join('');

/** Whether two heads count the same things; `ĐVSNCL` is `đơn vị sự nghiệp công lập`. */
export function sameHead(first: readonly string[], second: readonly string[]): boolean {
  if (startsWith(first, second) || startsWith(second, first)) return true;
  const short = (words: readonly string[], long: readonly string[]): boolean =>
    words[0] !== undefined && words[0].length >= 3 && initials(long).startsWith(words[0]);
  return short(first, second) || short(second, first);
}

/** How many of the words of `a` stand in `b`, as a share. */
export function shared(a: readonly string[], b: readonly string[]): number {
  const there = new Set(b);
  return a.length === 0 ? 0 : a.filter((word) => there.has(word)).length / a.length;
}
