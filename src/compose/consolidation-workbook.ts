import { isoDate } from '../model/date.ts';
import { dataWindow, longPeriodName, type Period } from '../model/period.ts';
import type { Amount, Value } from '../model/resolved.ts';
import type { Unit } from '../model/unit.ts';
import type { Consolidation } from '../model/words.ts';
import {
  type CellRole,
  cellName,
  columnName,
  quotedSheet,
  type Sheet,
  type SheetCell,
  type SheetRow,
  textCell,
  type Workbook,
} from '../model/workbook.ts';
import { THOUSANDS, valueCell } from './cell-number.ts';
import { excelFormula } from './excel-formula.ts';

/** A unit as the workbook shows it. */
export interface ShownMember {
  readonly name: string;
  /** The date on its report as printed, or why there is none. */
  readonly date: string;
  readonly state: string;
  readonly late: boolean;
  readonly catalogue: string;
  /** `label: figure`, of figures for which the consolidated form has no row. */
  readonly strays: readonly string[];
}

export interface ShownFigure {
  /** Index of the member. */
  readonly member: number;
  readonly value: Value | undefined;
  readonly added: boolean;
  /** Why it is not in the total. */
  readonly why: string;
  readonly blank: boolean;
  /** `data/bao-cao/xa-a/2026-6T.yaml:41`, where it was typed. */
  readonly source: string;
}

export interface ShownRow {
  readonly id: string;
  readonly number: string;
  readonly label: string;
  readonly unitOfMeasure: string;
  readonly group: boolean;
  readonly kind: Amount['kind'] | 'heading';
  readonly rule: Consolidation;
  readonly formula: Parameters<typeof excelFormula>[0] | undefined;
  /** As the consolidated report would print it. */
  readonly total: Value | undefined;
  /** What the report of the consolidating unit says. */
  readonly reported: string;
  readonly figures: readonly ShownFigure[];
  /** Of a rate: units that are in one part of it only. */
  readonly uneven: readonly string[];
}

export interface ConsolidationData {
  readonly unit: Unit;
  readonly period: Period;
  /** `undefined`: not known. */
  readonly deadline: string | undefined;
  readonly members: readonly ShownMember[];
  readonly rows: readonly ShownRow[];
}

const SHEETS = { totals: 'Tổng hợp', units: 'Đơn vị – chỉ tiêu', missing: 'Còn thiếu', sources: 'Nguồn' } as const;
const RULES: Readonly<Record<Consolidation, string>> = {
  sum: 'cộng',
  recompute: 'tính lại theo công thức',
  last: 'số của báo cáo sau cùng',
  'count-yes': 'đếm đơn vị trả lời Có',
  none: 'không tổng hợp',
};
const HEAD_ROW = 4;
const FIRST = HEAD_ROW + 1;
/** Number, label and measure stand before the units. */
const BEFORE_UNITS = 3;
const TOTAL_COLUMN = 5;
/** More units than these would be too small to read on one page. */
const UNITS_ON_A_PAGE = 10;

/**
 * The consolidation of a unit: totals with live formulas, what each unit reports, what is missing, and for each figure the
 * line of the file in which it was typed.
 */
export function consolidationWorkbook(data: ConsolidationData): Workbook {
  const { unit, period } = data;
  return {
    sheets: [totals(data), units(data), missing(data), sources(data)],
    properties: {
      title: `Tổng hợp số liệu ${longPeriodName(period, true)}`,
      author: unit.name,
      date: isoDate(dataWindow(period).to),
    },
  };
}

function heading({ unit, period, deadline }: ConsolidationData, what: string): readonly SheetRow[] {
  return [
    { cells: [textCell('title', `${what} – ${longPeriodName(period, true)}`)] },
    {
      cells: [
        textCell(
          'subtitle',
          `${unit.name}; ${deadline === undefined ? 'chưa nêu hạn gửi báo cáo' : `hạn gửi báo cáo ${deadline}`}`,
        ),
      ],
    },
    { cells: [] },
  ];
}

const across = (width: number): Sheet['merges'] =>
  [1, 2].map((row) => ({ top: row, left: 1, bottom: row, right: width }));

const headRow = (names: readonly string[]): SheetRow => ({ cells: names.map((name) => textCell('head', name)) });

const filled = (role: CellRole, value: Value | undefined): SheetCell => {
  if (value === undefined || value.shown === '') return { role };
  const { value: inside, format } = valueCell(value);
  return { role, value: inside, ...(format === undefined ? {} : { format }) };
};

