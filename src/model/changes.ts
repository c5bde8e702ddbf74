import type { ChangeMark } from './document.ts';
import type { FieldName, RowField } from './fields.ts';
import type { Wording } from './problem.ts';

/** What is different between two versions of a report, in the words of its readers. */
export interface Changes {
  readonly values: readonly ValueChange[];
  readonly passages: readonly PassageChange[];
  readonly cells: readonly CellChange[];
  readonly fields: readonly FieldChange[];
  readonly recipients: readonly RecipientChange[];
}

/** A stretch of text; without a mark both versions have it. */
export interface Piece {
  readonly text: string;
  readonly change?: ChangeMark;
}

/** A row of the appendix, as a reader finds it. */
export interface RowPlace {
  /** The indicator's id. */
  readonly id: string;
  /** As printed; of a row in a "Trong đó" block, the number of the row above the block. */
  readonly number: string;
  readonly part: boolean;
  readonly label: string;
}

/** `undefined`: that version does not have the row. */
export interface ValueChange extends RowPlace {
  readonly unit: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Another cell of the appendix: number, label, unit, note. A row without a value that came or went stands here by its label. */
export interface CellChange extends RowPlace {
  readonly column: RowField;
  /** What readers call the column. */
  readonly columnLabel: Wording;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A paragraph of the narrative, or a cell of a table in it. `undefined`: that version does not have it. */
export interface PassageChange {
  readonly slot: string;
  /** The headings above it, outermost first. */
  readonly headings: readonly string[];
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Both texts in one, word by word. */
  readonly pieces: readonly Piece[];
}

/** A field of the official form: letterhead, title, signature. */
export interface FieldChange {
  readonly field: FieldName;
  /** What readers call the field. */
  readonly label: Wording;
  readonly before: string;
  readonly after: string;
}

export interface RecipientChange {
  readonly change: ChangeMark;
  readonly recipient: string;
}

export const countChanges = (changes: Changes): number =>
  changes.values.length +
  changes.passages.length +
  changes.cells.length +
  changes.fields.length +
  changes.recipients.length;
