import type { FormRow } from './form.ts';
import { type Label, sameHead, wordsOf } from './label.ts';
import { alike, isCount } from './rows.ts';
import { LEFT } from './sum-relations.ts';

/** The part is not more than the whole. */
export interface PartRelation {
  readonly part: FormRow;
  readonly whole: FormRow;
}

/** Done, of something that was to be done. */
export const DONE =
  /đã hoàn thành|đã xử lý|đã được xử lý|đã giải quyết|được giải quyết|đúng hạn|quá hạn|có phát sinh|đã thực hiện/;
export const TO_DO =
  /đề ra|được giao|phát hiện|tiếp nhận|kiến nghị|cần phải|phải (?:xử lý|giải quyết|thực hiện)|thuộc thẩm quyền/;

/** What is done right after what was to be done: "Số vấn đề phát hiện", "Số vấn đề phát hiện đã xử lý xong". */
function isDoneOf(part: Label, whole: Label): boolean {
  if (part.isTotal) return false;
  const said = /^đã\s+(?<what>.+)$/.exec(part.text)?.groups?.['what'];
  if (said !== undefined) return wordsOf(said).every((word) => whole.words.includes(word));
  if (!DONE.test(part.text) || !sameHead(whole.head, part.head)) return false;
  // Two outcomes stand beside each other: done in time, done late.
  return (TO_DO.test(whole.text) || whole.isTotal) && !DONE.test(whole.text);
}

/** Rows beside each other of which one is a part of the other: of a total above it, or of what was to be done. */
export function* partsBeside(groups: readonly (readonly FormRow[])[]): Iterable<PartRelation> {
  for (const group of groups) {
    /** The last one above. */
    let total: FormRow | undefined;
    for (const [at, part] of group.entries()) {
      const before = group[at - 1];
      if (before !== undefined && isCount(before) && before.read.isTotal) total = before;
      if (before !== undefined && isCount(before) && alike(before, part) && isDoneOf(part.read, before.read))
        yield { part, whole: before };
      else if (total !== undefined && isOf(part, total)) yield { part, whole: total };
    }
  }
}

/** "Tổng số dự án", and after it in the group "Số dự án chậm tiến độ". */
function isOf(part: FormRow, total: FormRow): boolean {
  if (!alike(total, part) || part.read.isTotal || LEFT.test(part.read.text)) return false;
  const { head } = total.read;
  return head.length > 0 && head.every((word, i) => part.read.head[i] === word);
}
