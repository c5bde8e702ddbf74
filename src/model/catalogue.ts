import type { Condition, Formula, ReferencePeriod } from './expression.ts';
import type { Validity } from './validity.ts';
import type { Consolidation, RuleSeverity, ValueKind, WhenMissing } from './words.ts';

/** One row of an appendix form. `label` is Markdown (italic, bold, `[^1]`); line breaks in texts are printed. */
export interface CatalogueRow {
  readonly id: string;
  /** As printed, `1.1.1.`; absent in the rows of a "Trong đó" block. */
  readonly number?: string;
  readonly label: string;
  readonly kind: ValueKind;
  readonly unitOfMeasure: string;
  /** Code → meaning, for kind `code`. */
  readonly codes: ReadonlyMap<string, string>;
  /** The form's own note; a unit's note takes its place. */
  readonly note: string;
  /** Printed in the six-column form. */
  readonly reportedBy: string;
  /** Computes the value when it is left out, and checks it when it is given. */
  readonly formula?: Formula;
  readonly cumulative: boolean;
  /** Seldom changes (a number of bodies): a new report may take it over. */
  readonly stable: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  /** A row of a "Trong đó" block, under the numbered row above it. */
  readonly part: boolean;
  /** How it is put together over units; left out, its kind decides. */
  readonly consolidation?: Consolidation;
}

export interface CatalogueRule {
  readonly id: string;
  /** As typed. */
  readonly text: string;
  /** Must hold. */
  readonly condition: Condition;
  readonly severity: RuleSeverity;
  readonly whenMissing: WhenMissing;
  readonly message: string;
}

/** Danh mục chỉ tiêu: the ordered rows of an appendix form. */
export interface Catalogue {
  readonly id: string;
  readonly file: string;
  /** Handlebars; a line break is a line break. */
  readonly title: string;
  readonly label: string;
  readonly footnotes: ReadonlyMap<string, string>;
  readonly rows: readonly CatalogueRow[];
  readonly rules: readonly CatalogueRule[];
  readonly validity: Validity;
  /** The indicators with a formula, each after those that its formula needs. */
  readonly computed: readonly string[];
  /** The other periods whose values its formulas, rules and cumulative rows look at. */
  readonly looksAt: ReadonlySet<ReferencePeriod>;
}

/** Depth of a printed number: `1.` is 1, `7.1.6.2` is 4. A row without a number has depth 0. */
export const depthOf = (number: string | undefined): number =>
  number === undefined ? 0 : number.split('.').filter((piece) => piece.trim() !== '').length;
