import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reportsRow } from '../src/model/reporters.ts';
import { readZip, unpack } from '../src/ooxml/zip.ts';
import { FILES, TestWorkspace } from './support/workspace.ts';

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
  ws.edit(
    FILES.catalogue,
    'kieu: ti_le, don_vi: "%"',
    'kieu: ti_le, don_vi: "%", cong_thuc: hoan_thanh / nhiem_vu * 100',
  );
  ws.edit(FILES.catalogue, 'ten: Phần B,', 'ten: Phần B, ghi_chu: UBND cấp huyện báo cáo,');
  ws.edit(
    FILES.report,
    'hoan_thanh: 26',
    'hoan_thanh: { gia_tri: 26, ghi_chu: tạm tính }\n  hinh_thuc: 1\n  doi_thoai: Có',
  );
});
afterEach(() => ws.remove());

const FORM = 'out/2022-6T/so-mau (biểu nhập).xlsx';

async function open(file = FORM): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path.join(ws.root, file));
  return workbook;
}

/** The row of an indicator, found by the id that travels unseen. */
function rowOf(workbook: ExcelJS.Workbook, id: string): ExcelJS.Row {
  const sheet = workbook.getWorksheet('Số liệu');
  let found: ExcelJS.Row | undefined;
  sheet?.eachRow((row) => {
    if (row.getCell(1).value === id) found = row;
  });
  if (found === undefined) throw new Error(`no row ${id}`);
  return found;
}
const VALUE = 8;

