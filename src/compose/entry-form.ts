import { type Catalogue, type CatalogueRow, depthOf } from '../model/catalogue.ts';
import { isoDate, shortDate } from '../model/date.ts';
import type { Inline } from '../model/document.ts';
import { codeChoice, FORM_COLUMNS, FORM_KEYS, FORM_KIND, FORM_SHEET, meaningOf } from '../model/entry-form.ts';
import { referencesIn } from '../model/expression.ts';
import { dataWindow, longPeriodName, type Period, periodBefore, periodName } from '../model/period.ts';
import type { TypedValue } from '../model/report.ts';
import { reportsRow } from '../model/reporters.ts';
import type { EarlierValues, Value } from '../model/resolved.ts';
import type { Unit } from '../model/unit.ts';
import {
  type CellRole,
  columnName,
  quotedSheet,
  type Sheet,
  type SheetCell,
  type SheetRow,
  textCell,
  type Validation,
  type Workbook,
} from '../model/workbook.ts';
import { hundredth, THOUSANDS, valueCell } from './cell-number.ts';
import { excelFormula } from './excel-formula.ts';
import { readInlineMarkdown } from './markdown.ts';

/** Whose form it is, and what is already known. */
export interface EntryFormData {
  readonly unit: Unit;
  readonly period: Period;
  readonly catalogue: Catalogue;
  /** Of the catalogue, so that a form of an older one is known. */
  readonly hash: string;
  /** What the report says so far, as typed and as read. */
  readonly typed: ReadonlyMap<string, TypedValue>;
  readonly values: ReadonlyMap<string, Value>;
  readonly before: EarlierValues;
}

const ENTRY = 'Số liệu';
const CODES = 'Mã';
const YES_NO = ['Có', 'Không'] as const;
const HEAD = ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu', 'Ghi chú', 'Cơ quan báo cáo', 'Kỳ trước'] as const;
const HEAD_ROW = 5;
const FIRST_ROW = HEAD_ROW + 1;
const WIDTHS: readonly number[] = [9, 48, 16, 15, 26, 20, 13];
const PERCENT = '[$-42A]0.0##%';
/** What is worked out has as many digits as the program gives it. */
const COMPUTED_PERCENT = '[$-42A]0.0%';
const LEADING_ZERO = '00';
const TEXT = '@';

/** An entry form: one sheet to fill in, one that offers codes and one that says whose form it is, both hidden. */
export const entryForm = (data: EntryFormData): Workbook => new EntryForm(data).workbook();

class EntryForm {
  private readonly rowNumbers: ReadonlyMap<string, number>;

  constructor(private readonly data: EntryFormData) {
    this.rowNumbers = new Map(data.catalogue.rows.map(({ id }, i) => [id, FIRST_ROW + i]));
  }

  workbook(): Workbook {
    const { unit, period, catalogue } = this.data;
    const { to } = dataWindow(period);
    const rows = catalogue.rows.map((row) => this.row(row));
    const width = HEAD.length;
    const first = FORM_COLUMNS.number;
    const sheet: Sheet = {
      name: ENTRY,
      columns: [
        ...Array.from({ length: first - 1 }, () => ({ width: 4, hidden: true })),
        ...WIDTHS.map((characters) => ({ width: characters })),
      ],
      rows: [...this.heading(), ...rows],
      merges: [1, 2, 3].map((row) => ({ top: row, left: first, bottom: row, right: first + width - 1 })),
      frozen: { rows: HEAD_ROW, columns: FORM_COLUMNS.label },
      landscape: true,
      titleRows: [HEAD_ROW, HEAD_ROW],
      validations: catalogue.rows.flatMap((row) => this.validation(row)),
      protected: true,
    };
    return {
      sheets: [sheet, this.codes(), this.identity()],
      properties: {
        title: `Biểu nhập số liệu ${longPeriodName(period, true)}`,
        author: unit.name,
        date: isoDate(to),
      },
    };
  }

  private heading(): readonly SheetRow[] {
    const { unit, period } = this.data;
    const { from, to } = dataWindow(period);
    const before: readonly SheetCell[] = Array.from({ length: FORM_COLUMNS.number - 1 }, () => ({ role: 'plain' }));
    const line = (role: CellRole, text: string): SheetRow => ({ cells: [...before, textCell(role, text)] });
    return [
      line('title', `BIỂU NHẬP SỐ LIỆU CẢI CÁCH HÀNH CHÍNH ${longPeriodName(period, true).toLocaleUpperCase('vi')}`),
      line('subtitle', `${unit.name} – số liệu từ ${shortDate(from)} đến ${shortDate(to)}`),
      line(
        'hint',
        'Chỉ gõ vào ô màu vàng. Ô xám do cơ quan khác báo cáo; ô chữ nghiêng tự tính. Để trống là chưa có số liệu, gõ 0 khi bằng không. Phân số như 02/02 gõ có dấu nháy đơn ở trước nếu Excel đổi thành ngày.',
      ),
      { cells: [] },
      { cells: [...before, ...HEAD.map((text) => textCell('head', text === 'Kỳ trước' ? this.beforeName() : text))] },
    ];
  }

