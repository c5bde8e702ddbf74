import type { Place } from '../model/problem.ts';
import { plain } from '../model/text.ts';
import { cellName } from '../model/workbook.ts';
import { readDocxTables, type WordTable } from './docx-tables.ts';
import { filledRows, type ReadCell, type ReadSheet, type ReadWorkbook } from './workbook.ts';

/** What stands in a cell of an appendix table that someone handed in, and where. */
export interface EnteredCell {
  readonly cell: ReadCell;
  readonly place: Place;
}

/** A row of such a table, taken apart by the columns of the form. */
export interface EnteredRow {
  /** As printed; empty in the rows of a "Trong đó" block. */
  readonly number: string;
  readonly label: string;
  readonly value: EnteredCell | undefined;
  readonly note: EnteredCell | undefined;
  /** Where the row is told of. */
  readonly place: Place;
}

/** Rows and columns of a sheet or a Word table, whichever it was. */
interface Grid {
  readonly name: string;
  readonly rows: readonly ReadonlyMap<number, EnteredCell>[];
}

type Column = 'number' | 'label' | 'unit' | 'value' | 'note' | 'reporter' | 'earlier';

/** How forms head their columns; the first that fits counts. Without tone marks. */
const HEADS: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(?:stt|tt|so tt|so thu tu)$/],
  ['earlier', /ky truoc|cung ky/],
  ['label', /chi tieu|noi dung|tieu chi|ten chi/],
  ['unit', /don vi tinh|^dvt$/],
  ['reporter', /co quan|chu tri/],
  ['note', /ghi chu/],
  ['value', /so lieu|gia tri|^so luong$|ket qua(?! thong ke)|^thuc hien$/],
];
/** Rows that a header takes at most, and how far down a table may begin. */
const HEADER_ROWS = 3;
const SEARCHED_ROWS = 40;

/** The appendix tables of a workbook; tables without a column of labels and one of figures are none. */
export const tablesOfWorkbook = (workbook: ReadWorkbook, file: string): readonly (readonly EnteredRow[])[] =>
  workbook.sheets.filter(({ hidden }) => !hidden).flatMap((sheet) => tableIn(gridOfSheet(sheet, file)));

/** The appendix tables of a .docx; `undefined` when it is none. */
export function tablesOfDocx(bytes: Uint8Array, file: string): readonly (readonly EnteredRow[])[] | undefined {
  return readDocxTables(bytes)?.flatMap((table, i) => tableIn(gridOfTable(table, i + 1, file)));
}

function gridOfSheet(sheet: ReadSheet, file: string): Grid {
  const entered = (cell: ReadCell): EnteredCell => ({
    cell,
    place: { kind: 'workbook', file, sheet: sheet.name, cell: cellName(cell.row, cell.column) },
  });
  const rows = [...filledRows(sheet).values()].map((row) => new Map(row.map((cell) => [cell.column, entered(cell)])));
  return { name: sheet.name, rows };
}

function gridOfTable({ rows }: WordTable, table: number, file: string): Grid {
  return {
    name: String(table),
    rows: rows.map(
      ({ cells }, y) =>
        new Map(
          cells
            .filter(({ text }) => text !== '')
            .map(({ column, text }, x) => {
              const cell = {
                row: y + 1,
                column: column + 1,
                kind: 'text',
                text,
                format: { kind: 'plain' },
                formula: false,
              } as const;
              const at = { table, row: y + 1, column: x + 1 };
              return [column + 1, { cell, place: { kind: 'template', file, part: 'thân văn bản', cell: at } }] as const;
            }),
        ),
    ),
  };
}

const wordsOf = ({ cell }: EnteredCell): string => plain(cell.text).replace(/\s+/g, ' ').trim();

function columnsFrom(rows: readonly ReadonlyMap<number, EnteredCell>[]): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  for (const row of rows) {
    for (const [column, cell] of row) {
      const words = wordsOf(cell);
      const found = HEADS.find(([, head]) => head.test(words))?.[0];
      if (found !== undefined && !columns.has(found)) columns.set(found, column);
    }
  }
  return columns;
}

function tableIn({ rows }: Grid): readonly (readonly EnteredRow[])[] {
  for (let top = 0; top < Math.min(rows.length, SEARCHED_ROWS); top += 1) {
    const first = columnsFrom(rows.slice(top, top + 1));
    if (!first.has('label')) continue;
    for (let height = 1; height <= HEADER_ROWS; height += 1) {
      const columns = columnsFrom(rows.slice(top, top + height));
      if (columns.has('value')) return [rowsUnder(rows.slice(top + height), columns)];
    }
  }
  return [];
}

function rowsUnder(
  rows: readonly ReadonlyMap<number, EnteredCell>[],
  columns: ReadonlyMap<Column, number>,
): readonly EnteredRow[] {
  return rows.flatMap((row): readonly EnteredRow[] => {
    const at = (column: Column): EnteredCell | undefined => {
      const index = columns.get(column);
      return index === undefined ? undefined : row.get(index);
    };
    const label = at('label');
    // A row of column numbers has no words.
    if (label === undefined || !/\p{L}/u.test(label.cell.text)) return [];
    const number = at('number')?.cell.text.trim() ?? '';
    return [
      {
        // Excel makes the number 1.1 of the printed number 1.1: as text it reads the same.
        number: /\d/.test(number) ? number : '',
        label: label.cell.text,
        value: at('value'),
        note: at('note'),
        place: label.place,
      },
    ];
  });
}
