import type { Catalogue } from '../../model/catalogue.ts';
import { referencesIn } from '../../model/expression.ts';
import { type Form, type FormRow, formOf } from './form.ts';
import { headOf, isRate, isTotal, looksElsewhere, sameHead, shared, wordsOf } from './label.ts';
import { partsDoNotOverlap } from './partition.ts';

/** What the structure of a form says of its figures, without anyone having written it down. */
export interface Relations {
  /** The total is the sum of its parts; `exact` is false where there may be other parts, so that it is only not less. */
  readonly sums: readonly { readonly total: FormRow; readonly parts: readonly FormRow[]; readonly exact: boolean }[];
  /** The rate is the part in percent of the total. `others` may be meant instead of the part: the form does not say. */
  readonly rates: readonly {
    readonly rate: FormRow;
    readonly total: FormRow;
    readonly part: FormRow;
    readonly others: readonly FormRow[];
  }[];
  readonly partsOfWholes: readonly { readonly part: FormRow; readonly whole: FormRow }[];
  /** A rate of all lies between the lowest and the highest of its parts. */
  readonly overall: readonly { readonly rate: FormRow; readonly parts: readonly FormRow[] }[];
  /** Shares of one total: together not more than 100%. */
  readonly shares: readonly { readonly total: FormRow; readonly rates: readonly FormRow[] }[];
  /** A count of two sorts together is not less than that of either. */
  readonly unions: readonly { readonly whole: FormRow; readonly parts: readonly FormRow[] }[];
}

const isCount = ({ row }: FormRow): boolean => row.kind === 'count' || row.kind === 'money';
const unitOf = ({ row }: FormRow): string => row.unitOfMeasure.trim().toLocaleLowerCase('vi');
const sameUnit = (a: FormRow, b: FormRow): boolean => unitOf(a) === unitOf(b);
const alike = (a: FormRow, b: FormRow): boolean => isCount(b) && a.row.kind === b.row.kind && sameUnit(a, b);

/** A label that goes on where another ends says less of the same: `… mức độ 3` and `… mức độ 3 có phát sinh hồ sơ`. */
const narrows = (label: string, other: string): boolean => label !== other && label.startsWith(other);

/** Done, of something that was to be done. */
const DONE =
  /đã hoàn thành|đã xử lý|đã được xử lý|đã giải quyết|được giải quyết|đúng hạn|quá hạn|có phát sinh|đã thực hiện/iu;
const TO_DO = /đề ra|được giao|phát hiện|tiếp nhận|kiến nghị|cần phải|phải (?:xử lý|giải quyết|thực hiện)/iu;
/** What is no longer of the kind that a total counts. */
const LEFT = /chuyển đổi|giải thể|sáp nhập|cổ phần/iu;

const belowOf = (row: FormRow): readonly FormRow[] => (row.parts.length > 0 ? row.parts : row.children);

/** The rows below a total that count some of what it counts; none when another total stands among them. */
function partsBelow(total: FormRow): readonly FormRow[] {
  const parts = belowOf(total).filter((part) => alike(total, part));
  return parts.every(({ label }) => !isTotal(label) && sameHead(label, total.label)) ? parts : [];
}

/** A total and the parts below it: "Tổng số TTHC" with "Số TTHC cấp tỉnh", "… cấp huyện", "… cấp xã". */
function* sumsBelow(rows: readonly FormRow[]): Iterable<Relations['sums'][number]> {
  for (const total of rows.filter(isCount)) {
    const parts = partsBelow(total);
    if (parts.length >= 2 && partsDoNotOverlap(parts.map(({ label }) => label))) yield { total, parts, exact: true };
  }
}

/** A total and the rows that follow it: "Tổng số nhiệm vụ được giao", then "Số nhiệm vụ đã hoàn thành đúng hạn" … */
function* sumsBeside(groups: readonly (readonly FormRow[])[]): Iterable<Relations['sums'][number]> {
  for (const group of groups) {
    const [total, ...rest] = group.filter(isCount);
    if (total === undefined || !isTotal(total.label) || rest.some(({ label }) => isTotal(label))) continue;
    const end = rest.findIndex((part) => !alike(total, part) || !sameHead(part.label, total.label));
    const following = end < 0 ? rest : rest.slice(0, end);
    const parts = following.filter(
      ({ label }) => !LEFT.test(label) && !following.some((other) => narrows(label, other.label)),
    );
    if (parts.length >= 2 && partsDoNotOverlap(parts.map(({ label }) => label))) yield { total, parts, exact: false };
  }
}

/** A rate with its total and its part below it. */
function* ratesAbove(rows: readonly FormRow[]): Iterable<Relations['rates'][number]> {
  for (const rate of rows) {
    if (rate.row.kind !== 'percent' || looksElsewhere(rate.label)) continue;
    const [first, ...others] = belowOf(rate).filter(isCount);
    const below = first === undefined ? [] : [first, ...others.filter((other) => alike(first, other))];
    const total = below.find(({ label }) => isTotal(label)) ?? below[0];
    const parts = below.filter((row) => row !== total);
    const words = wordsOf(rate.label);
    const [part] = [...parts].sort(
      (a, b) => shared(words, wordsOf(b.label)) - shared(words, wordsOf(a.label)) || a.index - b.index,
    );
    if (total === undefined || part === undefined) continue;
    const about = shared(telling(part.label), telling(rate.label)) > 0;
    if (!about && total.row.kind !== 'money') continue;
    yield { rate, total, part, others: parts.filter((row) => row !== part) };
  }
}

