import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { tablesOfWorkbook } from '../src/load/entered-tables.ts';
import { returnedForm } from '../src/load/returned-form.ts';
import { type ReadWorkbook, readWorkbook, type WorkbookFault } from '../src/load/workbook.ts';
import { pack, writeZip } from '../src/ooxml/zip.ts';

/** Workbooks as agencies send them, made by other programs, and such as are made to do harm. */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A workbook of one sheet, with what a test makes different about it. */
interface Parts {
  readonly sheet?: string;
  readonly strings?: string;
  readonly name?: string;
  readonly sheetFile?: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly change?: (xml: string) => string;
}

function book({
  sheet = '',
  strings,
  name = 'A',
  sheetFile = 'worksheets/sheet1.xml',
  more,
  change,
}: Parts): Uint8Array {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (...all: readonly string[]): string =>
    `<Relationships xmlns="${PACKAGE}">${all.join('')}</Relationships>`;
  const parts: Record<string, string> = {
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('r1', 'worksheet', sheetFile),
      ...(strings === undefined ? [] : [relation('r2', 'sharedStrings', 'sharedStrings.xml')]),
    ),
    [`xl/${sheetFile}`]: `<worksheet xmlns="${MAIN}"><sheetData>${sheet}</sheetData></worksheet>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': strings }),
    ...more,
  };
  return writeZip(Object.entries(parts).map(([file, xml]) => pack(file, Buffer.from(change?.(xml) ?? xml, 'utf8'))));
}

const texts = (read: ReadWorkbook | WorkbookFault): Record<string, string> => {
  if ('fault' in read) throw new Error(JSON.stringify(read));
  return Object.fromEntries(
    read.sheets.flatMap(({ name, cells }) => [...cells].map(([cell, { text }]) => [`${name}!${cell}`, text])),
  );
};
const fixture = (name: string): Uint8Array =>
  readFileSync(path.join(import.meta.dirname, 'fixtures/workbooks', `${name}.xlsx`));
const SMALL = '<row r="1"><c r="A1" t="inlineStr"><is><t>Số nhiệm vụ</t></is></c><c r="D1"><v>45</v></c></row>';

describe('made by other programs', () => {
  test.each([
    ['openpyxl-do-thi', 'Sheet', 45, 'a chart and a comment'],
    ['openpyxl-bang', 'Sheet', 45, 'a table with filters'],
    ['xlsxwriter-hinh-ve', 'Biểu', 45, 'a text box, a chart, a link'],
    ['libreoffice', 'Biểu', 45, 'the same, saved by LibreOffice'],
  ])('%s: its table is read (%s!, %d; %s)', (name, sheet, figure) => {
    const read = readWorkbook(fixture(name));
    if ('fault' in read) throw new Error(JSON.stringify(read));
    expect(read.sheets.map((one) => one.name)).toEqual([sheet]);
    const [rows = []] = tablesOfWorkbook(read, `${name}.xlsx`);
    const row = rows.find(({ label }) => label === 'Số nhiệm vụ');
    expect(row).toMatchObject({ number: '1.1', value: { cell: { kind: 'number', text: String(figure) } } });
    expect(rows.find(({ label }) => label === 'Tỷ lệ')?.value?.cell).toMatchObject({
      text: '0.634',
      format: { kind: 'percent' },
    });
  });

  test('rich text, links, truth values, errors and the saved results of formulas', () => {
    for (const name of ['xlsxwriter-hinh-ve', 'libreoffice']) {
      const read = readWorkbook(fixture(name));
      if ('fault' in read) throw new Error(JSON.stringify(read));
      const cell = (at: string) => read.sheets[0]?.cells.get(at);
      expect(cell('B9')).toMatchObject({ kind: 'text', text: 'liên kết' });
      expect(cell('B10')).toMatchObject({ kind: 'text', text: 'Số nhiệm vụ' });
      expect(cell('D9')).toMatchObject({ kind: 'number', text: '90', formula: true });
      expect(cell('D10')).toMatchObject({ kind: 'yes-no', text: '1' });
      expect(cell('D11')).toMatchObject({ kind: 'error', text: '#DIV/0!' });
    }
  });

  test('dates that count from 1904 are said to', () => {
    expect(readWorkbook(fixture('xlsxwriter-1904'))).toMatchObject({ from1904: true });
  });

  test('exceljs: shared strings, merged and hidden cells, formats', async () => {
    const made = new ExcelJS.Workbook();
    const sheet = made.addWorksheet('Biểu', { state: 'hidden' });
    sheet.addRows([['Tên', 'số'], ['a'], [{ richText: [{ text: 'đậm', font: { bold: true } }, { text: ' nhạt' }] }]]);
    sheet.mergeCells('A1:A2');
    sheet.getCell('B3').value = 2;
    sheet.getCell('B3').numFmt = '00';
    const read = readWorkbook(new Uint8Array(await made.xlsx.writeBuffer()));
    expect(texts(read)).toEqual({ 'Biểu!A1': 'Tên', 'Biểu!B1': 'số', 'Biểu!A3': 'đậm nhạt', 'Biểu!B3': '2' });
    expect(read).toMatchObject({ sheets: [{ hidden: true }] });
  });

  test.each<readonly [string, Parts]>([
    [
      'elements with a prefix',
      {
        change: (xml) =>
          xml
            .replace(
              'xmlns="http://schemas.openxmlformats.org/spreadsheetml',
              'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml',
            )
            .replace(/<(\/?)(worksheet|sheetData|row|c|v|is|t|workbook|sheets|sheet)(?=[\s/>])/g, '<$1x:$2'),
      },
    ],
    ['a sheet in another file', { sheetFile: 'worksheets/Bieu.xml' }],
    ['a target from the root', { change: (xml) => xml.replace('Target="worksheets', 'Target="/xl/worksheets') }],
  ])('%s', (_, parts) => {
    expect(texts(readWorkbook(book({ sheet: SMALL, ...parts })))).toEqual({ 'A!A1': 'Số nhiệm vụ', 'A!D1': '45' });
  });

  test.each(['Quý I/2026', 'History', '__proto__', 'constructor', 'Biểu số liệu cải cách hành chính 6 tháng đầu năm'])(
    'a sheet named %s',
    (name) => {
      expect(texts(readWorkbook(book({ sheet: SMALL, name })))).toMatchObject({ [`${name}!D1`]: '45' });
    },
  );

  test('cells without references stand one after the other; a date in words stays one', () => {
    const sheet = '<row><c><v>1</v></c><c><v>2</v></c></row><row><c t="d"><v>2026-02-02</v></c></row>';
    expect(texts(readWorkbook(book({ sheet })))).toEqual({ 'A!A1': '1', 'A!B1': '2', 'A!A2': '2026-02-02' });
  });
});

describe('that cannot be trusted', () => {
  test.each<readonly [string, Uint8Array, WorkbookFault['fault']]>([
    ['unpacks to more than a form can hold', book({ more: { 'xl/media/a.xml': ' '.repeat(90_000_000) } }), 'too-large'],
    ['has a million rows', book({ sheet: '<row><c><v>1</v></c></row>'.repeat(1_000_000) }), 'too-large'],
    [
      'has an entry that leads out of it',
      book({ sheet: SMALL, more: { '../../ra-ngoai.xml': '<x/>' } }),
      'no-workbook',
    ],
    // A document type could bring entities in, and what they unfold to.
    [
      'has a document type',
      book({ sheet: SMALL, change: (xml) => `<!DOCTYPE x [<!ENTITY a "b">]>${xml}` }),
      'no-workbook',
    ],
    ['lost its texts', book({ sheet: '<row><c t="s"><v>0</v></c></row>' }), 'no-workbook'],
    ['has damaged texts', book({ sheet: SMALL, strings: '<sst><si><t>a</t>' }), 'no-workbook'],
    ['has a cell outside any sheet', book({ sheet: '<row r="1048577"><c><v>1</v></c></row>' }), 'no-workbook'],
    ['has no sheet', book({ change: (xml) => xml.replace(/<sheet .*?\/>/, '') }), 'no-workbook'],
    ['is no zip', Buffer.from('PK nothing'), 'no-workbook'],
  ])('a workbook that %s is refused whole', (_, bytes, fault) => {
    expect(readWorkbook(bytes)).toMatchObject({ fault });
  });

  test('a cell in the last row and column costs no more than any other', () => {
    const read = readWorkbook(
      book({ sheet: `${SMALL}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`, name: 'gen' }),
    );
    if ('fault' in read) throw new Error(JSON.stringify(read));
    expect(tablesOfWorkbook(read, 'a.xlsx')).toEqual([]);
    expect(returnedForm(read, 'a.xlsx')).toBeUndefined();
    const [sheet] = read.sheets;
    const form = { ...read, sheets: sheet === undefined ? [] : [sheet, { ...sheet, name: 'Số liệu' }] };
    expect(returnedForm(form, 'a.xlsx')).toBeUndefined();
  });

  test('a merged or validated whole sheet is nothing to go through', () => {
    const sheet = `${SMALL}</sheetData><mergeCells count="1"><mergeCell ref="A2:XFD1048576"/></mergeCells><dataValidations count="1"><dataValidation type="whole" sqref="A1:XFD1048576"><formula1>0</formula1></dataValidation></dataValidations><sheetData>`;
    expect(Object.keys(texts(readWorkbook(book({ sheet }))))).toEqual(['A!A1', 'A!D1']);
  });
});
