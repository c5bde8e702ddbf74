import type { FormRow } from './form.ts';
import { headOf, sameHead, shared, tellingOf, wordsOf } from './label.ts';
import { belowOf, isCount, isPercent } from './rows.ts';

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
    const start = rate.read.words.slice(0, 5);
    const same = parts.every(({ read }) => shared(start, read.words.slice(0, 8)) >= MOST);
    if (parts.length >= 2 && same && !rate.read.looksElsewhere) yield { rate, parts };
  }
}

/** Rates in the "Trong đó" block of a count, that speak of what it counts. */
export function* sharesOfTotals(rows: readonly FormRow[]): Iterable<ShareRelation> {
  for (const total of rows.filter(isCount)) {
    const rates = total.parts.filter(
      ({ row, read }) =>
        row.kind === 'percent' &&
        !read.looksElsewhere &&
        sameHead(headOf(wordsOf(read.text.replace(/^t[ỷỉ]\s*lệ\s*/, ''))), headWords(total)),
    );
    if (rates.length >= 2) yield { total, rates };
  }
}

/** Enough of what a total counts to find it again: "VĂN BẢN ĐI giữa …" is about "văn bản". */
const headWords = ({ read }: FormRow): readonly string[] => read.head.slice(0, 2);

const SORTS = /(mức độ|hạng|loại|cấp|nhóm)\s+(\d+|[a-zà-öø-ỹ])\s*(?:và|,)\s*(\d+|[a-zà-öø-ỹ])(?![a-zà-öø-ỹ\d])/;
/** What a label may add without counting less. */
const ADDED: ReadonlySet<string> = new Set('tổng số và của địa phương trên cổng dvc đang được tại đơn vị'.split(' '));

const tellingIn = (text: string): readonly string[] => tellingOf(wordsOf(text));

/** "TTHC … mức độ 3 và 4" with "TTHC … mức độ 3" and "TTHC … mức độ 4". */
export function* unionsOf(rows: readonly FormRow[]): Iterable<UnionRelation> {
  const counts = rows.filter(isCount);
  for (const whole of counts) {
    const match = SORTS.exec(whole.read.text);
    if (match === null) continue;
    const [phrase, sort = '', ...marks] = match;
    const kernel = tellingIn(whole.read.text.replace(phrase, ' '));
    const parts = marks.flatMap((mark) => {
      const one = new RegExp(`${sort} ${mark}(?![a-zà-öø-ỹ\\d])`);
      const fitting = counts.filter(({ read: { text } }) => {
        if (!one.test(text) || SORTS.test(text)) return false;
        const words = tellingIn(text.replace(one, ' '));
        const extra = kernel.filter((word) => !words.includes(word) && !ADDED.has(word));
        return extra.length === 0 && shared(words, kernel) >= 0.5;
      });
      return fitting.sort((a, b) => shared(b.read.telling, kernel) - shared(a.read.telling, kernel)).slice(0, 1);
    });
    if (parts.length > 0) yield { whole, parts };
  }
}