const whole = (count: number): SheetCell => ({
  role: 'value',
  value: { kind: 'number', amount: { unscaled: BigInt(count), scale: 0 } },
});

function totals(data: ConsolidationData): Sheet {
  const head = [
    'STT',
    'Chỉ tiêu',
    'Đơn vị tính',
    'Cách tổng hợp',
    'Kết quả',
    'Số đơn vị đã cộng',
    'Chưa có số',
    'Trong báo cáo',
    'Không cộng được',
  ];
  const rows = data.rows.map((row, i): SheetRow => {
    if (row.group) return groupRow(row, head.length);
    const refused = row.figures.filter(({ added, blank, value }) => !added && !blank && value !== undefined);
    const told = row.rule === 'none' || row.rule === 'recompute' ? [] : refused;
    const uneven = row.uneven.map((name) => `${name}: chỉ có một phần của tỷ lệ`);
    const differs = row.total !== undefined && row.reported !== '' && row.total.shown !== row.reported;
    return {
      cells: [
        textCell('number', row.number),
        textCell('label', row.label),
        textCell('unit', row.unitOfMeasure),
        textCell('text', RULES[row.rule]),
        totalCell(data, row, FIRST + i),
        whole(row.figures.filter(({ added }) => added).length),
        whole(row.figures.filter(({ blank }) => blank).length),
        textCell(differs ? 'alarm' : 'value', row.reported),
        textCell(
          'alarm',
          [...told.map(({ member, why }) => `${data.members[member]?.name ?? ''}: ${why}`), ...uneven].join('; '),
        ),
      ],
    };
  });
  return {
    name: SHEETS.totals,
    columns: [9, 46, 14, 18, 14, 10, 10, 14, 30].map((width) => ({ width })),
    rows: [...heading(data, 'TỔNG HỢP SỐ LIỆU'), headRow(head), ...rows],
    merges: across(head.length) ?? [],
    frozen: { rows: HEAD_ROW, columns: 2 },
    landscape: true,
    titleRows: [HEAD_ROW, HEAD_ROW],
  };
}

const groupRow = (row: ShownRow, width: number): SheetRow => ({
  cells: [
    textCell('number', row.number),
    textCell('group', row.label),
    ...Array.from({ length: width - 2 }, (): SheetCell => ({ role: 'text' })),
  ],
});

/** Live where Excel can work it out from the sheet of the units, or from the totals above. */
function totalCell(data: ConsolidationData, row: ShownRow, at: number): SheetCell {
  const known = filled('value', row.total);
  if (row.total === undefined || known.value?.kind !== 'number') return known;
  const first = columnName(BEFORE_UNITS + 1);
  const last = columnName(BEFORE_UNITS + Math.max(1, data.members.length));
  const range = `${quotedSheet(SHEETS.units)}!${first}${at}:${last}${at}`;
  const formula = formulaOf(data, row, range, known.format?.endsWith('%') === true);
  if (formula === undefined) return known;
  const format = row.rule === 'sum' ? THOUSANDS : known.format;
  const fractional = known.value.amount.scale > 0 && row.rule === 'sum';
  return {
    role: 'value',
    value: { kind: 'formula', formula, cached: known.value.amount },
    ...(format === undefined || fractional ? {} : { format }),
  };
}

function formulaOf(data: ConsolidationData, row: ShownRow, range: string, hundredth: boolean): string | undefined {
  switch (row.rule) {
    case 'sum':
      return `SUM(${range})`;
    case 'count-yes':
      return `COUNTIF(${range},"Có")`;
    case 'recompute':
      return row.formula === undefined
        ? undefined
        : excelFormula(row.formula, hundredth, ({ id, period }) => {
            const index = data.rows.findIndex((other) => other.id === id);
            const other = data.rows[index];
            if (other === undefined || period !== 'now') return undefined;
            const format = filled('value', other.total).format;
            return { name: cellName(FIRST + index, TOTAL_COLUMN), hundredth: format?.endsWith('%') === true };
          });
    case 'last':
    case 'none':
      return undefined;
  }
}

