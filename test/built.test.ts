import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FILES, REPORT, TestWorkspace } from './support/workspace.ts';

/** The program as it is handed out. Much of it sleeps until it is needed: each of those parts is needed once here. */
let dist: string;
beforeAll(() => {
  dist = mkdtempSync(path.join(tmpdir(), 'dist-'));
  execFileSync(process.execPath, ['build.js', dist]);
}, 120_000);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
});
afterEach(() => ws.remove());

function gen(...args: string[]): { status: number | null; told: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(dist, 'gen.js'), ...args], {
    cwd: ws.root,
    encoding: 'utf8',
  });
  return { status, told: `${stdout}${stderr}` };
}

test('what V8 made of the program is kept, and taken', () => {
  const ask = `const { script } = require(process.argv[1]); process.stdout.write(String(script.cachedDataRejected));`;
  const { stdout } = spawnSync(process.execPath, ['-e', ask, path.join(dist, 'gen.js'), '--version'], {
    cwd: ws.root,
    encoding: 'utf8',
  });
  expect(stdout).toContain('false');
});

describe('what sleeps wakes', () => {
  test('a report is made', () => {
    expect(gen()).toMatchObject({ status: 0 });
    expect(existsSync(path.join(ws.root, 'out/2022-6T/so-mau.docx'))).toBe(true);
  });
  test('all that is wrong with a YAML file is explained', () => {
    ws.edit(FILES.report, 'so: 5\n', 'so: [5\nngay: "x\n');
    const { status, told } = gen();
    expect(status).toBe(1);
    expect(told.match(/\[yaml-sai\]/g)?.length).toBeGreaterThan(1);
  });
  test('calls that are not plain', () => {
    ws.edit(FILES.report, 'Nội dung thể chế.', '{{#if nhiem_vu}}Có {{so nhiem_vu}}.{{/if}}');
    expect(gen()).toMatchObject({ status: 0 });
    ws.edit(FILES.report, '{{/if}}', '{{/iff}}');
    expect(gen().told).toContain('[handlebars-sai]');
  });
  test('entities and files with tables', () => {
    ws.edit(FILES.report, 'Nội dung thể chế.', 'Điều A &amp; B:\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |\n');
    expect(gen()).toMatchObject({ status: 0 });
  });
  test('a template is checked, and a new one made', () => {
    expect(gen('template', 'check')).toMatchObject({ status: 0 });
    ws.editTemplate('word/document.xml', (xml) => xml.replace('{trich_yeu}', '{trich_yeu'));
    expect(gen().told).toContain('[the-khong-dong]');
  });
  test('a form is written, and values go back into the report', async () => {
    expect(gen('form', 'so-mau', '2022-6T')).toMatchObject({ status: 0 });
    const form = path.join(ws.root, 'out/2022-6T/so-mau (biểu nhập).xlsx');
    expect(existsSync(form)).toBe(true);
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Phụ lục').addRows([
      ['STT', 'Chỉ tiêu', 'Kết quả'],
      ['1.1', 'Số nhiệm vụ', 57],
      ['1.2', 'Số nhiệm vụ hoàn thành', 55],
    ]);
    await book.xlsx.writeFile(path.join(ws.root, 'phu-luc.xlsx'));
    gen('import', 'phu-luc.xlsx', '--don-vi', 'so-mau', '--ky', '2022-6T', '--nhan-doan');
    expect(ws.read(FILES.report).toString()).toContain('nhiem_vu: 57');
  });
  test('a thread beside the first', () => {
    const months = ['01', '02', '03', '04', '05', '06'];
    // More than the first takes at a time.
    const periods = ['2018', '2019', '2020', '2021', '2022'].flatMap((year) => months.map((month) => [year, month]));
    for (const [year, month] of periods) {
      const report = REPORT.replace('15/6/2022', `14/${Number(month)}/${year}`);
      ws.write(`data/bao-cao/so-mau/${year}-T${month}.yaml`, report);
    }
    expect(gen('--luong', '2')).toMatchObject({ status: 0 });
    for (const [year, month] of periods) {
      expect(existsSync(path.join(ws.root, `out/${year}-T${month}/so-mau.docx`)), `${year}-${month}`).toBe(true);
    }
  });
});
