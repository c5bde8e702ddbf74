import type { FormRow } from './form.ts';
import { headOf, isTotal, sameHead, wordsOf } from './label.ts';
import { alike, isCount } from './rows.ts';
import { LEFT } from './sum-relations.ts';

/** The part is not more than the whole. */
export interface PartRelation {
  readonly part: FormRow;
  readonly whole: FormRow;
}

/** Done, of something that was to be done. */
export const DONE =
  /đã hoàn thành|đã xử lý|đã được xử lý|đã giải quyết|được giải quyết|đúng hạn|quá hạn|có phát sinh|đã thực hiện/iu;
export const TO_DO =
  /đề ra|được giao|phát hiện|tiếp nhận|kiến nghị|cần phải|phải (?:xử lý|giải quyết|thực hiện)|thuộc thẩm quyền/iu;

/** What is done right after what was to be done: "Số vấn đề phát hiện", "Số vấn đề phát hiện đã xử lý xong". */
function isDoneOf(part: FormRow, whole: FormRow): boolean {
  if (isTotal(part.label)) return false;
  const said = /^đã\s+(?<what>.+)$/iu.exec(part.label)?.groups?.['what'];
  if (said !== undefined) {
    const words = wordsOf(whole.label);
    return wordsOf(said).every((word) => words.includes(word));
  }
  if (!DONE.test(part.label) || !sameHead(whole.label, part.label)) return false;
  // Two outcomes stand beside each other: done in time, done late.
  return (TO_DO.test(whole.label) || isTotal(whole.label)) && !DONE.test(whole.label);
}

/** Rows beside each other of which one is a part of the other: of a total above it, or of what was to be done. */
export function* partsBeside(groups: readonly (readonly FormRow[])[]): Iterable<PartRelation> {
  for (const group of groups) {
    for (const [at, part] of group.entries()) {
      const before = group[at - 1];
      const total = group.slice(0, at).findLast((row) => isCount(row) && isTotal(row.label));
      if (before !== undefined && isCount(before) && alike(before, part) && isDoneOf(part, before))
        yield { part, whole: before };
      else if (total !== undefined && isOf(part, total)) yield { part, whole: total };
    }
  }
}

/** "Tổng số dự án", and after it in the group "Số dự án chậm tiến độ". */
function isOf(part: FormRow, total: FormRow): boolean {
  if (!alike(total, part) || isTotal(part.label) || LEFT.test(part.label)) return false;
  const head = headOf(total.label);
  return head.length > 0 && head.every((word, i) => headOf(part.label)[i] === word);
}
