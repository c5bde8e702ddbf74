import type { Catalogue, CatalogueRow } from '../../../model/catalogue.ts';
import { depthOf } from '../../../model/catalogue.ts';
import type { Decimal } from '../../../model/decimal.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Resolved } from '../../../model/resolved.ts';
import { WORDS } from '../../../model/words.ts';
import type { Rule } from '../../rule.ts';
import { type Block, textOf } from '../report-text.ts';
import { unified, wordsOf } from '../terms.ts';
import { equal } from './arithmetic.ts';
import { type Figure, figuresIn, sentencesIn } from './figures.ts';

/** Words of a form's label that say nothing of what is counted. */
const EMPTY = new Set(
  'số tổng lượng tỷ lệ phần trăm được đã đang các của do và có tại về trên cho theo đến thời điểm báo cáo trong kỳ năm từ mới qua như là ở địa phương đơn vị người cơ quan trình đủ điều kiện tổng_số lũy kế với so'.split(
    ' ',
  ),
);

/** A report is the unit's own: these words of a label may be left unsaid. */
const UNSAID = new Set('sở ngành ubnd cấp huyện xã tỉnh tiếp nhận'.split(' '));

/** What narrows a count: a sentence that says one of these and a label that does not are about two things. */
const NARROWING = [
  'phát sinh',
  'liên thông',
  'một cửa',
  'quá hạn',
  'đúng hạn',
  'bcci',
  'lĩnh vực',
  'đất đai',
  'xây dựng',
  'trực thuộc',
  'tích hợp',
  'thanh toán',
  'công khai',
  'bãi bỏ',
  'thay thế',
  'sửa đổi',
  'kỷ luật',
  'bổ nhiệm',
  'tuyển dụng',
  'tinh giản',
  'có mặt',
  'được giao',
  'hoàn thành',
  'chưa',
  'kiểm tra',
  'rà soát',
  'xử lý',
  'trả lại',
  'kỳ trước',
  'viên chức',
  'công chức',
  'hợp đồng',
  'trực tuyến',
  'trực tiếp',
  'mđ_toàn_trình',
  'mđ_một_phần',
  'mđ_2',
  'mđ_3',
  'mđ_4',
  'cấp huyện',
  'cấp xã',
  'đào tạo',
  'khảo sát',
  'điện tử',
  'giấy',
  'iso',
  'qtnb',
  'quy trình',
  'đối thoại',
  'pakn',
  'thẩm định',
  'góp ý',
  'đề nghị',
  'dự thảo',
  'tham mưu',
  'thí điểm',
  'nội bộ',
  'cải tiến',
];

/** Another time than the report's. */
const OTHER_TIME =
  /cùng kỳ|so với|năm trước|kỳ trước|quý trước|năm 20\d\d,? (?:có|là|được)|đến hết năm|dự kiến|phấn đấu|kế hoạch giao/iu;

/** What a row counts, as its label says. */
interface Counted {
  readonly row: CatalogueRow;
  readonly words: ReadonlySet<string>;
  readonly narrowing: ReadonlySet<string>;
  /** Unit of measure and label in one spelling. */
  readonly plain: string;
}

interface Row extends Counted {
  readonly amount: Decimal;
  readonly percent: boolean;
}

const narrowingIn = (text: string): ReadonlySet<string> => {
  const plain = unified(text);
  return new Set(NARROWING.filter((word) => plain.includes(word)));
};

const RESTRICTED = /chỉ (?:thống kê|tính|báo cáo)/iu;

/** The label as it is read: without what the form explains in brackets. */
const bare = (label: string): string => label.replace(/\([^()]*\)|\[\^[^\]]*\]|\*/gu, ' ');

const keyOf = (label: string): string => wordsOf(bare(label)).join(' ');

const counted = new WeakMap<Catalogue, readonly Counted[]>();

/** The rows of a form that prose can be held against; read once for all reports on the form. */
function countedBy(catalogue: Catalogue): readonly Counted[] {
  const known = counted.get(catalogue);
  if (known !== undefined) return known;
  const read = readCounted(catalogue);
  counted.set(catalogue, read);
  return read;
}

function readCounted({ rows }: Catalogue): readonly Counted[] {
  const labels: string[] = [];
  const keys = rows.map(({ label }) => keyOf(label));
  const named = new Map<string, number>();
  for (const key of keys) named.set(key, (named.get(key) ?? 0) + 1);
  return rows.flatMap((row, i) => {
    if (!row.part) {
      const depth = depthOf(row.number);
      labels.splice(Math.max(0, depth - 1));
      labels[depth - 1] = row.label;
    }
    if (row.kind !== 'count' && row.kind !== 'percent') return [];
    // Where the form counts a part only ("Chỉ thống kê đối với …"), prose seldom counts the same.
    if (RESTRICTED.test([...labels, row.label].join(' '))) return [];
    // Two rows of one name stand under two headings, which a sentence seldom tells apart.
    if ((named.get(keys[i] ?? '') ?? 0) > 1) return [];
    const label = bare(row.label);
    const words = new Set(wordsOf(label).filter((word) => !EMPTY.has(word)));
    return [{ row, words, narrowing: narrowingIn(label), plain: unified(`${row.unitOfMeasure} ${label}`) }];
  });
}

