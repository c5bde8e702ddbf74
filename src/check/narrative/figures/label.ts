import type { Catalogue, CatalogueRow } from '../../../model/catalogue.ts';
import { depthOf } from '../../../model/catalogue.ts';
import type { Decimal } from '../../../model/decimal.ts';
import type { Resolved } from '../../../model/resolved.ts';
import { unified, wordsOf } from '../terms.ts';

/** Words of a form's label that say nothing of what is counted. */
const EMPTY = new Set(
  'số tổng lượng tỷ lệ phần trăm được đã đang các của do và có tại về trên cho theo đến thời điểm báo cáo trong kỳ năm từ mới qua như là ở địa phương đơn vị người cơ quan trình đủ điều kiện tổng_số với so liệu cchc quả kết'.split(
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
  'cấp tỉnh',
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
  'phải ',
  'đang giải quyết',
  'đang xử lý',
  'đang thực hiện',
  'đang triển khai',
  'trước thời hạn',
  'còn lại',
  'toàn tỉnh',
  'toàn huyện',
  'toàn thành phố',
  'đảng viên',
  'kỳ họp',
];

/** The label as it is read: without what the form explains in brackets. */
const bare = (label: string): string => label.replace(/\([^()]*\)|\[\^[^\]]*\]|\*/g, ' ');

export const narrowingIn = (text: string): ReadonlySet<string> => {
  const plain = unified(text);
  return new Set(NARROWING.filter((word) => plain.includes(word)));
};

const telling = (words: readonly string[]): readonly string[] => words.filter((word) => !EMPTY.has(word));

/** The labels of a numbered row and of the headings above it, which the rows of its "Trong đó" block have above them, too. */
class Headings {
  private knownNarrowing: ReadonlySet<string> | undefined;
  private knownWords: readonly string[] | undefined;

  constructor(readonly labels: readonly string[]) {}

  get narrowing(): ReadonlySet<string> {
    this.knownNarrowing ??= narrowingIn(this.labels.map(bare).join(' '));
    return this.knownNarrowing;
  }

  /** The words of the heading next above. */
  get words(): readonly string[] {
    this.knownWords ??= telling(wordsOf(bare(this.labels.at(-2) ?? '')));
    return this.knownWords;
  }
}

/** What a row counts, as its label says. Each part is worked out when first asked for: most rows are named by no sentence. */
class Counted {
  private knownWords: ReadonlySet<string> | undefined;
  private knownWeights: readonly (readonly [string, number])[] | undefined;
  private knownNarrowing: ReadonlySet<string> | undefined;
  private knownHeading: ReadonlySet<string> | undefined;
  private knownPlain: string | undefined;
  private readonly label: string;

  constructor(
    readonly row: CatalogueRow,
    private readonly labelWords: readonly string[],
    private readonly headings: Headings,
  ) {
    this.label = bare(row.label);
  }

  get words(): ReadonlySet<string> {
    // A dossier is one of an administrative procedure, said or not.
    this.knownWords ??= new Set(
      telling(this.labelWords).filter((word) => word !== 'tthc' || !/hồ sơ/i.test(this.label)),
    );
    return this.knownWords;
  }

  /** Its words, with how much each says. */
  get weights(): readonly (readonly [string, number])[] {
    this.knownWeights ??= [...this.words].map((word) => [word, weightOf(word)] as const);
    return this.knownWeights;
  }

  get narrowing(): ReadonlySet<string> {
    this.knownNarrowing ??= narrowingIn(this.label);
    return this.knownNarrowing;
  }

  /** What the headings above it narrow. */
  get above(): ReadonlySet<string> {
    return this.headings.narrowing;
  }

  /** What the heading above it adds to its words. */
  get heading(): ReadonlySet<string> {
    this.knownHeading ??= new Set(this.headings.words.filter((word) => !this.words.has(word)));
    return this.knownHeading;
  }

  /** Unit of measure and label in one spelling. */
  get plain(): string {
    this.knownPlain ??= unified(`${this.row.unitOfMeasure} ${this.label}`);
    return this.knownPlain;
  }
}

/** A row with the figure of a report. */
export interface Row {
  readonly counted: Counted;
  readonly amount: Decimal;
  readonly percent: boolean;
}

const RESTRICTED = /chỉ (?:thống kê|tính|báo cáo)/i;

