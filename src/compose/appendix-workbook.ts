import type { AppendixForm, HeaderCell } from '../model/appendix-form.ts';
import type { AppendixRow, Document, Field, FieldGroup, Inline } from '../model/document.ts';
import type { RowField } from '../model/fields.ts';
import type { Value } from '../model/resolved.ts';
import {
  type CellRange,
  type CellRole,
  cellName,
  type Sheet,
  type SheetCell,
  type SheetRow,
  textCell,
  type Workbook,
} from '../model/workbook.ts';
import { type ValueCell, valueCell } from './cell-number.ts';
import type { FigureCell } from './excel-formula.ts';

/** Gives the Excel formula of an indicator, or `undefined` when it is to stand there as a number. */
export type RowFormulas = (id: string, cellOf: (id: string) => FigureCell | undefined) => string | undefined;

/** The appendix of a finished report as a workbook: the form is the template's, the rows are the document's. */
export function appendixWorkbook(
  document: Document,
  values: ReadonlyMap<string, Value>,
  form: AppendixForm,
  formulas: RowFormulas,
): Workbook {
  const { title, author, date } = document.properties;
  return { sheets: [new AppendixSheet(document, values, form, formulas).sheet()], properties: { title, author, date } };
}

/** Excel's column width from a Word table's: characters of 8 pixels. */
const characters = (width: number): number => Math.max(5, Math.round((width / 15 - 5) / 8));

class AppendixSheet {
  private readonly notes: number[] = [];
  private readonly merges: CellRange[] = [];
  private readonly width: number;
  private readonly first: number;

  constructor(
    private readonly document: Document,
    private readonly values: ReadonlyMap<string, Value>,
    private readonly form: AppendixForm,
    private readonly formulas: RowFormulas,
  ) {
    this.width = form.columns.length;
    this.first = form.captions.length + form.headerRows + 2;
  }

  sheet(): Sheet {
    const { form, document } = this;
    const captions = form.captions.map((caption, i) => this.caption(caption, i));
    const blank: SheetRow = { cells: [] };
    const header = this.header(captions.length + 2);
    const rows = document.appendix.map((row) => this.row(row));
    this.mergeParts();
    const notes = this.notes.map((note, i) => this.note(note, i, this.first + rows.length + 1 + i));
    const titleRows = [captions.length + 2, this.first - 1] as const;
    return {
      name: 'Phụ lục',
      columns: form.columns.map(({ width }) => ({ width: characters(width) })),
      rows: [...captions, blank, ...header, ...rows, ...(notes.length === 0 ? [] : [blank]), ...notes],
      merges: this.merges,
      frozen: { rows: this.first - 1, columns: 0 },
      landscape: form.landscape,
      ...(form.headerRows === 0 ? {} : { titleRows }),
    };
  }

  private across(row: number): void {
    if (this.width > 1) this.merges.push({ top: row, left: 1, bottom: row, right: this.width });
  }

  private caption(caption: string, index: number): SheetRow {
    const text = filled(caption, this.document.fields);
    this.across(index + 1);
    const role: CellRole = caption.includes('phu_luc.nhan')
      ? 'kicker'
      : caption.includes('phu_luc.ten')
        ? 'title'
        : 'subtitle';
    return { cells: [textCell(role, text)] };
  }

  private header(top: number): readonly SheetRow[] {
    const rows: SheetCell[][] = Array.from({ length: this.form.headerRows }, () =>
      Array.from({ length: this.width }, () => ({ role: 'head' })),
    );
    for (const cell of this.form.header) {
      const row = rows[cell.row];
      if (row === undefined) continue;
      row[cell.column] = { role: 'head', bold: false, value: { kind: 'rich', content: headerWords(cell) } };
      if (cell.rows === 1 && cell.columns === 1) continue;
      const [y, x] = [top + cell.row, cell.column + 1];
      this.merges.push({ top: y, left: x, bottom: y + cell.rows - 1, right: x + cell.columns - 1 });
    }
    return rows.map((cells) => ({ cells }));
  }

  private row(row: AppendixRow): SheetRow {
    const group = row.kind === 'nhom';
    return {
      cells: this.form.columns.map(({ field }): SheetCell => {
        if (field === undefined) return { role: 'text' };
        const role = roleOf(field, group);
        if (field === 'so_lieu') return this.valueOf(row, role);
        return { role, ...contentOf(row.fields.fields[field], (note) => this.noteNumber(note)) };
      }),
    };
  }

