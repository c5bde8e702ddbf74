import type { CatalogueRow } from '../../model/catalogue.ts';
import { labelOf } from '../../model/labels.ts';

/** What a row counts, as its label says it: without the words `Trong đó` before it and the signs after it. */
export const countedLabel = (row: Pick<CatalogueRow, 'label'>): string =>
  labelOf(row)
    .replace(/^(?:-\s*)?trong đó\s*[:,]?\s*/iu, '')
    .replace(/[\s:.]+$/, '');

/** The words of a label, lower case, without what stands in parentheses. */
export const wordsOf = (label: string): readonly string[] =>
  label
    .toLocaleLowerCase('vi')
    .replace(/\([^)]*\)/g, ' ')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** What the words before it are about ends here: `nhiệm vụ | đã hoàn thành`, `TTHC | cấp tỉnh`. */
const TURNS: ReadonlySet<string> = new Set(
  'đã được đang có còn phải cần theo thuộc trong trên tại do của đúng quá chưa cấp mức tự đủ cung bị nhưng qua ở'.split(
    ' ',
  ),
);
const TURN_PAIRS: ReadonlySet<string> = new Set(['đề ra', 'phát hiện', 'phát sinh', 'bảo đảm', 'đảm bảo']);
const COUNTING: ReadonlySet<string> = new Set(['tổng', 'số', 'lượng', 'cộng']);

/** What a row counts, as its label says it: `Tổng số nhiệm vụ được giao` counts `nhiệm vụ`. */
export function headOf(label: string): readonly string[] {
  const words = wordsOf(label);
  const start = words.findIndex((word) => !COUNTING.has(word));
  if (start < 0) return [];
  const rest = words.slice(start);
  const end = rest.findIndex((word, i) => TURNS.has(word) || TURN_PAIRS.has(`${word} ${rest[i + 1] ?? ''}`));
  return end < 0 ? rest : rest.slice(0, end);
}

const startsWith = (words: readonly string[], start: readonly string[]): boolean =>
  start.length > 0 && start.every((word, i) => words[i] === word);

const initials = (words: readonly string[]): string => words.map((word) => word[0] ?? '').join('');

/** Whether two labels count the same things; `ĐVSNCL` is `đơn vị sự nghiệp công lập`. */
export function sameHead(a: string, b: string): boolean {
  const [first, second] = [headOf(a), headOf(b)];
  if (startsWith(first, second) || startsWith(second, first)) return true;
  const short = (words: readonly string[], long: readonly string[]): boolean =>
    words[0] !== undefined && words[0].length >= 3 && initials(long).startsWith(words[0]);
  return short(first, second) || short(second, first);
}

export const isTotal = (label: string): boolean => /^tổng(?:\s|$)/iu.test(label);
export const isRate = (label: string): boolean => /^t[ỷỉ]\s*lệ/iu.test(label);

/** Rates of change or against another year: their whole is not in the form, and they may pass 100. */
export const looksElsewhere = (label: string): boolean =>
  /so với (?!kế hoạch|dự toán|chỉ tiêu|tổng|số)|tăng|giảm|tinh giản|vượt/iu.test(label);

/** How many of the words of `a` stand in `b`, as a share. */
export function shared(a: readonly string[], b: readonly string[]): number {
  const there = new Set(b);
  return a.length === 0 ? 0 : a.filter((word) => there.has(word)).length / a.length;
}
