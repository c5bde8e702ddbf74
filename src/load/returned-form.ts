import { FORM_COLUMNS, FORM_KEYS, FORM_KIND, FORM_SHEET } from '../model/entry-form.ts';
import type { Place } from '../model/problem.ts';
import { plain } from '../model/text.ts';
import { cellName } from '../model/workbook.ts';
import type { ReadCell, ReadSheet, ReadWorkbook } from './workbook.ts';

/** An entry form that came back, as far as it says itself. */
export interface ReturnedForm {
  readonly unit: string;
  readonly period: string;
  readonly catalogue: string;
  readonly hash: string;
  readonly rows: readonly ReturnedRow[];
}

export interface ReturnedRow {
  readonly id: string;
  readonly meaning: string;
  readonly givenValue: string;
  readonly givenNote: string;
  readonly value: ReadCell | undefined;
  readonly note: ReadCell | undefined;
  readonly valuePlace: Place;
  readonly notePlace: Place;
}

const textAt = (sheet: ReadSheet, row: number, column: number): string =>
  sheet.cells.get(cellName(row, column))?.text.trim() ?? '';

/** `undefined`: it is no entry form of this program. */
export function returnedForm({ sheets }: ReadWorkbook, file: string): ReturnedForm | undefined {
  const identity = sheets.find(({ name }) => name === FORM_SHEET);
  if (identity === undefined) return undefined;
  const keys = new Map(
    Array.from({ length: identity.rows }, (_, i) => [textAt(identity, i + 1, 1), textAt(identity, i + 1, 2)] as const),
  );
  if (keys.get(FORM_KEYS.kind) !== FORM_KIND) return undefined;
  const key = (name: keyof typeof FORM_KEYS): string => keys.get(FORM_KEYS[name]) ?? '';
  const rows = sheets.filter(({ name }) => name !== FORM_SHEET).flatMap((sheet) => rowsOf(sheet, file));
  return { unit: key('unit'), period: key('period'), catalogue: key('catalogue'), hash: key('hash'), rows };
}

/** Columns are found by their heads: someone may have put one in. */
function columnOf(sheet: ReadSheet, row: number, head: string, otherwise: number): number {
  for (let column = 1; column <= sheet.columns; column += 1) {
    if (plain(textAt(sheet, row, column)) === head) return column;
  }
  return otherwise;
}

function rowsOf(sheet: ReadSheet, file: string): readonly ReturnedRow[] {
  const head = Array.from({ length: sheet.rows }, (_, i) => i + 1).find(
    (row) => columnOf(sheet, row, 'chi tieu', 0) > 0 && columnOf(sheet, row, 'so lieu', 0) > 0,
  );
  if (head === undefined) return [];
  const value = columnOf(sheet, head, 'so lieu', FORM_COLUMNS.value);
  const note = columnOf(sheet, head, 'ghi chu', FORM_COLUMNS.note);
  const place = (row: number, column: number): Place => ({
    kind: 'workbook',
    file,
    sheet: sheet.name,
    cell: cellName(row, column),
  });
  const rows: ReturnedRow[] = [];
  // The header need not stand above: rows may have been moved anywhere.
  for (let row = 1; row <= sheet.rows; row += 1) {
    const id = textAt(sheet, row, FORM_COLUMNS.id);
    if (id === '') continue;
    rows.push({
      id,
      meaning: textAt(sheet, row, FORM_COLUMNS.meaning),
      givenValue: textAt(sheet, row, FORM_COLUMNS.givenValue),
      givenNote: textAt(sheet, row, FORM_COLUMNS.givenNote),
      value: sheet.cells.get(cellName(row, value)),
      note: sheet.cells.get(cellName(row, note)),
      valuePlace: place(row, value),
      notePlace: place(row, note),
    });
  }
  return rows;
}
