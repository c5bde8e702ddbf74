import type { Decimal } from './decimal.ts';
import type { Inline } from './document.ts';

/**
 * A workbook as data: what stands in which cell, and what each cell is. JSON knows no look: a cell names its role, and
 * render/xlsx/look.ts says in one place what a role looks like. Rows and columns count from 1.
 */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly properties: {
    readonly title: string;
    readonly author: string;
    /** ISO date and time, from the data: the same data gives the same bytes at any time. */
    readonly date: string;
  };
}

export interface Sheet {
  readonly name: string;
  readonly hidden?: boolean;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  readonly merges?: readonly CellRange[];
  /** Rows above and columns left of this cell stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly landscape?: boolean;
  /** Header rows that repeat on every printed page, first and last. */
  readonly titleRows?: readonly [number, number];
  /** Columns that repeat on every printed page, first and last: the sheet is too wide to be shrunk to one page. */
  readonly titleColumns?: readonly [number, number];
  readonly validations?: readonly Validation[];
  /** Locked cells cannot be changed; without a password, so that whoever must can lift it. */
  readonly protected?: boolean;
}

export interface SheetColumn {
  /** In characters, as Excel counts. */
  readonly width: number;
  readonly hidden?: boolean;
}

export interface SheetRow {
  readonly cells: readonly SheetCell[];
}

/** What a cell is; each has one look. */
export type CellRole =
  | 'plain'
  | 'kicker'
  | 'title'
  | 'subtitle'
  | 'hint'
  | 'head'
  | 'number'
  | 'label'
  | 'group'
  | 'unit'
  | 'value'
  | 'text'
  | 'input'
  | 'input-text'
  | 'computed'
  | 'idle'
  | 'idle-label'
  | 'alarm';

export interface SheetCell {
  readonly role: CellRole;
  readonly value?: CellValue;
  /** Excel's number format; `General` when left out. */
  readonly format?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** May be filled in although the sheet is protected. */
  readonly open?: boolean;
}

export type CellValue =
  | { readonly kind: 'number'; readonly amount: Decimal }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'rich'; readonly content: readonly Inline[] }
  /** Without the equals sign. `cached` is what it gives now: readers that do not calculate show it. */
  | { readonly kind: 'formula'; readonly formula: string; readonly cached?: Decimal };

export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What may be typed into cells of one column. `warns`: Excel asks, and whoever is sure goes on. */
export interface Validation {
  readonly range: CellRange;
  readonly rule:
    | { readonly kind: 'whole'; readonly least: string }
    | { readonly kind: 'decimal'; readonly least: string; readonly most?: string }
    /** A range that holds the list, such as `Ma!$A$1:$A$3`. */
    | { readonly kind: 'list'; readonly source: string };
  readonly warns: boolean;
  readonly prompt: { readonly title: string; readonly text: string };
  readonly error: { readonly title: string; readonly text: string };
}

export const textCell = (role: CellRole, text: string, more: Partial<SheetCell> = {}): SheetCell => ({
  role,
  ...(text === '' ? {} : { value: { kind: 'text', text } }),
  ...more,
});

/** 1 → A, 27 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export const cellName = (row: number, column: number): string => `${columnName(column)}${row}`;
export const rangeName = ({ top, left, bottom, right }: CellRange): string =>
  top === bottom && left === right ? cellName(top, left) : `${cellName(top, left)}:${cellName(bottom, right)}`;
/** A sheet's name as formulas write it. */
export const quotedSheet = (name: string): string => `'${name.replace(/'/g, "''")}'`;
