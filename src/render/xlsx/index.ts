import type * as Excel from 'exceljs';
import type { Inline } from '../../model/document.ts';
import { plainNumber } from '../../model/number.ts';
import {
  type CellValue,
  columnName,
  type Sheet,
  type SheetCell,
  type Validation,
  type Workbook,
} from '../../model/workbook.ts';
import { pack, readZip, unpack, writeZip } from '../../ooxml/zip.ts';
import { LOOKS } from './look.ts';
import { rowHeight, wordsOf } from './row-height.ts';
import { fontOf, Styles } from './style.ts';

const A4 = 9;
/** exceljs counts widths in digits of its own default font (Calibri 11, 7 pixels); the look's font has 8 pixels. */
const WIDER = 8 / 7;

/**
 * A workbook as .xlsx, by exceljs, which is loaded here and not before: it costs more to load than all else that a
 * command needs. The same data gives the same bytes.
 */
export async function renderXlsx(workbook: Workbook): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  const { title, author, date } = workbook.properties;
  book.title = title;
  book.creator = author;
  book.lastModifiedBy = author;
  book.created = new Date(date);
  book.modified = new Date(date);
  // What a formula gives is saved with it for those that do not calculate; Excel works it out again.
  book.calcProperties.fullCalcOnLoad = true;
  const activeTab = workbook.sheets.findIndex(({ hidden }) => hidden !== true);
  book.views = [{ x: 0, y: 0, width: 24_000, height: 15_000, firstSheet: 0, activeTab, visibility: 'visible' }];
  const styles = new Styles();
  for (const sheet of workbook.sheets) await addSheet(book, sheet, styles);
  return settled(await book.xlsx.writeBuffer({ zip: { compression: 'STORE' } }));
}

/**
 * What exceljs writes and should not: that the blanks of a text count, for which the schema has no place (blanks at the
 * ends are no-break spaces, see `safeText`; line breaks count anyway); styles for slicers that no sheet has; that the
 * height of a row is the user's own, when it is a guess that Excel may better.
 */
const SUPERFLUOUS = / xml:space="preserve"| customHeight="1"|<extLst>.*?<\/extLst>/gs;

/** The same without it, and without the clock, which exceljs writes into the zip. */
function settled(written: Excel.Buffer): Uint8Array {
  const bytes = new Uint8Array(written);
  const entries = readZip(bytes, { entries: 1000, unpacked: Number.POSITIVE_INFINITY });
  if ('fault' in entries) throw new Error(`exceljs wrote no zip: ${JSON.stringify(entries)}`);
  return writeZip(
    [...entries.values()].map((entry) => {
      const xml = Buffer.from(unpack(entry) ?? []).toString('utf8');
      return pack(entry.name, Buffer.from(xml.replace(SUPERFLUOUS, ''), 'utf8'));
    }),
  );
}

async function addSheet(book: Excel.Workbook, sheet: Sheet, styles: Styles): Promise<void> {
  const { columns, rows, merges = [], validations = [] } = sheet;
  const added = book.addWorksheet(sheet.name, {
    state: sheet.hidden === true ? 'hidden' : 'visible',
    views: [viewOf(sheet)],
    pageSetup: pageSetupOf(sheet),
    properties: { defaultRowHeight: 15.75, dyDescent: 0.25 },
    headerFooter: sheet.titleRows === undefined ? {} : { oddFooter: '&C&P' },
  });
  added.columns = columns.map(({ width, hidden }) => ({ width: width * WIDER, hidden: hidden === true }));
  for (const [i, { cells }] of rows.entries()) {
    const row = added.getRow(i + 1);
    for (const [j, cell] of cells.entries()) {
      const there = row.getCell(j + 1);
      there.style = styles.of(cell);
      if (cell.value !== undefined) there.value = cellValue(cell.value, cell);
    }
    row.height = rowHeight(sheet, i + 1);
  }
  for (const { top, left, bottom, right } of merges) added.mergeCells(top, left, bottom, right);
  for (const validation of validations) validate(added, validation);
  if (sheet.protected === true) {
    // Without a password, so that whoever must can lift it.
    await added.protect('', {
      objects: false,
      scenarios: false,
      formatColumns: true,
      formatRows: true,
      autoFilter: true,
    });
  }
}

