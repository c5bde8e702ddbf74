import type { FormRow } from './form.ts';
import { headOf, looksElsewhere, sameHead, shared, wordsOf } from './label.ts';
import { belowOf, isCount, isPercent, telling } from './rows.ts';

/** A rate of all lies between the lowest and the highest of its parts. */
export interface OverallRelation {
  readonly rate: FormRow;
  readonly parts: readonly FormRow[];
}

/** Shares of one total: together not more than 100%. */
export interface ShareRelation {
  readonly total: FormRow;
  readonly rates: readonly FormRow[];
}

/** A count of two sorts together is not less than that of either. */
export interface UnionRelation {
  readonly whole: FormRow;
  readonly parts: readonly FormRow[];
}

/** How much of a label has to be found again in another, for two rows to be about the same. */
const MOST = 0.7;

export function* overallRates(rows: readonly FormRow[]): Iterable<OverallRelation> {
  for (const rate of rows.filter(isPercent)) {
    const parts = belowOf(rate).filter(isPercent);
    const start = wordsOf(rate.label).slice(0, 5);
    const same = parts.every(({ label }) => shared(start, wordsOf(label).slice(0, 8)) >= MOST);
    if (parts.length >= 2 && same && !looksElsewhere(rate.label)) yield { rate, parts };
  }
}

/** Rates in the "Trong đó" block of a count, that speak of what it counts. */
export function* sharesOfTotals(rows: readonly FormRow[]): Iterable<ShareRelation> {
  for (const total of rows.filter(isCount)) {
    const rates = total.parts.filter(
      ({ row, label }) =>
        row.kind === 'percent' &&
        !looksElsewhere(label) &&
        sameHead(label.replace(/^t[ỷỉ]\s*lệ\s*/iu, ''), headWords(total)),
    );
    if (rates.length >= 2) yield { total, rates };
  }
}

/** Enough of what a total counts to find it again: "VĂN BẢN ĐI giữa …" is about "văn bản". */
const headWords = ({ label }: FormRow): string => headOf(label).slice(0, 2).join(' ');

const SORTS = /(mức độ|hạng|loại|cấp|nhóm)\s+(\p{N}+|\p{Lu})\s*(?:và|,)\s*(\p{N}+|\p{Lu})(?![\p{L}\p{N}])/iu;
/** What a label may add without counting less. */
const ADDED: ReadonlySet<string> = new Set('tổng số và của địa phương trên cổng dvc đang được tại đơn vị'.split(' '));

/** "TTHC … mức độ 3 và 4" with "TTHC … mức độ 3" and "TTHC … mức độ 4". */
export function* unionsOf(rows: readonly FormRow[]): Iterable<UnionRelation> {
  const counts = rows.filter(isCount);
  for (const whole of counts) {
    const match = SORTS.exec(whole.label);
    if (match === null) continue;
    const [phrase, sort = '', ...marks] = match;
    const kernel = telling(whole.label.replace(phrase, ' '));
    const parts = marks.flatMap((mark) => {
      const one = new RegExp(`${sort} ${mark}(?![\\p{L}\\p{N}])`, 'iu');
      const fitting = counts.filter(({ label }) => {
        if (!one.test(label) || SORTS.test(label)) return false;
        const words = telling(label.replace(one, ' '));
        const extra = kernel.filter((word) => !words.includes(word) && !ADDED.has(word));
        return extra.length === 0 && shared(words, kernel) >= 0.5;
      });
      return fitting.sort((a, b) => shared(telling(b.label), kernel) - shared(telling(a.label), kernel)).slice(0, 1);
    });
    if (parts.length > 0) yield { whole, parts };
  }
}