describe('an entry form', () => {
  test('has what the report has, and checks what is typed by its kind, in Vietnamese', async () => {
    expect((await ws.gen('form', 'so-mau', '2022-6T')).code).toBe(0);
    const workbook = await open();
    expect(rowOf(workbook, 'nhiem_vu').getCell(VALUE).value).toBe(41);
    expect(rowOf(workbook, 'hoan_thanh').getCell(VALUE + 1).value).toBe('tạm tính');
    expect(rowOf(workbook, 'hinh_thuc').getCell(VALUE).value).toBe('1 – Phiếu');
    const rule = (id: string) => rowOf(workbook, id).getCell(VALUE).dataValidation;
    expect(rule('nhiem_vu')).toMatchObject({ type: 'whole', operator: 'greaterThanOrEqual', formulae: [0] });
    expect(rule('von')).toMatchObject({ type: 'decimal', operator: 'greaterThanOrEqual' });
    expect(rule('hinh_thuc')).toMatchObject({ type: 'list', errorStyle: 'stop' });
    expect(rule('doi_thoai')).toMatchObject({ type: 'list', formulae: ["'Mã'!$A$1:$A$2"] });
    expect(rule('nhiem_vu').error).toMatch(/số nguyên/);
    const codes = workbook.getWorksheet('Mã');
    expect(codes?.state).toBe('hidden');
    expect([codes?.getCell('B1').value, codes?.getCell('B2').value]).toEqual(['0 – Trực tuyến', '1 – Phiếu']);
  });

  test('lets only the cells be changed that are to be filled in; what is computed is a live formula', async () => {
    await ws.gen('form', 'so-mau', '2022-6T');
    const workbook = await open();
    const locked = (id: string): boolean => rowOf(workbook, id).getCell(VALUE).protection?.locked !== false;
    expect([locked('nhiem_vu'), locked('chi_dao'), locked('ty_le'), locked('phan_b')]).toEqual([
      false,
      true,
      true,
      true,
    ]);
    const [total, done] = [rowOf(workbook, 'nhiem_vu').number, rowOf(workbook, 'hoan_thanh').number];
    expect(rowOf(workbook, 'ty_le').getCell(VALUE).formula).toBe(
      `IF(COUNT(H${done},H${total})<2,"",IFERROR(((H${done}/H${total})*100)/100,""))`,
    );
    const fill = (id: string) => rowOf(workbook, id).getCell(6).fill;
    expect(fill('phan_b')).not.toEqual(fill('phan_a'));
  });

  test('shows the period before, and says whose form it is on a hidden sheet', async () => {
    await ws.gen('form', 'so-*', '2022-9T');
    const workbook = await open('out/2022-9T/so-mau (biểu nhập).xlsx');
    expect(rowOf(workbook, 'nhiem_vu').getCell(VALUE).value).toBeNull();
    expect(rowOf(workbook, 'nhiem_vu').getCell(11).value).toBe(41);
    const sheet = workbook.getWorksheet('gen');
    expect(sheet?.state).toBe('hidden');
    const told = [1, 2, 3, 4].map((row) => sheet?.getCell(row, 2).value);
    expect(told).toEqual(['bieu-nhap', 'so-mau', '2022-9T', 'mau-2022']);
  });

  test('is the same bytes on a second run; one that was filled in is kept aside', async () => {
    await ws.gen('form', 'so-mau', '2022-6T');
    const bytes = readFileSync(path.join(ws.root, FORM));
    expect((await ws.gen('form', 'so-mau', '2022-6T')).err).toContain('không đổi');
    const workbook = await open();
    rowOf(workbook, 'nhiem_vu').getCell(VALUE).value = 50;
    await workbook.xlsx.writeFile(path.join(ws.root, FORM));
    const { err } = await ws.gen('form', 'so-mau', '2022-6T');
    expect(err).toContain('[ban-sua-tay]');
    expect(readFileSync(path.join(ws.root, FORM)).equals(bytes)).toBe(true);
  });

  test('ids that look like a sign for a character are written so that no program reads them as one', async () => {
    ws.edit(FILES.catalogue, 'id: mo_ta', 'id: cap_xa_ban_hanh');
    await ws.gen('form', 'so-mau', '2022-6T');
    const strings = readZip(readFileSync(path.join(ws.root, FORM)), { entries: 100, unpacked: 10_000_000 });
    const entry = 'fault' in strings ? undefined : strings.get('xl/sharedStrings.xml');
    const xml = entry === undefined ? '' : Buffer.from(unpack(entry) ?? []).toString('utf8');
    expect(xml).toContain('<t>cap_x005F_xa_ban_hanh</t>');
    expect((await ws.gen('import', FORM)).out).toContain('11 dòng nhận ra, 0 thay đổi');
  });

  test.each([
    ['so-la', '2022-6T', 'don-vi-la'],
    ['so-mau', '2022-7T', 'ky-la'],
  ])('form %s %s: %s', async (unit, period, code) => {
    const { code: exit, err } = await ws.gen('form', unit, period);
    expect(exit).toBe(1);
    expect(err).toContain(`[${code}]`);
  });

  test('a unit without a catalogue has no form', async () => {
    ws.edit(FILES.unit, 'danh_muc: mau-2022\n', '');
    expect((await ws.gen('form', 'so-mau', '2022-9T')).err).toContain('[khong-co-danh-muc]');
  });
});

test.each([
  ['', '', undefined],
  ['UBND cấp huyện báo cáo', '', false],
  ['Sở, ban, ngành báo cáo', '', true],
  ['Sở Xây dựng; cấp huyện báo cáo', '', undefined],
  ['Các cơ quan Trung ương không phải báo cáo nội dung này (mục 4)', '', undefined],
  ['', 'UBND cấp huyện', false],
  ['', 'Sở Mẫu; cấp huyện', true],
  ['VB trọng tâm', '', undefined],
])('who reports, of a sở: note "%s", column "%s": %s', (note, reportedBy, expected) => {
  const row = {
    id: 'x',
    label: 'x',
    kind: 'count',
    unitOfMeasure: '',
    codes: new Map<string, string>(),
    note,
    reportedBy,
    cumulative: false,
    stable: false,
    bold: false,
    italic: false,
    part: false,
  } as const;
  const unit = {
    id: 'so-mau',
    file: '',
    name: 'Sở Mẫu',
    shortName: 'Sở Mẫu',
    superior: [],
    agency: ['SỞ MẪU'],
    agencyType: 'so',
    symbol: 'SM',
    template: 'mau',
    catalogue: { kind: 'none' },
    format: {},
    recipients: [],
    validity: { successors: [] },
  } as const;
  expect(reportsRow(row, unit)).toBe(expected);
});
