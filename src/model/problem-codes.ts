import { markOf } from './mark.ts';
import type { Place, Problem, Severity, Subject, Wording } from './problem.ts';
import { CELL_PROBLEMS } from './problems/cells.ts';
import { DATA_PROBLEMS } from './problems/data.ts';
import { DATE_PROBLEMS } from './problems/dates.ts';
import { DOCUMENT_PROBLEMS } from './problems/documents.ts';
import { EXPRESSION_PROBLEMS } from './problems/expression.ts';
import { FIGURE_PROBLEMS } from './problems/figures.ts';
import { FILE_PROBLEMS } from './problems/files.ts';
import { FORM_PROBLEMS } from './problems/form.ts';
import { FORMAT_PROBLEMS } from './problems/format.ts';
import { JUSTIFICATION_PROBLEMS } from './problems/justification.ts';
import type { ProblemKind } from './problems/kind.ts';
import { NARRATIVE_PROBLEMS } from './problems/narrative.ts';
import { NARRATIVE_FIGURE_PROBLEMS } from './problems/narrative-figures.ts';
import { OUTPUT_PROBLEMS } from './problems/output.ts';
import { STYLE_PROBLEMS } from './problems/style.ts';
import { TEMPLATE_PROBLEMS } from './problems/template.ts';
import { WORDING_PROBLEMS } from './problems/wording.ts';
import { WORKBOOK_PROBLEMS } from './problems/workbook.ts';
import { WORDS } from './words.ts';

/** Every problem that the program knows. The page docs/loi.md is made from it. */
export const PROBLEM_KINDS = {
  ...FILE_PROBLEMS,
  ...DATA_PROBLEMS,
  ...DATE_PROBLEMS,
  ...JUSTIFICATION_PROBLEMS,
  ...EXPRESSION_PROBLEMS,
  ...FIGURE_PROBLEMS,
  ...CELL_PROBLEMS,
  ...FORM_PROBLEMS,
  ...NARRATIVE_PROBLEMS,
  ...NARRATIVE_FIGURE_PROBLEMS,
  ...WORDING_PROBLEMS,
  ...DOCUMENT_PROBLEMS,
  ...STYLE_PROBLEMS,
  ...TEMPLATE_PROBLEMS,
  ...OUTPUT_PROBLEMS,
  ...WORKBOOK_PROBLEMS,
  ...FORMAT_PROBLEMS,
} as const;

type Kinds = typeof PROBLEM_KINDS;
export type ProblemCode = keyof Kinds;

const familyOf = (title: string, kinds: { readonly [K in ProblemCode]?: unknown }) => ({
  title,
  codes: Object.keys(kinds).filter(isProblemCode),
});

/** The codes by what they are about, for the pages. */
export const PROBLEM_FAMILIES = [
  familyOf('Tệp YAML', FILE_PROBLEMS),
  familyOf('Dữ liệu trong tệp', DATA_PROBLEMS),
  familyOf('Số, ngày văn bản; thời gian áp dụng', DATE_PROBLEMS),
  familyOf('Công thức và quy tắc của danh mục', EXPRESSION_PROBLEMS),
  familyOf('Số liệu với nhau', FIGURE_PROBLEMS),
  familyOf('Ô trống, ô ghi nhầm chỗ', CELL_PROBLEMS),
  familyOf('Biểu mẫu', FORM_PROBLEMS),
  familyOf('Phần lời', NARRATIVE_PROBLEMS),
  familyOf('Số liệu trong phần lời', NARRATIVE_FIGURE_PROBLEMS),
  familyOf('Câu chữ, kỳ báo cáo', WORDING_PROBLEMS),
  familyOf('Văn bản viện dẫn', DOCUMENT_PROBLEMS),
  familyOf('Cách viết số, ngày', STYLE_PROBLEMS),
  familyOf('Giải trình', JUSTIFICATION_PROBLEMS),
  familyOf('Mẫu Word', TEMPLATE_PROBLEMS),
  familyOf('Ghi tệp, phát hành, so sánh', OUTPUT_PROBLEMS),
  familyOf('Excel: phụ lục, biểu nhập, tổng hợp', WORKBOOK_PROBLEMS),
  familyOf('Thể thức văn bản', FORMAT_PROBLEMS),
] as const;

type Parameters<C extends ProblemCode> = Kinds[C] extends ProblemKind<infer P> ? P : never;

/** All codes, in the order of their families. */
export const PROBLEM_CODES: readonly string[] = Object.keys(PROBLEM_KINDS);

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEM_KINDS, code);
}

/** What a rule may say of a problem beyond its wording. */
export interface ProblemDetails {
  /** In place of the kind's own, where it is not the kind that decides (a catalogue's rule). */
  readonly severity?: Severity;
  /** What it is about; without it, what `at` and `related` lead to. */
  readonly about?: Subject;
  /**
   * The figures and words that it rests on, as one line of text: a justification holds as long as they stay. Without it
   * the parameters of the message count. Nothing that changes on its own (line numbers, positions) belongs here.
   */
  readonly basis?: string;
}

interface Worded<P> {
  readonly severity: Severity;
  readonly message: (params: P) => Wording;
  readonly hint: (params: P) => Wording | undefined;
}

/** The indicator and the slot that places in a report lead to. */
function subjectOf(places: readonly Place[]): Subject {
  const under = (key: string): string | undefined => {
    for (const place of places) {
      if (place.kind === 'data' && place.path[0] === key && place.path.length > 1) return String(place.path[1]);
    }
    return undefined;
  };
  const indicator = under(WORDS.report.values);
  const slot = under(WORDS.report.narrative);
  return { ...(indicator === undefined ? {} : { indicator }), ...(slot === undefined ? {} : { slot }) };
}

/** Parameters as text; whole numbers beyond JSON's are written out. */
const paramsText = (params: unknown): string =>
  JSON.stringify(params, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

function worded<P>(
  code: ProblemCode,
  kind: Worded<P>,
  params: P,
  at: Place,
  related: readonly Place[],
  details: ProblemDetails,
): Problem {
  const hint = kind.hint(params);
  return {
    code,
    severity: details.severity ?? kind.severity,
    message: kind.message(params),
    ...(hint === undefined ? {} : { hint }),
    at,
    ...(related.length === 0 ? {} : { related }),
    about: details.about ?? subjectOf([at, ...related]),
    basis: markOf(details.basis ?? paramsText(params)),
  };
}

/** A problem of a known code, worded, at its place. */
export function problem<C extends ProblemCode>(
  code: C,
  params: Parameters<C>,
  at: Place,
  related: readonly Place[] = [],
  details: ProblemDetails = {},
): Problem {
  const kinds: { readonly [K in ProblemCode]: Worded<Parameters<K>> } = PROBLEM_KINDS;
  return worded(code, kinds[code], params, at, related, details);
}

/** The problem of a kind's own example, worded, for the page about it. */
export function sampleProblem<C extends ProblemCode>(code: C): Problem | undefined {
  const kinds: { readonly [K in ProblemCode]: { readonly sample?: Parameters<K> } } = PROBLEM_KINDS;
  const { sample } = kinds[code];
  return sample === undefined ? undefined : problem(code, sample, { kind: 'file', file: '' });
}