function viewOf({ frozen }: Sheet): Partial<Excel.WorksheetView> {
  if (frozen === undefined) return { state: 'normal' };
  return { state: 'frozen', xSplit: frozen.columns, ySplit: frozen.rows };
}

/** Per cent of its size at which a sheet is printed that does not fit one page. */
const WIDE_SCALE = 60;

function pageSetupOf({ landscape, titleRows, titleColumns }: Sheet): Partial<Excel.PageSetup> {
  const toPage = { fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true };
  const columns = titleColumns?.map(columnName).join(':');
  return {
    paperSize: A4,
    orientation: landscape === true ? 'landscape' : 'portrait',
    ...(columns === undefined ? toPage : { scale: WIDE_SCALE, printTitlesColumn: columns }),
    margins: { left: 0.7, right: 0.5, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
    ...(titleRows === undefined ? {} : { printTitlesRow: `${titleRows[0]}:${titleRows[1]}` }),
  };
}

function cellValue(value: CellValue, cell: SheetCell): Excel.CellValue {
  switch (value.kind) {
    case 'number':
      return Number(plainNumber(value.amount));
    case 'text':
      return safeText(value.text);
    case 'rich':
      return { richText: value.content.map((inline) => runOf(inline, cell)) };
    case 'formula': {
      const result = value.cached === undefined ? {} : { result: Number(plainNumber(value.cached)) };
      return { formula: value.formula, ...result };
    }
  }
}

function runOf(inline: Inline, cell: SheetCell): Excel.RichText {
  const raised = inline.kind === 'footnote' || (inline.kind === 'text' && inline.superscript === true);
  const own = inline.kind === 'text' && !raised ? inline : undefined;
  const base = fontOf(LOOKS[cell.role], cell);
  const font = {
    ...base,
    bold: base.bold === true || own?.bold === true,
    italic: base.italic === true || own?.italic === true,
  };
  return { text: safeText(wordsOf(inline)), font: raised ? { ...font, vertAlign: 'superscript' } : font };
}

const NO_BREAK = '\u00a0';

/**
 * XML readers drop blanks at a text's ends: a blank that stands there becomes a no-break space. What only looks like
 * Excel's sign for a character (`_x0041_`) is kept from being read as one; LibreOffice takes fewer digits for one too, such
 * as in `cap_xa_ban_hanh`.
 */
const safeText = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]+_)/g, '_x005F_')
    .replace(/^[ \t]+|[ \t]+$/g, (blanks) => NO_BREAK.repeat(blanks.length))
    .replace(/^\n|\n$/g, (line, at: number) => (at === 0 ? `${NO_BREAK}${line}` : `${line}${NO_BREAK}`));

/** Excel's own limits; a longer text would make it repair the file. */
const PROMPT = { title: 32, text: 255 } as const;

function validate(sheet: Excel.Worksheet, { range, rule, warns, prompt, error }: Validation): void {
  const most = rule.kind === 'decimal' ? rule.most : undefined;
  const common: Excel.DataValidation = {
    type: rule.kind,
    formulae: rule.kind === 'list' ? [rule.source] : [rule.least, ...(most === undefined ? [] : [most])],
    ...(rule.kind === 'list' ? {} : { operator: most === undefined ? 'greaterThanOrEqual' : 'between' }),
    errorStyle: warns ? 'warning' : 'stop',
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    promptTitle: prompt.title.slice(0, PROMPT.title),
    prompt: prompt.text.slice(0, PROMPT.text),
    errorTitle: error.title.slice(0, PROMPT.title),
    error: error.text.slice(0, PROMPT.text),
  };
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1)
      sheet.getCell(row, column).dataValidation = common;
  }
}
