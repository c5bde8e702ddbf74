import type { RowField } from './fields.ts';

/** The appendix table of a template: what its columns carry, and the header above them. */
export interface AppendixForm {
  /** The lines above the table, from the annex's label on; with tags. */
  readonly captions: readonly string[];
  readonly columns: readonly FormColumn[];
  readonly header: readonly HeaderCell[];
  readonly headerRows: number;
  readonly landscape: boolean;
}

export interface FormColumn {
  /** Twentieths of a point. */
  readonly width: number;
  /** `undefined`: the prototype rows leave it empty. */
  readonly field: RowField | undefined;
}

/** Rows and columns count from 0. A line break is a line break. */
export interface HeaderCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly text: string;
}