  private beforeName = (): string => `Kỳ trước (${periodName(periodBefore(this.data.period), true)})`;

  private row(row: CatalogueRow): SheetRow {
    const { typed, before } = this.data;
    const given = typed.get(row.id);
    const group = row.kind === 'heading';
    const idle = !this.isOpen(row) && !group && row.formula === undefined;
    const label = this.label(row);
    const earlier = before?.get(row.id);
    const { value: earlierValue, format: earlierFormat } = earlier === undefined ? {} : valueCell(earlier);
    const open = this.isOpen(row);
    return {
      cells: [
        textCell('plain', row.id),
        textCell('plain', meaningOf(row)),
        textCell('plain', given?.value ?? ''),
        textCell('plain', given?.note ?? ''),
        textCell(idle ? 'idle' : 'number', row.number ?? (row.part ? 'Trong đó' : '')),
        { ...label, role: idle ? 'idle-label' : group ? 'group' : 'label' },
        textCell(idle ? 'idle' : 'unit', row.unitOfMeasure),
        this.valueOf(row, idle),
        textCell(open ? 'input-text' : idle ? 'idle-label' : 'text', given?.note ?? (open ? '' : row.note), {
          open,
          format: TEXT,
        }),
        textCell(idle ? 'idle-label' : 'text', row.reportedBy === '' ? row.note : row.reportedBy),
        {
          role: idle ? 'idle' : 'value',
          ...(earlierValue === undefined ? {} : { value: earlierValue }),
          ...(earlierFormat === undefined ? {} : { format: earlierFormat }),
        },
      ],
    };
  }

  private label(row: CatalogueRow): Pick<SheetCell, 'value'> {
    const [block] = readInlineMarkdown(row.label, this.data.catalogue.footnotes).blocks;
    const content: readonly Inline[] = block?.kind === 'paragraph' ? block.content : [];
    const indent: Inline = { kind: 'text', text: '\u00a0'.repeat(2 * Math.max(0, depthOf(row.number) - 2)) };
    return { value: { kind: 'rich', content: [indent, ...content.filter(({ kind }) => kind !== 'footnote')] } };
  }

  /** What the report already has may be changed, whoever is asked for it. */
  private isOpen(row: CatalogueRow): boolean {
    const given = this.data.typed.get(row.id)?.value ?? '';
    if (given !== '') return !this.follows(row);
    return row.kind !== 'heading' && row.formula === undefined && reportsRow(row, this.data.unit) !== false;
  }

  /** Whether a typed figure is but the result of a formula that has all it needs. */
  private follows({ formula }: CatalogueRow): boolean {
    if (formula === undefined) return false;
    return referencesIn(formula.expression).every(({ id, period }) => period === 'now' && this.data.values.has(id));
  }

  private formulaOf(row: CatalogueRow): string | undefined {
    if (row.formula === undefined) return undefined;
    const { catalogue } = this.data;
    return excelFormula(row.formula.expression, row.kind === 'percent', ({ id, period }) => {
      const at = this.rowNumbers.get(id);
      const other = catalogue.rows.find((candidate) => candidate.id === id);
      if (at === undefined || other === undefined || period !== 'now') return undefined;
      return { name: `${columnName(FORM_COLUMNS.value)}${at}`, hundredth: other.kind === 'percent' };
    });
  }

  private valueOf(row: CatalogueRow, idle: boolean): SheetCell {
    const open = this.isOpen(row);
    const format = this.formatOf(row);
    const base = { ...(format === undefined ? {} : { format }), open };
    const formula = open ? undefined : this.formulaOf(row);
    if (formula !== undefined) {
      const amount = this.data.values.get(row.id)?.amount;
      const known = amount?.kind === 'count' || amount?.kind === 'percent' || amount?.kind === 'money';
      const figure = known ? (row.kind === 'percent' ? hundredth(amount.amount) : amount.amount) : undefined;
      const cached = figure === undefined ? {} : { cached: figure };
      return { role: 'computed', value: { kind: 'formula', formula, ...cached }, ...base };
    }
    const role: CellRole = idle ? 'idle' : open ? (row.kind === 'text' ? 'input-text' : 'input') : 'value';
    const value = this.given(row);
    return value === undefined ? { role, ...base } : { role, value, ...base };
  }

  private formatOf(row: CatalogueRow): string | undefined {
    if (row.kind === 'percent' && row.formula !== undefined) return COMPUTED_PERCENT;
    const leadingZero = row.kind === 'count' && /^0\d$/.test(this.data.typed.get(row.id)?.value ?? '');
    return leadingZero ? LEADING_ZERO : FORMATS[row.kind];
  }