  private valueOf(row: AppendixRow, role: CellRole): SheetCell {
    const { value, format } = this.cellOf(row.id) ?? {};
    if (value === undefined) return { role };
    const formula = this.formulas(row.id, (id) => this.placeOf(id));
    if (formula === undefined || value.kind !== 'number')
      return { role, value, ...(format === undefined ? {} : { format }) };
    return {
      role,
      value: { kind: 'formula', formula, cached: value.amount },
      ...(format === undefined ? {} : { format }),
    };
  }

  private cellOf(id: string): ValueCell | undefined {
    const value = this.values.get(id);
    return value === undefined || value.shown === '' ? undefined : valueCell(value);
  }

  /** Where the figure of an indicator stands. */
  private placeOf(id: string): FigureCell | undefined {
    const index = this.document.appendix.findIndex((row) => row.id === id);
    const column = this.form.columns.findIndex(({ field }) => field === 'so_lieu');
    const cell = this.cellOf(id);
    // A blank cell counts for nothing, as a missing figure does; a formula cannot reckon with words.
    if (index === -1 || column === -1 || cell?.value.kind === 'text') return undefined;
    return { name: cellName(this.first + index, column + 1), hundredth: cell?.hundredth === true };
  }

  /** "Trong đó" stands once, beside all rows of its block. */
  private mergeParts(): void {
    const column = this.form.columns.findIndex(({ field }) => field === 'stt') + 1;
    const rows = this.document.appendix;
    for (const [i, row] of rows.entries()) {
      if (column === 0 || row.kind !== 'trong_do' || !row.first) continue;
      const after = rows.findIndex((next, j) => j > i && (next.kind !== 'trong_do' || next.first));
      const last = (after === -1 ? rows.length : after) - 1;
      if (last > i) this.merges.push({ top: this.first + i, left: column, bottom: this.first + last, right: column });
    }
  }

  /** The appendix counts its own footnotes. */
  private noteNumber(note: number): number {
    if (!this.notes.includes(note)) this.notes.push(note);
    return this.notes.indexOf(note);
  }

  private note(note: number, index: number, row: number): SheetRow {
    this.across(row);
    const mark: Inline = { kind: 'text', text: `${index + 1} `, superscript: true };
    const content = [mark, ...(this.document.footnotes[note] ?? [])];
    return { cells: [{ role: 'plain', value: { kind: 'rich', content } }] };
  }
}

function roleOf(field: RowField, group: boolean): CellRole {
  switch (field) {
    case 'stt':
      return 'number';
    case 'ten':
      return group ? 'group' : 'label';
    case 'don_vi':
      return 'unit';
    case 'so_lieu':
      return 'value';
    case 'ghi_chu':
    case 'co_quan_bao_cao':
      return 'text';
  }
}

function contentOf(field: Field | undefined, note: (note: number) => number): Pick<SheetCell, 'value'> {
  if (typeof field === 'string') return field === '' ? {} : { value: { kind: 'text', text: field } };
  if (!Array.isArray(field) || field.length === 0) return {};
  const content = inlinesOf(field).map((inline) =>
    inline.kind === 'footnote' ? { ...inline, note: note(inline.note) } : inline,
  );
  const words = content.every((inline) => inline.kind === 'text' && Object.keys(inline).length === 2);
  if (!words) return { value: { kind: 'rich', content } };
  return {
    value: { kind: 'text', text: content.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('') },
  };
}

const inlinesOf = (field: Field): readonly Inline[] => (typeof field === 'object' && !('kind' in field) ? field : []);

/** A column's name is bold; a remark under it, in brackets, is italic. */
function headerWords({ text }: HeaderCell): readonly Inline[] {
  return text.split('\n').flatMap((line, i): readonly Inline[] => {
    const remark = i > 0 && /^\(.*\)$/.test(line.trim());
    const words: Inline = { kind: 'text', text: line, ...(remark ? { italic: true } : { bold: true }) };
    return i === 0 ? [words] : [{ kind: 'break' }, words];
  });
}

/** A caption with its tags filled in; what is no text is left out. */
function filled(caption: string, fields: FieldGroup): string {
  return caption.replace(/\{([^}]*)\}/g, (_, tag: string) => {
    let field: Field | undefined = fields;
    for (const step of tag.replace(/[\s\u00a0]/g, '').split('.')) {
      const inside: Readonly<Record<string, Field>> =
        typeof field === 'object' && 'kind' in field && field.kind === 'group' ? field.fields : {};
      field = Object.hasOwn(inside, step) ? inside[step] : undefined;
    }
    return typeof field === 'string' ? field : '';
  });
}
