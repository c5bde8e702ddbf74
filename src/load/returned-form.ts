import { FORM_COLUMNS, FORM_KEYS, FORM_KIND, FORM_SHEET } from '../model/entry-form.ts';
import type { Place } from '../model/problem.ts';
import { plain } from '../model/text.ts';
import { cellName } from '../model/workbook.ts';
import { filledRows, type ReadCell, type ReadSheet, type ReadWorkbook } from './workbook.ts';

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
    [...filledRows(identity).keys()].map((row) => [textAt(identity, row, 1), textAt(identity, row, 2)] as const),
  );
  if (keys.get(FORM_KEYS.kind) !== FORM_KIND) return undefined;
  const key = (name: keyof typeof FORM_KEYS): string => keys.get(FORM_KEYS[name]) ?? '';
  const rows = sheets.filter(({ name }) => name !== FORM_SHEET).flatMap((sheet) => rowsOf(sheet, file));
  return { unit: key('unit'), period: key('period'), catalogue: key('catalogue'), hash: key('hash'), rows };
}

/** Columns are found by their heads: someone may have put one in. */
const columnOf = (row: readonly ReadCell[], head: string): number | undefined =>
  row.find(({ text }) => plain(text.trim()) === head)?.column;

function rowsOf(sheet: ReadSheet, file: string): readonly ReturnedRow[] {
  const filled = filledRows(sheet);
  const head = [...filled.values()].find(
    (row) => columnOf(row, 'chi tieu') !== undefined && columnOf(row, 'so lieu') !== undefined,
  );
  if (head === undefined) return [];
  const value = columnOf(head, 'so lieu') ?? FORM_COLUMNS.value;
  const note = columnOf(head, 'ghi chu') ?? FORM_COLUMNS.note;
  const place = (row: number, column: number): Place => ({
    kind: 'workbook',
    file,
    sheet: sheet.name,
    cell: cellName(row, column),
  });
  const rows: ReturnedRow[] = [];
  // The header need not stand above: rows may have been moved anywhere.
  for (const row of filled.keys()) {
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