  private given(row: CatalogueRow): SheetCell['value'] {
    const value = this.data.values.get(row.id);
    const typed = this.data.typed.get(row.id)?.value ?? '';
    if (value === undefined || value.origin === 'computed' || typed === '') return undefined;
    const { amount } = value;
    const text = { kind: 'text', text: typed } as const;
    if (value.origin === 'unread') return text;
    switch (amount.kind) {
      case 'count':
      case 'money':
        return { kind: 'number', amount: amount.amount };
      case 'percent':
        return row.kind === 'percent' ? { kind: 'number', amount: hundredth(amount.amount) } : text;
      case 'code':
        return { kind: 'text', text: codeChoice(amount.code, amount.meaning) };
      case 'yes-no':
        return { kind: 'text', text: amount.yes ? YES_NO[0] : YES_NO[1] };
      case 'fraction':
      case 'text':
      case 'nil':
        return text;
    }
  }

  private validation(row: CatalogueRow): readonly Validation[] {
    if (!this.isOpen(row)) return [];
    const at = this.rowNumbers.get(row.id) ?? 0;
    const column = FORM_COLUMNS.value;
    const range = { top: at, left: column, bottom: at, right: column };
    const rule = this.ruleOf(row);
    return rule === undefined ? [] : [{ range, ...rule }];
  }

  private ruleOf(row: CatalogueRow): Omit<Validation, 'range'> | undefined {
    const error = (text: string) => ({ title: 'Số liệu chưa đúng', text });
    switch (row.kind) {
      case 'count':
        return {
          rule: { kind: 'whole', least: '0' },
          warns: true,
          prompt: {
            title: 'Số đếm',
            text: 'Gõ số nguyên từ 0 trở lên, ví dụ 41 hoặc 2481. Để trống nếu chưa có số liệu.',
          },
          error: error('Ô này nhận số nguyên từ 0 trở lên. Chỉ giữ lại nếu đúng là phải gõ chữ, ví dụ Không có.'),
        };
      case 'percent':
        return {
          rule: { kind: 'decimal', least: '0', most: '1' },
          warns: true,
          prompt: { title: 'Tỷ lệ phần trăm', text: 'Gõ tỷ lệ từ 0% đến 100%, ví dụ 63,4%.' },
          error: error('Ô này nhận tỷ lệ từ 0% đến 100%, ví dụ 63,4%. Chỉ giữ lại nếu đúng là như vậy.'),
        };
      case 'money':
        return {
          rule: { kind: 'decimal', least: '0' },
          warns: true,
          prompt: {
            title: 'Số tiền',
            text: `Gõ số từ 0 trở lên${row.unitOfMeasure === '' ? '' : `, đơn vị: ${row.unitOfMeasure}`}.`,
          },
          error: error('Ô này nhận số từ 0 trở lên.'),
        };
      case 'code':
        return {
          rule: { kind: 'list', source: this.codeRange(row) },
          warns: false,
          prompt: { title: 'Chọn trong danh sách', text: 'Bấm mũi tên bên phải ô để chọn.' },
          error: error('Chọn một mục trong danh sách của ô này.'),
        };
      case 'yes-no':
        return {
          rule: { kind: 'list', source: `${quotedSheet(CODES)}!$A$1:$A$2` },
          warns: false,
          prompt: { title: 'Có hay không', text: 'Chọn Có hoặc Không.' },
          error: error('Ô này chỉ nhận Có hoặc Không.'),
        };
      case 'fraction':
      case 'text':
      case 'heading':
        return undefined;
    }
  }

  private coded = (): readonly CatalogueRow[] => this.data.catalogue.rows.filter(({ kind }) => kind === 'code');

  private codeRange(row: CatalogueRow): string {
    const column = columnName(this.coded().findIndex(({ id }) => id === row.id) + 2);
    return `${quotedSheet(CODES)}!$${column}$1:$${column}$${Math.max(1, row.codes.size)}`;
  }

  /** Lists stand on a sheet of their own: Excel takes no longer list in the rule itself than 255 characters. */
  private codes(): Sheet {
    const lists = [
      YES_NO,
      ...this.coded().map(({ codes }) => [...codes].map(([code, meaning]) => codeChoice(code, meaning))),
    ];
    const longest = Math.max(...lists.map((list) => list.length));
    const rows = Array.from({ length: longest }, (_, i) => ({
      cells: lists.map((list) => textCell('plain', list[i] ?? '')),
    }));
    return { name: CODES, hidden: true, columns: lists.map(() => ({ width: 20 })), rows };
  }

  private identity(): Sheet {
    const { unit, period, catalogue, hash } = this.data;
    const entries = [
      [FORM_KEYS.kind, FORM_KIND],
      [FORM_KEYS.unit, unit.id],
      [FORM_KEYS.period, period.id],
      [FORM_KEYS.catalogue, catalogue.id],
      [FORM_KEYS.hash, hash],
    ] as const;
    const rows = entries.map(([key, value]) => ({ cells: [textCell('plain', key), textCell('plain', value)] }));
    return { name: FORM_SHEET, hidden: true, columns: [{ width: 20 }, { width: 70 }], rows };
  }
}

const FORMATS: Readonly<Record<CatalogueRow['kind'], string | undefined>> = {
  heading: undefined,
  count: THOUSANDS,
  percent: PERCENT,
  money: undefined,
  code: TEXT,
  'yes-no': TEXT,
  fraction: TEXT,
  text: TEXT,
};
