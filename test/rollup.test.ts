import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { TestWorkspace, UNIT } from './support/workspace.ts';

const PROVINCE = { unit: 'data/don-vi/tinh.yaml', report: 'data/bao-cao/tinh/2022-6T.yaml' } as const;
const BOOK = 'out/2022-6T/tinh (tổng hợp).xlsx';

/** Three units below a province: one that has all, one on another catalogue and late, one that never reported. */
const CATALOGUE = `ten: TỔNG HỢP
nhan: Phụ lục
chi_tieu:
  - { id: chi_dao, stt: "1", ten: Chỉ đạo, kieu: nhom }
  - { id: nhiem_vu, stt: "1.1", ten: Số nhiệm vụ, kieu: so_dem, don_vi: Nhiệm vụ }
  - { id: hoan_thanh, stt: "1.2", ten: Số nhiệm vụ hoàn thành, kieu: so_dem, don_vi: Nhiệm vụ }
  - { id: ty_le, stt: "1.3", ten: Tỷ lệ, kieu: ti_le, don_vi: "%", cong_thuc: hoan_thanh / nhiem_vu * 100 }
  - { id: von, stt: "1.4", ten: Vốn, kieu: tien, don_vi: Triệu đồng }
  - { id: doi_thoai, stt: "1.5", ten: Số đơn vị có đối thoại, kieu: so_dem, tong_hop: dem_co }
  - { id: phan_so, stt: "1.6", ten: Phân số, kieu: phan_so }
  - { id: cuoi, stt: "1.7", ten: Chỉ số của tỉnh, kieu: ti_le, don_vi: "%", tong_hop: cuoi }
  - { id: mo_ta, stt: "1.8", ten: Mô tả, kieu: van_ban }
  - { id: bo_qua, stt: "1.9", ten: Không cộng, kieu: so_dem, tong_hop: khong }
`;

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
  const member = (id: string, name: string, catalogue: string): void => {
    const text = UNIT.replace('ten: Sở Mẫu', `ten: ${name}`).replace(
      'danh_muc: mau-2022',
      `danh_muc: ${catalogue}\nthuoc: tinh`,
    );
    ws.write(`data/don-vi/${id}.yaml`, text);
  };
  member('xa-a', 'Xã A', 'xa');
  member('xa-b', 'Xã B', 'khac');
  member('xa-c', 'Xã C', 'xa');
  ws.write(PROVINCE.unit, UNIT.replace('ten: Sở Mẫu', 'ten: Tỉnh Mẫu').replace('danh_muc: mau-2022', 'danh_muc: tinh'));
  ws.write('data/danh-muc/tinh.yaml', CATALOGUE);
  const own = CATALOGUE.replace('kieu: so_dem, tong_hop: dem_co', 'kieu: co_khong');
  ws.write('data/danh-muc/xa.yaml', own);
  const without = own
    .split('\n')
    .filter((line) => !line.includes('id: phan_so'))
    .join('\n');
  ws.write('data/danh-muc/khac.yaml', without.replace('Triệu đồng', 'Tỷ đồng').replace('stt: "1.1"', 'stt: "4.2"'));
  const report = (id: string, date: string, values: readonly string[]): void => {
    const head = `ngay: ${date}\nnoi_dung:\n  mo_dau: |\n    Lời.\n  the_che: |\n    Lời.\nso_lieu:\n`;
    ws.write(`data/bao-cao/${id}/2022-6T.yaml`, `${head}${values.map((line) => `  ${line}\n`).join('')}`);
  };
  report('xa-a', '15/6/2022', [
    'nhiem_vu: 1.200',
    'hoan_thanh: 600',
    'von: 10,5',
    'doi_thoai: Có',
    'phan_so: 02/05',
    'cuoi: 50%',
    'mo_ta: chữ',
    'bo_qua: 9',
  ]);
  report('xa-b', '23/6/2022', ['nhiem_vu: 800', 'hoan_thanh: Không có', 'von: 3', 'doi_thoai: Có', 'cuoi: 70%']);
  ws.write(
    PROVINCE.report,
    'ngay: 20/6/2022\nnoi_dung:\n  mo_dau: |\n    Lời của tỉnh.   # không phải ghi chú\n  the_che: |\n    Lời.\n# số liệu tổng hợp\nso_lieu: {}\n',
  );
});
afterEach(() => ws.remove());