const known = new WeakMap<Catalogue, readonly Counted[]>();

/** The rows of a form that prose can be held against; read once for all reports on the form. */
function countedBy(catalogue: Catalogue): readonly Counted[] {
  const made = known.get(catalogue) ?? readCounted(catalogue);
  known.set(catalogue, made);
  return made;
}

function readCounted({ rows }: Catalogue): readonly Counted[] {
  const words = rows.map(({ label }) => wordsOf(bare(label)));
  const keys = words.map((some) => some.join(' '));
  const named = new Map<string, number>();
  for (const key of keys) named.set(key, (named.get(key) ?? 0) + 1);
  const labels: string[] = [];
  let headings = new Headings([]);
  return rows.flatMap((row, i) => {
    if (!row.part) {
      const depth = depthOf(row.number);
      labels.splice(Math.max(0, depth - 1));
      labels[depth - 1] = row.label;
      headings = new Headings(labels.slice());
    }
    if (row.kind !== 'count' && row.kind !== 'percent') return [];
    // Where the form counts a part only ("Chỉ thống kê đối với …"), prose seldom counts the same.
    if (RESTRICTED.test([...labels, row.label].join(' '))) return [];
    // Two rows of one name stand under two headings, which a sentence seldom tells apart.
    if ((named.get(keys[i] ?? '') ?? 0) > 1) return [];
    return [new Counted(row, words[i] ?? [], headings)];
  });
}

/** The rows of a report with a figure that prose may name. Most reports are held against few of them. */
export class Rows {
  private known: readonly Row[] | undefined;
  private readonly byHead = new Map<string, readonly Row[]>();

  constructor(private readonly resolved: Pick<Resolved, 'catalogue' | 'values'>) {}

  /** The counts, or the rates, whose label or unit of measure has the word for what a figure counts. */
  counting(head: string, percent: boolean): readonly Row[] {
    const key = `${percent ? '%' : ''}${head}`;
    const found =
      this.byHead.get(key) ?? this.all.filter((row) => row.percent === percent && row.counted.plain.includes(head));
    this.byHead.set(key, found);
    return found;
  }

  private get all(): readonly Row[] {
    this.known ??= rowsOf(this.resolved);
    return this.known;
  }
}

function rowsOf({ catalogue, values }: Pick<Resolved, 'catalogue' | 'values'>): readonly Row[] {
  if (catalogue === undefined) return [];
  return countedBy(catalogue).flatMap((counted) => {
    const amount = values.get(counted.row.id)?.amount;
    if (amount?.kind !== 'count' && amount?.kind !== 'percent') return [];
    return [{ counted, amount: amount.amount, percent: amount.kind === 'percent' }];
  });
}

/** Abbreviations and levels say more than a syllable. */
const ABBREVIATIONS = new Set(['tthc', 'vbqppl', 'đvsn', 'pakn', 'qtnb', 'bcci', 'cntt']);
const weightOf = (word: string): number => (word.includes('_') || ABBREVIATIONS.has(word) ? 2 : 1);

/** What is still to be done, and what is being done, are never left unsaid. */
const STATES = ['phải ', 'chưa', 'đang giải quyết', 'đang xử lý', 'đang thực hiện', 'đang triển khai'];

/** How much of a label a clause says, 0 to 1; 0 where one of them narrows what the other does not. */
export function match({ counted: row }: Row, said: ReadonlySet<string>, narrowing: ReadonlySet<string>): number {
  for (const state of STATES) if (row.narrowing.has(state) && !narrowing.has(state)) return 0;
  for (const word of narrowing) if (!row.narrowing.has(word) && !row.above.has(word)) return 0;
  let all = 0;
  let found = 0;
  for (const [word, weight] of row.weights) {
    const here = said.has(word);
    if (!here && UNSAID.has(word)) continue;
    all += weight;
    if (here) found += weight;
  }
  return all < 3 ? 0 : found / all;
}

/** Few words name many things, unless what the form says above them is said too. */
const FEW = 4;

/** Whether a text speaks of what the row's heading speaks of; long labels stand for themselves. */
export function isUnderHeading({ counted: { weights, heading } }: Row, said: ReadonlySet<string>): boolean {
  const all = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return (
    all > FEW || heading.size === 0 || [...heading].filter((word) => said.has(word)).length * 3 >= heading.size * 2
  );
}
