import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FILES, REPORT, TestWorkspace } from './support/workspace.ts';

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
});
afterEach(() => ws.remove());

/** The appendix's cell of a row, counted after the two header rows. */
const cell = (row: number, column: number): string | undefined => ws.output().tables.at(-1)?.[row + 2]?.[column];
const paragraph = (): string | undefined => ws.output().bookmark('_khe_mo_dau')?.[0]?.text;

async function given(values: string, sentence: string): Promise<void> {
  ws.write(
    FILES.report,
    REPORT.replace('nhiem_vu: 41\n  hoan_thanh: 26', values).replace('Đã giao {{so nhiem_vu}} nhiệm vụ.', sentence),
  );
  expect((await ws.run()).problems.filter(({ severity }) => severity !== 'goi_y')).toEqual([]);
}

describe('the appendix prints as typed', () => {
  test.each([
    ['nhiem_vu: 02', 1, '02'],
    ['nhiem_vu: 2.481', 1, '2.481'],
    ['nhiem_vu: Không có', 1, 'Không có'],
    ['nhiem_vu: 02/02', 1, '02/02'],
    ['nhiem_vu: { gia_tri: 1, hien_thi: 01 đơn vị }', 1, '01 đơn vị'],
    ['ty_le: 63,4%', 5, '63,4%'],
    ['ty_le: 95,9', 5, '95,9'],
    ['von: 11.690', 6, '11.690'],
    ['hinh_thuc: 1', 7, '1'],
    ['hinh_thuc: Phiếu', 7, 'Phiếu'],
    ['doi_thoai: Có', 8, 'Có'],
    ['phan_so: 2/3', 9, '2/3'],
  ])('%s', async (values, row, expected) => {
    await given(values, 'Câu.');
    expect(cell(row, 3)).toBe(expected);
  });

  test('unless the unit settles it', async () => {
    ws.edit(FILES.unit, 'loai: so', 'loai: so\ndinh_dang: { so_0_dung_truoc: true, dau_hang_nghin: true }');
    await given('nhiem_vu: 2\n  hoan_thanh: 2481', 'Câu.');
    expect([cell(1, 3), cell(2, 3)]).toEqual(['02', '2.481']);
  });

  test('a number written 1.10 stays 1.10', async () => {
    ws.edit(FILES.catalogue, 'stt: "1.3"', 'stt: "1.10"').edit(FILES.report, '{{so nhiem_vu}}', 'các');
    await ws.run();
    expect(cell(5, 0)).toBe('1.10');
  });

  test('"Trong đó" rows share a merged cell', async () => {
    await given('phan_a: 1', 'Câu.');
    expect([cell(3, 0), cell(4, 0)]).toEqual(['Trong đó', '']);
  });
});