const yaml = (): string => readFileSync(path.join(ws.root, PROVINCE.report), 'utf8');
const values = (): unknown => parse(yaml(), { schema: 'failsafe' })['so_lieu'];

async function sheet(name: string): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path.join(ws.root, BOOK));
  const found = book.getWorksheet(name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

/** The first row in which a cell says this. */
function rowOf(found: ExcelJS.Worksheet, words: string): readonly ExcelJS.CellValue[] {
  let row: readonly ExcelJS.CellValue[] | undefined;
  found.eachRow((one) => {
    const cells = Array.isArray(one.values) ? one.values.slice(1) : [];
    if (row === undefined && cells.includes(words)) row = cells;
  });
  if (row === undefined) throw new Error(`no row with ${words}`);
  return row;
}

describe('gen rollup', () => {
  test('puts each indicator together by its own rule, and leaves the narrative alone', async () => {
    const before = yaml();
    const { code, out, err } = await ws.gen('rollup', '2022-6T');
    expect(code).toBe(0);
    expect(out).toContain('tinh: 2/3 đơn vị có báo cáo, 1 gửi chậm');
    expect(values()).toEqual({
      nhiem_vu: '2.000',
      hoan_thanh: '600',
      von: '10,5',
      doi_thoai: '2',
      phan_so: '02/05',
      cuoi: '70%',
    });
    expect(yaml().split('so_lieu:')[0]).toBe(before.split('so_lieu:')[0]);
    expect(err).toContain('[tong-hop-thieu]');
    await ws.gen('tinh');
    expect(ws.output('out/2022-6T/tinh.docx').tables.flat(2)).toContain('30%');
  });

  test('every total can be traced to the lines of the units, and what cannot be added is said', async () => {
    await ws.gen('rollup', '2022-6T');
    const sources = await sheet('Nguồn');
    const lines: string[] = [];
    sources.eachRow((row) =>
      lines.push(
        `${row.getCell(1).text} ${row.getCell(5).text} ${row.getCell(6).text} ${row.getCell(7).text} ${row.getCell(8).text}`,
      ),
    );
    expect(lines).toContain('nhiem_vu 1.200 x  data/bao-cao/xa-a/2022-6T.yaml:8');
    expect(lines).toContain('von 3  khác đơn vị tính data/bao-cao/xa-b/2022-6T.yaml:10');
    const total = rowOf(await sheet('Tổng hợp'), 'Vốn');
    expect(total[8]).toBe('Xã B: khác đơn vị tính');
    const missing = await sheet('Còn thiếu');
    expect(rowOf(missing, 'Xã B')[2]).toBe('chậm 3 ngày');
    expect(rowOf(missing, 'Xã C')[2]).toBe('chưa có báo cáo');
  });

  test('totals are live formulas over the sheet of the units, which give the same figures', async () => {
    await ws.gen('rollup', '2022-6T');
    const totals = await sheet('Tổng hợp');
    const formula = (label: string) => rowOf(totals, label)[4];
    expect(formula('Số nhiệm vụ')).toMatchObject({ formula: "SUM('Đơn vị – chỉ tiêu'!D6:F6)", result: 2000 });
    expect(formula('Số đơn vị có đối thoại')).toMatchObject({
      formula: expect.stringContaining('COUNTIF('),
      result: 2,
    });
    expect(formula('Tỷ lệ')).toMatchObject({ formula: expect.stringContaining('/E6'), result: expect.anything() });
    const units = rowOf(await sheet('Đơn vị – chỉ tiêu'), 'Vốn');
    expect([units[3], units[4]]).toEqual([10.5, '3']);
  });

  test('is the same on a second run; follows what a unit corrects; leaves what was typed by hand', async () => {
    await ws.gen('rollup', '2022-6T');
    const [once, book] = [yaml(), readFileSync(path.join(ws.root, BOOK))];
    expect((await ws.gen('rollup', '2022-6T')).out).toContain('0 thay đổi');
    expect(yaml()).toBe(once);
    ws.edit('data/bao-cao/xa-a/2022-6T.yaml', 'nhiem_vu: 1.200', 'nhiem_vu: 1.300');
    ws.edit(PROVINCE.report, 'hoan_thanh: 600', 'hoan_thanh: 650');
    const { out, err } = await ws.gen('rollup', '2022-6T');
    expect(out).toContain('(nhiem_vu): 2.000 → 2.100');
    expect(out).toContain('(hoan_thanh): 650 ≠ tổng hợp 600, giữ nguyên');
    expect(err).toContain('[tong-hop-khac]');
    expect(values()).toMatchObject({ nhiem_vu: '2.100', hoan_thanh: '650' });
    await ws.gen('rollup', '2022-6T', 'tinh', '--ghi-de');
    expect(values()).toMatchObject({ hoan_thanh: '600' });
    ws.edit('data/bao-cao/xa-a/2022-6T.yaml', 'nhiem_vu: 1.300', 'nhiem_vu: 1.200');
    await ws.gen('rollup', '2022-6T');
    await ws.gen('rollup', '2022-6T');
    expect(readFileSync(path.join(ws.root, BOOK)).equals(book)).toBe(true);
  });

  test('more units than a page can show are printed over several, with the indicators on each', async () => {
    await ws.gen('rollup', '2022-6T');
    expect((await sheet('Đơn vị – chỉ tiêu')).pageSetup).toMatchObject({ fitToPage: true });
    const one = readFileSync(path.join(ws.root, 'data/don-vi/xa-c.yaml'));
    for (let i = 0; i < 10; i += 1) ws.write(`data/don-vi/xa-${i}.yaml`, one);
    await ws.gen('rollup', '2022-6T');
    expect((await sheet('Đơn vị – chỉ tiêu')).pageSetup).toMatchObject({ fitToPage: false, printTitlesColumn: 'A:C' });
  });

  test('--xem writes nothing', async () => {
    const before = yaml();
    expect((await ws.gen('rollup', '2022-6T', '--xem')).out).toContain('(trống) → 2.000');
    expect(yaml()).toBe(before);
    await expect(sheet('Nguồn')).rejects.toThrow();
  });

  test.each([
    ['so-mau', 'khong-co-don-vi-duoi'],
    ['tin', 'don-vi-la'],
  ])('of %s: %s', async (unit, code) => {
    const { code: exit, err } = await ws.gen('rollup', '2022-6T', unit);
    expect(exit).toBe(1);
    expect(err).toContain(`[${code}]`);
  });

  test('a total that no unit stands behind any more is taken out again; what a person typed is not', async () => {
    await ws.gen('rollup', '2022-6T');
    ws.edit('data/bao-cao/xa-a/2022-6T.yaml', '  von: 10,5\n', '');
    ws.edit('data/bao-cao/xa-a/2022-6T.yaml', '  phan_so: 02/05\n', '');
    ws.edit(PROVINCE.report, 'phan_so: 02/05', 'phan_so: 03/05');
    const { out } = await ws.gen('rollup', '2022-6T');
    expect(out).toContain('(von): 10,5 → (trống)');
    expect(values()).toMatchObject({ von: '', phan_so: '03/05' });
    const once = yaml();
    await ws.gen('rollup', '2022-6T');
    expect(yaml()).toBe(once);
  });

  test('a report with errors, or a unit that cannot be read, is told of and not taken for one without', async () => {
    ws.edit('data/bao-cao/xa-a/2022-6T.yaml', 'so_lieu:', 'so_lieu: [');
    const { err, code, out } = await ws.gen('rollup', '2022-6T');
    expect(code).toBe(1);
    expect(err).toContain('data/bao-cao/xa-a/2022-6T.yaml');
    expect(err).toContain('(Xã A; Xã C)');
    expect(out).toContain('1/3 đơn vị có báo cáo');
    expect(rowOf(await sheet('Còn thiếu'), 'Xã A')[2]).toBe('báo cáo có lỗi, chưa dùng được');
    expect(values()).toMatchObject({ nhiem_vu: '800' });
    ws.write('data/don-vi/xa-d.yaml', 'ten: [');
    expect((await ws.gen('rollup', '2022-6T')).err).toContain('data/don-vi/xa-d.yaml');
  });

  test('figures that the consolidated form has no row for are named', async () => {
    ws.edit('data/danh-muc/khac.yaml', 'id: mo_ta', 'id: rieng');
    ws.edit('data/bao-cao/xa-b/2022-6T.yaml', 'cuoi: 70%', 'cuoi: 70%\n  rieng: có mô hình mới');
    await ws.gen('rollup', '2022-6T');
    expect(rowOf(await sheet('Còn thiếu'), 'Xã B')[6]).toBe('1.8 Mô tả: có mô hình mới');
  });

  test('a rate of which a unit has one part only is told of', async () => {
    ws.edit('data/bao-cao/xa-a/2022-6T.yaml', '  nhiem_vu: 1.200\n', '');
    const { err } = await ws.gen('rollup', '2022-6T');
    expect(err).toContain('[ti-le-lech-don-vi]');
    expect(err).toContain('số liệu của Xã A');
    expect(rowOf(await sheet('Tổng hợp'), 'Tỷ lệ')[8]).toBe('Xã A: chỉ có một phần của tỷ lệ');
  });

  test('lateness goes by the deadline of the guidance, or the one that is named; without one nobody is late', async () => {
    expect((await ws.gen('rollup', '2022-6T', '--han', '14/6/2022')).out).toContain('2 gửi chậm');
    expect(rowOf(await sheet('Còn thiếu'), 'Xã A')[2]).toBe('chậm 1 ngày');
    expect((await ws.gen('rollup', '2022-6T', '--han', 'hôm qua')).code).toBe(2);
    for (const [unit, from] of Object.entries({ tinh: PROVINCE.report, 'xa-b': 'data/bao-cao/xa-b/2022-6T.yaml' }))
      ws.write(`data/bao-cao/${unit}/2022-9T.yaml`, readFileSync(path.join(ws.root, from)));
    const { out } = await ws.gen('rollup', '2022-9T');
    expect(out).toContain('1/3 đơn vị có báo cáo, chưa rõ hạn gửi');
  });

  test('a report that was issued counts as any other', async () => {
    await ws.gen('xa-a', '2022-6T');
    expect((await ws.gen('phat-hanh', 'xa-a', '2022-6T')).code).toBe(0);
    await ws.gen('rollup', '2022-6T');
    expect(values()).toMatchObject({ nhiem_vu: '2.000' });
  });

  test('units below units below a unit: the lowest are put together first', async () => {
    for (const name of ['xa-a', 'xa-b']) ws.edit(`data/don-vi/${name}.yaml`, 'thuoc: tinh', 'thuoc: vung');
    const region = readFileSync(path.join(ws.root, PROVINCE.unit), 'utf8');
    ws.write('data/don-vi/vung.yaml', `${region.replace('Tỉnh Mẫu', 'Vùng Mẫu')}thuoc: tinh\n`);
    ws.write('data/bao-cao/vung/2022-6T.yaml', yaml());
    const { out } = await ws.gen('rollup', '2022-6T');
    expect(out.indexOf('vung:')).toBeLessThan(out.indexOf('tinh:'));
    expect(values()).toMatchObject({ nhiem_vu: '2.000', hoan_thanh: '600' });
  });

  test('units below themselves are told of, and added nowhere', async () => {
    ws.edit(PROVINCE.unit, 'danh_muc: tinh', 'danh_muc: tinh\nthuoc: xa-a');
    const before = yaml();
    const { err, code } = await ws.gen('rollup', '2022-6T', 'xa-a');
    expect(code).toBe(1);
    expect(err).toContain('[thuoc-vong]');
    expect(err).toContain('tinh → xa-a → tinh');
    expect(yaml()).toBe(before);
  });

  test('a body that is no more is not waited for', async () => {
    ws.edit('data/don-vi/xa-c.yaml', 'thuoc: tinh', 'thuoc: tinh\nden_ngay: 31/12/2021');
    const { out, err } = await ws.gen('rollup', '2022-6T');
    expect(out).toContain('2/2 đơn vị có báo cáo');
    expect(err).not.toContain('[tong-hop-thieu]');
  });

  test('a unit that names no known unit above it is told of; a rule that does not exist too', async () => {
    ws.edit('data/don-vi/xa-c.yaml', 'thuoc: tinh', 'thuoc: tih');
    expect((await ws.gen('rollup', '2022-6T')).err).toMatch(/xa-c\.yaml:\d+:\d+ \[don-vi-la\]/);
    ws.edit('data/danh-muc/tinh.yaml', 'tong_hop: cuoi', 'tong_hop: cuoii');
    expect((await ws.gen('rollup', '2022-6T')).err).toContain('[gia-tri-la]');
  });
});