function units(data: ConsolidationData): Sheet {
  const head = ['STT', 'Chỉ tiêu', 'Đơn vị tính', ...data.members.map(({ name }) => name)];
  const isWide = data.members.length > UNITS_ON_A_PAGE;
  const rows = data.rows.map((row): SheetRow => {
    if (row.group && row.figures.every(({ value }) => value === undefined)) return groupRow(row, head.length);
    const figures = data.members.map((_, member) => row.figures.find((figure) => figure.member === member));
    return {
      cells: [
        textCell('number', row.number),
        textCell(row.group ? 'group' : 'label', row.label),
        textCell('unit', row.unitOfMeasure),
        ...figures.map((figure) => figureCell(row, figure)),
      ],
    };
  });
  return {
    name: SHEETS.units,
    columns: [9, 46, 14, ...data.members.map(() => 14)].map((width) => ({ width })),
    rows: [...heading(data, 'SỐ LIỆU TỪNG ĐƠN VỊ'), headRow(head), ...rows],
    merges: across(isWide ? BEFORE_UNITS : Math.min(head.length, 8)) ?? [],
    frozen: { rows: HEAD_ROW, columns: BEFORE_UNITS },
    landscape: true,
    ...(isWide ? { titleColumns: [1, BEFORE_UNITS] } : {}),
    titleRows: [HEAD_ROW, HEAD_ROW],
  };
}

/** What is not in the total stands there as text, so that Excel's own sum leaves it out too. */
function figureCell(row: ShownRow, figure: ShownFigure | undefined): SheetCell {
  if (figure?.value === undefined) return { role: figure?.blank === true ? 'input' : 'idle' };
  const { amount, shown } = figure.value;
  if (row.rule === 'count-yes' && amount.kind === 'yes-no') return textCell('value', amount.yes ? 'Có' : 'Không');
  const summed = row.rule === 'sum' && !figure.added;
  return summed ? textCell('alarm', shown) : filled('value', figure.value);
}

function missing(data: ConsolidationData): Sheet {
  const head = [
    'Đơn vị',
    'Ngày báo cáo',
    'Tình trạng',
    'Danh mục',
    'Số chỉ tiêu chưa có số',
    'Các chỉ tiêu chưa có số',
    'Số liệu không có dòng trong biểu tổng hợp',
  ];
  const rows = data.members.map((member, index): SheetRow => {
    const blanks = data.rows.filter(({ figures }) => figures.some((one) => one.member === index && one.blank));
    const names = blanks.map(({ number, label }) => `${number} ${label}`.trim());
    return {
      cells: [
        textCell('label', member.name),
        textCell('unit', member.date),
        textCell(member.late ? 'alarm' : 'text', member.state),
        textCell('unit', member.catalogue),
        whole(blanks.length),
        textCell('text', listed(names)),
        textCell('text', listed(member.strays)),
      ],
    };
  });
  return {
    name: SHEETS.missing,
    columns: [34, 14, 24, 18, 12, 60, 40].map((width) => ({ width })),
    rows: [...heading(data, 'ĐƠN VỊ CÒN THIẾU, GỬI CHẬM'), headRow(head), ...rows],
    merges: across(head.length) ?? [],
    frozen: { rows: HEAD_ROW, columns: 1 },
    landscape: true,
    titleRows: [HEAD_ROW, HEAD_ROW],
  };
}

/** Names in one cell; all of them stand on the sheet of the units. */
const LISTED = 30;
const listed = (names: readonly string[]): string =>
  names.length > LISTED ? `${names.slice(0, LISTED).join('; ')}; …` : names.join('; ');

function sources(data: ConsolidationData): Sheet {
  const head = ['Mã chỉ tiêu', 'STT', 'Chỉ tiêu', 'Đơn vị', 'Giá trị', 'Đã cộng', 'Vì sao không', 'Nguồn (tệp:dòng)'];
  const rows = data.rows.flatMap((row) =>
    row.figures
      .filter(({ value }) => value !== undefined)
      .map(
        ({ member, value, added, why, source }): SheetRow => ({
          cells: [
            textCell('text', row.id),
            textCell('number', row.number),
            textCell('label', row.label),
            textCell('text', data.members[member]?.name ?? ''),
            textCell('value', value?.shown ?? ''),
            textCell('value', added ? 'x' : ''),
            textCell('text', why),
            textCell('text', source),
          ],
        }),
      ),
  );
  return {
    name: SHEETS.sources,
    columns: [30, 9, 44, 34, 12, 8, 24, 44].map((width) => ({ width })),
    rows: [...heading(data, 'NGUỒN CỦA TỪNG SỐ LIỆU'), headRow(head), ...rows],
    merges: across(head.length) ?? [],
    frozen: { rows: HEAD_ROW, columns: 0 },
    landscape: true,
    titleRows: [HEAD_ROW, HEAD_ROW],
  };
}