/** How much of a label has to be found again in another, for two rows to be about the same. */
const MOST = 0.7;
const PLAIN: ReadonlySet<string> = new Set('tỷ tỉ lệ số tổng lượng các'.split(' '));
const telling = (label: string): readonly string[] => wordsOf(label).filter((word) => !PLAIN.has(word));

/** A rate after its total and its part, all three beside each other. */
function* ratesBeside(groups: readonly (readonly FormRow[])[]): Iterable<Relations['rates'][number]> {
  for (const group of groups) {
    for (const [at, rate] of group.entries()) {
      if (rate.row.kind !== 'percent' || !isRate(rate.label) || looksElsewhere(rate.label)) continue;
      if (belowOf(rate).length > 0) continue;
      const before = group.slice(0, at).filter(isCount).slice(-3);
      const total = before.findLast(({ label }) => isTotal(label));
      const part = before.findLast((row) => row !== total && total !== undefined && alike(total, row));
      if (total === undefined || part === undefined || !sameHead(total.label, part.label)) continue;
      if (shared(telling(rate.label), telling(part.label)) < MOST) continue;
      yield { rate, total, part, others: [] };
    }
  }
}

/** What is done right after what was to be done: "Số vấn đề phát hiện", "Số vấn đề phát hiện đã xử lý xong". */
function* partsBeside(groups: readonly (readonly FormRow[])[]): Iterable<Relations['partsOfWholes'][number]> {
  for (const group of groups) {
    for (const [at, part] of group.entries()) {
      const whole = group[at - 1];
      if (whole === undefined || !isCount(whole) || !alike(whole, part)) continue;
      if (isTotal(part.label) || !DONE.test(part.label) || !sameHead(whole.label, part.label)) continue;
      // Two outcomes stand beside each other: done in time, done late.
      if (!TO_DO.test(whole.label) || DONE.test(whole.label)) continue;
      yield { part, whole };
    }
  }
}

function* overallRates(rows: readonly FormRow[]): Iterable<Relations['overall'][number]> {
  const isPercent = ({ row }: FormRow): boolean => row.kind === 'percent';
  for (const rate of rows.filter(isPercent)) {
    const parts = belowOf(rate).filter(isPercent);
    const start = wordsOf(rate.label).slice(0, 5);
    const same = parts.every(({ label }) => shared(start, wordsOf(label).slice(0, 8)) >= MOST);
    if (parts.length >= 2 && same && !looksElsewhere(rate.label)) yield { rate, parts };
  }
}

/** Rates in the "Trong đó" block of a count, that speak of what it counts. */
function* sharesOfTotals(rows: readonly FormRow[]): Iterable<Relations['shares'][number]> {
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
function* unionsOf(rows: readonly FormRow[]): Iterable<Relations['unions'][number]> {
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

function find({ rows, roots, catalogue }: Form): Relations {
  const groups = [roots, ...rows.map(belowOf)].filter((group) => group.length > 1);
  const written = catalogue.rules.map(({ condition }) => new Set(referencesIn(condition).map(({ id }) => id)));
  /** Whoever wrote a rule about these very rows knows better. */
  const open = (...of: readonly FormRow[]): boolean => !written.some((ids) => of.every(({ row }) => ids.has(row.id)));
  const below = [...sumsBelow(rows)];
  const above = [...ratesAbove(rows)];
  const headings = groups.filter((group) => group[0]?.parent?.row.kind !== 'percent');
  const sums = [...below, ...sumsBeside(headings)].filter(
    ({ total, parts }) => total.row.formula === undefined && open(total, ...parts),
  );
  const rates = [...above, ...ratesBeside(groups)].filter(
    ({ rate, total, part }) => rate.row.formula === undefined && open(rate, total, part),
  );
  const inRates = above.flatMap(({ total, part, others }) =>
    [part, ...others].map((one) => ({ part: one, whole: total })),
  );
  const summed = new Set(sums.flatMap(({ parts }) => parts));
  const inTotals = rows.filter(isCount).flatMap((whole) => partsBelow(whole).map((part) => ({ part, whole })));
  const partsOfWholes = [...inRates, ...inTotals, ...partsBeside(headings)].filter(
    ({ part, whole }) => !summed.has(part) && whole.row.formula === undefined && open(part, whole),
  );
  return {
    sums,
    rates,
    partsOfWholes,
    overall: [...overallRates(rows)].filter(({ rate }) => rate.row.formula === undefined),
    shares: [...sharesOfTotals(rows)],
    unions: [...unionsOf(rows)].filter(({ whole, parts }) => open(whole, ...parts)),
  };
}

const known = new WeakMap<Catalogue, Relations>();

/** The relations of a catalogue's rows; worked out once for each. */
export function relationsOf(catalogue: Catalogue): Relations {
  const made = known.get(catalogue) ?? find(formOf(catalogue));
  known.set(catalogue, made);
  return made;
}