function rowsOf({ catalogue, values }: Resolved): readonly Row[] {
  if (catalogue === undefined) return [];
  return countedBy(catalogue).flatMap((row) => {
    const amount = values.get(row.row.id)?.amount;
    if (amount?.kind !== 'count' && amount?.kind !== 'percent') return [];
    return [{ ...row, amount: amount.amount, percent: amount.kind === 'percent' }];
  });
}

/** Abbreviations and levels say more than a syllable. */
const weight = (word: string): number => (/_|^(?:tthc|vbqppl|đvsn|pakn|qtnb|bcci|cntt)$/.test(word) ? 2 : 1);

/** How much of a label a clause says, 0 to 1; 0 where one of them narrows what the other does not. */
function match(row: Row, said: ReadonlySet<string>, narrowing: ReadonlySet<string>): number {
  for (const word of narrowing) if (!row.narrowing.has(word)) return 0;
  let all = 0;
  let found = 0;
  for (const word of row.words) {
    const here = said.has(word);
    if (!here && UNSAID.has(word)) continue;
    all += weight(word);
    if (here) found += weight(word);
  }
  return all < 3 ? 0 : found / all;
}

const ENOUGH = 0.78;
const RELATED = 0.5;

/** The row that a clause says most of; the first of equals. */
function closest(rows: readonly Row[], said: ReadonlySet<string>, narrowing: ReadonlySet<string>): Row | undefined {
  let best: Row | undefined;
  let most = 0;
  for (const row of rows) {
    const score = match(row, said, narrowing);
    if (score < ENOUGH || score <= most) continue;
    best = row;
    most = score;
  }
  return best;
}

interface Clause {
  readonly start: number;
  readonly text: string;
  readonly figures: readonly Figure[];
}

/** Clauses end at a semicolon and at a sentence's end; a figure beside others in its clause is not weighed. */
function clausesOf(block: Block): readonly Clause[] {
  const figures = figuresIn(block);
  return sentencesIn(block.text).flatMap(({ start, end }) => {
    const clauses: Clause[] = [];
    let at = start;
    for (const piece of block.text.slice(start, end).split(';')) {
      const to = at + piece.length;
      clauses.push({ start: at, text: piece, figures: figures.filter((one) => one.start >= at && one.end <= to) });
      at = to + 1;
    }
    return clauses;
  });
}

/** What a clause says around its figure: citations say nothing of it. */
const CITED =
  /,?\s*(?:cũng )?(?:theo|tại|căn cứ)\s+(?:Quyết định|Kế hoạch|Nghị định|Nghị quyết|Thông tư|Công văn|Văn bản|QĐ)[^,;]*/giu;

const unitHead = ({ unit }: Figure): string => unified(unit).split(' ')[0] ?? '';

/** A figure of the narrative that names an indicator and is not its value. */
export const againstAppendix: Rule = {
  code: 'so-khac-phu-luc',
  check(resolved, template): readonly Problem[] {
    const rows = rowsOf(resolved);
    if (rows.length === 0) return [];
    const { slots } = textOf(resolved, template);
    return [...slots.values()].flat().flatMap((block) =>
      clausesOf(block).flatMap((clause): readonly Problem[] => {
        const [figure, second] = clause.figures;
        if (figure === undefined || second !== undefined || figure.bound) return [];
        const text = clause.text.replace(CITED, ' ');
        if (OTHER_TIME.test(text)) return [];
        const said = new Set(wordsOf(text));
        const narrowing = narrowingIn(text);
        const head = unitHead(figure);
        const fitting = rows.filter((row) => row.percent === figure.percent && row.plain.includes(head));
        const best = closest(fitting, said, narrowing);
        if (best === undefined) return [];
        // A figure that another row near to these words gives is that row's.
        const given = fitting.filter(
          (row) => [...row.words].filter((word) => said.has(word)).length / row.words.size >= RELATED,
        );
        if (given.some((row) => equal(row.amount, figure.amount))) return [];
        const { row } = best;
        const value = resolved.values.get(row.id)?.shown ?? '';
        const params = {
          typed: `${figure.text}${figure.percent ? '%' : ''}`,
          label: row.label.replace(/\*/g, ''),
          value,
        };
        const at = { kind: 'data', file: resolved.report.file, path: [WORDS.report.values, row.id] } as const;
        return [problem('so-khac-phu-luc', params, block.placeAt(figure.start), [at])];
      }),
    );
  },
};
