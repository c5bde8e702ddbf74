import type { Inline } from '../../model/document.ts';
import { plainNumber } from '../../model/number.ts';
import {
  type CellValue,
  cellName,
  quotedSheet,
  rangeName,
  type Sheet,
  type SheetCell,
  type Validation,
  type Workbook,
} from '../../model/workbook.ts';
import { escapeXml } from '../../ooxml/xml.ts';
import { pack, writeZip, type ZipEntry } from '../../ooxml/zip.ts';
import { LOOKS, SIZE } from './look.ts';
import { rowHeight, wordsOf } from './row-height.ts';
import { fontXml, Styles } from './styles.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const A4 = 9;

/**
 * A workbook as .xlsx. Our own because what we need is little and no library gives it: the same bytes on every run (no
 * clock), lists that do not corrupt the file, and nothing to load before the first cell. The same data gives the same
 * bytes.
 */
export function renderXlsx(workbook: Workbook): Uint8Array {
  const styles = new Styles();
  const sheets = workbook.sheets.map((sheet, i) => ({
    name: `xl/worksheets/sheet${i + 1}.xml`,
    xml: sheetXml(sheet, styles),
  }));
  const text = (name: string, xml: string): ZipEntry => pack(name, Buffer.from(xml, 'utf8'));
  return writeZip([
    text('[Content_Types].xml', contentTypes(sheets.length)),
    text('_rels/.rels', packageRelations()),
    text('docProps/core.xml', coreProperties(workbook)),
    text('xl/workbook.xml', workbookXml(workbook)),
    text('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length)),
    text('xl/styles.xml', styles.xml()),
    ...sheets.map(({ name, xml }) => text(name, xml)),
  ]);
}

function contentTypes(sheets: number): string {
  const override = (name: string, type: string): string => `<Override PartName="${name}" ContentType="${type}"/>`;
  return [
    HEAD,
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('/xl/workbook.xml', `${SHEET_TYPE}.sheet.main+xml`),
    override('/xl/styles.xml', `${SHEET_TYPE}.styles+xml`),
    ...Array.from({ length: sheets }, (_, i) =>
      override(`/xl/worksheets/sheet${i + 1}.xml`, `${SHEET_TYPE}.worksheet+xml`),
    ),
    '</Types>',
  ].join('');
}

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;

function packageRelations(): string {
  return [
    HEAD,
    `<Relationships xmlns="${PACKAGE}/relationships">`,
    relation(1, `${OFFICE}/officeDocument`, 'xl/workbook.xml'),
    relation(2, `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    '</Relationships>',
  ].join('');
}

function workbookRelations(sheets: number): string {
  return [
    HEAD,
    `<Relationships xmlns="${PACKAGE}/relationships">`,
    ...Array.from({ length: sheets }, (_, i) => relation(i + 1, `${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`)),
    relation(sheets + 1, `${OFFICE}/styles`, 'styles.xml'),
    '</Relationships>',
  ].join('');
}

function coreProperties({ properties: { title, author, date } }: Workbook): string {
  return [
    HEAD,
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified>`,
    '<dc:language>vi-VN</dc:language></cp:coreProperties>',
  ].join('');
}

function workbookXml({ sheets }: Workbook): string {
  const listed = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  );
  const titles = sheets.flatMap(({ name, titleRows }, i) => {
    if (titleRows === undefined) return [];
    const rows = `${escapeXml(quotedSheet(name))}!$${titleRows[0]}:$${titleRows[1]}`;
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${rows}</definedName>`];
  });
  return [
    HEAD,
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">`,
    `<bookViews><workbookView activeTab="${Math.max(
      0,
      sheets.findIndex(({ hidden }) => hidden !== true),
    )}"/></bookViews>`,
    `<sheets>${listed.join('')}</sheets>`,
    titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`,
    '<calcPr fullCalcOnLoad="1"/>',
    '</workbook>',
  ].join('');
}

function sheetXml(sheet: Sheet, styles: Styles): string {
  const { columns, rows, merges = [], validations = [], titleRows } = sheet;
  return [
    HEAD,
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0">${paneXml(sheet)}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15.75"/>',
    `<cols>${columns.map(columnXml).join('')}</cols>`,
    `<sheetData>${rows.map(({ cells }, i) => rowXml(cells, rowHeight(sheet, i + 1), i + 1, styles)).join('')}</sheetData>`,
    sheet.protected === true
      ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" autoFilter="0"/>'
      : '',
    merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${rangeName(range)}"/>`).join('')}</mergeCells>`,
    validations.length === 0
      ? ''
      : `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>`,
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.7" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${A4}" orientation="${sheet.landscape === true ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
    titleRows === undefined ? '' : '<headerFooter><oddFooter>&amp;C&amp;P</oddFooter></headerFooter>',
    '</worksheet>',
  ].join('');
}

function paneXml({ frozen }: Sheet): string {
  if (frozen === undefined) return '';
  const { rows, columns } = frozen;
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  return `<pane${split} topLeftCell="${cellName(rows + 1, columns + 1)}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`;
}

const columnXml = ({ width, hidden }: Sheet['columns'][number], i: number): string =>
  `<col min="${i + 1}" max="${i + 1}" width="${width}"${hidden === true ? ' hidden="1"' : ''} customWidth="1"/>`;

/** The height is a guess that Excel may better: it is not marked as the user's own. */
function rowXml(cells: readonly SheetCell[], height: number, row: number, styles: Styles): string {
  const size = ` ht="${height}"`;
  const inside = cells.map((cell, i) => cellXml(cell, cellName(row, i + 1), styles.of(cell)));
  return `<row r="${row}"${size}>${inside.join('')}</row>`;
}

function cellXml(cell: SheetCell, name: string, style: number): string {
  const { value } = cell;
  if (value === undefined) return `<c r="${name}" s="${style}"/>`;
  switch (value.kind) {
    case 'number':
      return `<c r="${name}" s="${style}"><v>${plainNumber(value.amount)}</v></c>`;
    case 'formula': {
      const cached = value.cached === undefined ? '' : `<v>${plainNumber(value.cached)}</v>`;
      return `<c r="${name}" s="${style}"><f>${escapeXml(value.formula)}</f>${cached}</c>`;
    }
    case 'text':
    case 'rich':
      return `<c r="${name}" s="${style}" t="inlineStr"><is>${textXml(value, cell)}</is></c>`;
  }
}

const NO_BREAK = '\u00a0';

/**
 * XML readers drop blanks at a text's ends, and the schema of workbooks has no xml:space to say otherwise: a blank that
 * stands there becomes a no-break space. What only looks like Excel's sign for a character (`_x0041_`) is kept from
 * being read as one.
 */
const tXml = (text: string): string =>
  `<t>${escapeXml(
    text
      .replace(/_(?=x[0-9A-Fa-f]+_)/g, '_x005F_')
      .replace(/^[ \t]+|[ \t]+$/g, (blanks) => NO_BREAK.repeat(blanks.length))
      .replace(/^\n|\n$/g, (line, at: number) => (at === 0 ? `${NO_BREAK}${line}` : `${line}${NO_BREAK}`)),
  )}</t>`;

function textXml(value: Extract<CellValue, { kind: 'text' | 'rich' }>, cell: SheetCell): string {
  if (value.kind === 'text') return tXml(value.text);
  const look = LOOKS[cell.role];
  const base = {
    bold: cell.bold ?? look.bold === true,
    italic: cell.italic ?? look.italic === true,
    size: look.size ?? SIZE,
  };
  return value.content.map((inline) => runXml(inline, base, look.color)).join('');
}

function runXml(inline: Inline, base: { bold: boolean; italic: boolean; size: number }, color?: string): string {
  const text = inline.kind === 'text' && inline.superscript !== true ? inline : undefined;
  const bold = base.bold || text?.bold === true;
  const italic = base.italic || text?.italic === true;
  const raised = inline.kind === 'footnote' || (inline.kind === 'text' && inline.superscript === true);
  const look = `${fontXml('rFont', bold, italic, base.size, color)}${raised ? '<vertAlign val="superscript"/>' : ''}`;
  return `<r><rPr>${look}</rPr>${tXml(wordsOf(inline))}</r>`;
}

/** Excel's own limits; a longer text would make it repair the file. */
const PROMPT = { title: 32, text: 255 } as const;

function validationXml({ range, rule, warns, prompt, error }: Validation): string {
  const cut = (text: string, limit: number): string => escapeXml(text.slice(0, limit));
  const kind = {
    whole: 'type="whole" operator="greaterThanOrEqual"',
    decimal: `type="decimal" operator="${rule.kind === 'decimal' && rule.most !== undefined ? 'between' : 'greaterThanOrEqual'}"`,
    list: 'type="list"',
  }[rule.kind];
  const formulas =
    rule.kind === 'list'
      ? [rule.source]
      : [rule.least, ...(rule.kind === 'decimal' && rule.most !== undefined ? [rule.most] : [])];
  return [
    `<dataValidation ${kind} errorStyle="${warns ? 'warning' : 'stop'}" allowBlank="1" showInputMessage="1" showErrorMessage="1"`,
    ` errorTitle="${cut(error.title, PROMPT.title)}" error="${cut(error.text, PROMPT.text)}"`,
    ` promptTitle="${cut(prompt.title, PROMPT.title)}" prompt="${cut(prompt.text, PROMPT.text)}" sqref="${rangeName(range)}">`,
    ...formulas.map((formula, i) => `<formula${i + 1}>${escapeXml(formula)}</formula${i + 1}>`),
    '</dataValidation>',
  ].join('');
}