describe('the narrative prints', () => {
  test.each([
    ['nhiem_vu: 8', '{{so nhiem_vu}}', '08'],
    ['nhiem_vu: 2481', '{{so nhiem_vu}} và {{nhiem_vu}}', '2.481 và 2481'],
    ['ty_le: 63,4', '{{ti_le ty_le}}', '63,4%'],
    ['von: 11690', '{{tien von}} triệu đồng', '11.690 triệu đồng'],
    ['nhiem_vu: 41\n  hoan_thanh: 26', '{{phan_tram hoan_thanh nhiem_vu}}', '63,4%'],
    ['nhiem_vu: 41\n  hoan_thanh: 26', '{{chenh_lech nhiem_vu hoan_thanh}}', '15'],
    ['nhiem_vu: 41\n  hoan_thanh: 26', '{{so_sanh hoan_thanh nhiem_vu}}', 'giảm 15'],
    ['hinh_thuc: 1', '{{nghia_ma hinh_thuc}}', 'Phiếu'],
    [
      'nhiem_vu: 1',
      '{{ngay ky.tu_ngay}}–{{ngay ky.den_ngay}}, {{ky.ten}}',
      '15/12/2021–14/6/2022, 06 tháng đầu năm 2022',
    ],
    ['nhiem_vu: 1', '{{ngay_day_du bao_cao.ngay}}', 'ngày 15 tháng 6 năm 2022'],
    ['nhiem_vu: 1', '{{hoa don_vi.ten}}', 'SỞ MẪU'],
    ['nhiem_vu: 0', '{{#if nhiem_vu}}có{{else}}không{{/if}}', 'không'],
    ['nhiem_vu: Không', '{{#unless nhiem_vu}}không{{/unless}}', 'không'],
    ['nhiem_vu: 2\n  hoan_thanh: 3', '{{#if (lon_hon hoan_thanh nhiem_vu)}}vượt{{/if}}', 'vượt'],
  ])('%s: %s', async (values, sentence, expected) => {
    await given(values, sentence);
    expect(paragraph()).toBe(expected);
  });

  test('comparison with the period before and a year ago', async () => {
    ws.write('data/bao-cao/so-mau/2021-6T.yaml', REPORT.replace('15/6/2022', '15/6/2021').replace('41', '36'));
    ws.write('data/bao-cao/so-mau/2022-Q1.yaml', REPORT.replace('15/6/2022', '15/3/2022').replace('41', '41'));
    await given(
      'nhiem_vu: 41',
      '{{so_sanh nhiem_vu cung_ky.nhiem_vu}}; {{so_sanh nhiem_vu ky_truoc.nhiem_vu}}; {{ti_le_tang nhiem_vu cung_ky.nhiem_vu}} so với {{cung_ky.ten}}',
    );
    expect(paragraph()).toBe('tăng 05; không thay đổi; tăng 13,9% so với 06 tháng đầu năm 2021');
  });

  test('a shared sentence with its own values', async () => {
    ws.write('templates/cau-mau/chao.hbs', 'Kính gửi {{ai}}, {{don_vi.ten}} báo cáo {{so nhiem_vu}} việc.');
    await given('nhiem_vu: 5', '{{> chao ai="Sở A & B *"}}');
    expect(paragraph()).toBe('Kính gửi Sở A & B *, Sở Mẫu báo cáo 05 việc.');
  });
});

test('a correction of one figure moves the cell and every sentence that is bound to it', async () => {
  await given('nhiem_vu: 41', 'Có {{so nhiem_vu}} việc.');
  ws.edit(FILES.report, 'nhiem_vu: 41', 'nhiem_vu: 42');
  expect((await ws.run()).reports.map(({ outcome }) => outcome)).toEqual(['changed']);
  expect([cell(1, 3), paragraph()]).toEqual(['42', 'Có 42 việc.']);
});

test('an optional slot goes with its heading', async () => {
  await given('nhiem_vu: 1', 'Câu.');
  const headings = (): readonly string[] =>
    ws
      .output()
      .paragraphs.filter(({ style }) => style.startsWith('Heading'))
      .map(({ text }) => text);
  expect(headings()).toEqual(['KẾT QUẢ', 'Cải cách thể chế']);
  ws.edit(FILES.report, '  the_che: |', '  them: |\n    Thêm.\n  the_che: |');
  await ws.run();
  expect(headings()).toEqual(['KẾT QUẢ', 'Cải cách thể chế', 'Phần thêm']);
});

test('someone with Word can change the look, and the report takes it', async () => {
  ws.editTemplate('word/styles.xml', (xml) => xml.replace('w:firstLine="720"', 'w:firstLine="567"'));
  await given('nhiem_vu: 1', 'Câu.');
  expect(ws.output().part('word/styles.xml')).toContain('w:firstLine="567"');
});

test('an unchanged report is not written again', async () => {
  await ws.run();
  expect((await ws.run()).reports.map(({ outcome }) => outcome)).toEqual(['fresh']);
  expect(readFileSync(path.join(ws.root, 'out/2022-6T/so-mau.docx')).length).toBeGreaterThan(1000);
});
