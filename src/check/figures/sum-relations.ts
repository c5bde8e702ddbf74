import type { Form, FormRow } from './form.ts';
import { type Label, sameHead } from './label.ts';
import { areOfSeveralKinds, partsDoNotOverlap } from './partition.ts';
import { alike, isCount } from './rows.ts';

/** A total and parts of it. */
export interface SumRelation {
  readonly total: FormRow;
  readonly parts: readonly FormRow[];
  /** Whether these are all its parts; else it is only not less than they come to. */
  readonly exact: boolean;
  /** What says so: words that part a whole without overlap, or only that the parts stand below their total. */
  readonly proof: 'words' | 'place';
  readonly severity: 'canh_bao' | 'goi_y';
}

/** A label that goes on where another ends may say less of the same: `… mức độ 3` and `… mức độ 3 có phát sinh hồ sơ`. */
const narrows = ({ text }: Label, other: Label): boolean =>
  text.startsWith(other.text) && /^\s+(?:có|đã|được|đang|bị|chưa|phát sinh)\s/.test(text.slice(other.text.length));

/** What is no longer of the kind that a total counts. */
export const LEFT = /chuyển đổi|giải thể|sáp nhập|cổ phần/;

const labelsOf = (rows: readonly FormRow[]): readonly string[] => rows.map(({ read }) => read.text);

/** The rows of a group below a total that count some of what it counts; none when another total stands among them. */
function partsAmong(rows: readonly FormRow[], total: FormRow): readonly FormRow[] {
  const parts = rows.filter((part) => alike(total, part) && !LEFT.test(part.read.text));
  return parts.some(({ read }) => read.isTotal) ? [] : parts;
}

/** All rows below a total that count some of what it counts: of its "Trong đó" block, and its numbered rows. */
export const partsBelow = (total: FormRow): readonly FormRow[] => [
  ...partsAmong(total.parts, total),
  ...partsAmong(total.children, total),
];

/**
 * A total and the parts below it: "Tổng số TTHC" with "Số TTHC cấp tỉnh", "… cấp huyện", "… cấp xã". Numbered rows
 * below a count are taken to be all its parts; those of a "Trong đó" block may be some of them.
 */
export function* sumsBelow({ rows }: Form): Iterable<SumRelation> {
  for (const total of rows.filter(isCount)) {
    for (const block of [total.parts, total.children]) {
      const parts = partsAmong(block, total);
      if (parts.length < 2 || parts.some(({ read }) => parts.some((other) => narrows(read, other.read)))) continue;
      const proven = partsDoNotOverlap(labelsOf(parts));
      if (!proven && areOfSeveralKinds(labelsOf(parts))) continue;
      const some = block === total.parts;
      const severity = proven || (total.read.isTotal && !some) ? 'canh_bao' : 'goi_y';
      yield { total, parts, exact: proven || !some, proof: proven ? 'words' : 'place', severity };
    }
  }
}

/** What was received may leave out what came over from the period before, and is then less than what was dealt with. */
const MAY_LACK_EARLIER = /tiếp nhận/;

/** A total and the rows that follow it: "Tổng số nhiệm vụ được giao", then "Số nhiệm vụ đã hoàn thành đúng hạn" … */
export function* sumsBeside(groups: readonly (readonly FormRow[])[]): Iterable<SumRelation> {
  for (const [total, after] of groups.flatMap(totalsIn)) {
    const end = after.findIndex(
      (row) => !alike(total, row) || row.read.isTotal || !sameHead(row.read.head, total.read.head),
    );
    const following = end < 0 ? after : after.slice(0, end);
    const parts = following.filter(
      ({ read }) => !LEFT.test(read.text) && !following.some((other) => narrows(read, other.read)),
    );
    if (parts.length < 2 || !partsDoNotOverlap(labelsOf(parts))) continue;
    const severity = MAY_LACK_EARLIER.test(total.read.text) ? 'goi_y' : 'canh_bao';
    yield { total, parts, exact: false, proof: 'words', severity };
  }
}

/** The totals of a group, each with the counts that follow it. */
function totalsIn(group: readonly FormRow[]): readonly (readonly [FormRow, readonly FormRow[]])[] {
  const counts = group.filter(isCount);
  return counts.flatMap((row, at) => (row.read.isTotal ? [[row, counts.slice(at + 1)] as const] : []));
}
