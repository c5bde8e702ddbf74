import type { AppendixForm, FormColumn, HeaderCell } from '../model/appendix-form.ts';
import { ROW_FIELDS, type RowField } from '../model/fields.ts';
import type { Template } from '../model/template.ts';
import { readDocxParagraphs } from './docx-paragraphs.ts';
import { readDocxTables, type WordRow, type WordTable } from './docx-tables.ts';
import { tagPath } from './template-nodes.ts';

const ROW_TAG = /\{\s*(?:nhom|muc|trong_do)\s*\.[^}]*\}/;
/** Lines between the annex's label and its table; what stands further up belongs to the report. */
const CAPTIONS = 8;

/** The appendix table of a template; `undefined` when the template has none. */
export function readAppendixForm({ bytes }: Template): AppendixForm | undefined {
  const tables = readDocxTables(bytes) ?? [];
  const at = tables.findIndex(({ rows }) => rows.some(isPrototype));
  const table = tables[at];
  if (table === undefined) return undefined;
  const headerRows = table.rows.findIndex(isPrototype);
  return {
    captions: captionsOf(bytes, at + 1),
    columns: columnsOf(table),
    header: headerOf(table.rows.slice(0, headerRows)),
    headerRows,
    landscape: table.landscape,
  };
}

const isPrototype = ({ cells }: WordRow): boolean => cells.some(({ text }) => ROW_TAG.test(text));

function columnsOf({ grid, rows }: WordTable): readonly FormColumn[] {
  const fields = new Map<number, RowField>();
  for (const { cells } of rows.filter(isPrototype)) {
    for (const { column, text } of cells) {
      const field = fieldIn(text);
      if (field !== undefined && !fields.has(column)) fields.set(column, field);
    }
  }
  return grid.map((width, column) => ({ width, field: fields.get(column) }));
}

function fieldIn(text: string): RowField | undefined {
  const name = tagPath(ROW_TAG.exec(text)?.[0].slice(1, -1) ?? '')[1];
  return Object.keys(ROW_FIELDS)
    .filter((known): known is RowField => Object.hasOwn(ROW_FIELDS, known))
    .find((known) => known === name);
}

function headerOf(rows: readonly WordRow[]): readonly HeaderCell[] {
  return rows.flatMap(({ cells }, row) =>
    cells
      .filter(({ continues }) => !continues)
      .map(({ column, span, text }) => {
        const below = rows.slice(row + 1).map((next) => next.cells.find((cell) => cell.column === column));
        const end = below.findIndex((cell) => cell?.continues !== true);
        return { row, column, rows: 1 + (end === -1 ? below.length : end), columns: span, text };
      }),
  );
}

/** The paragraphs above the table, back to the one with the annex's label or title. */
function captionsOf(bytes: Uint8Array, table: number): readonly string[] {
  const paragraphs = readDocxParagraphs(bytes) ?? [];
  const first = paragraphs.findIndex(({ cell }) => cell?.table === table);
  const above = paragraphs
    .slice(Math.max(0, first - CAPTIONS), Math.max(0, first))
    .filter(({ cell }) => cell === undefined);
  const label = above.findIndex(({ text }) => text.includes('{phu_luc.'));
  return label === -1
    ? []
    : above
        .slice(label)
        .map(({ text }) => text.trim())
        .filter((text) => text !== '');
}
