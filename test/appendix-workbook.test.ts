import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDocxTables, type WordRow } from '../src/load/docx-tables.ts';
import { type RunMode, type RunResult, run } from '../src/pipeline.ts';
import { AROUND } from './support/workspace.ts';

/** Workbooks are read back and compared with the .docx beside them. */

const here = path.join(import.meta.dirname, '..');
const SAMPLES = readdirSync(path.join(here, 'data/bao-cao')).flatMap((unit) =>
  readdirSync(path.join(here, 'data/bao-cao', unit)).map((file) => ({ unit, period: file.replace('.yaml', '') })),
);

let root: string;
const go = (mode: RunMode): Promise<RunResult> =>
  run({ root, choices: [], mode, strict: false, formats: ['xlsx'], around: AROUND });
const file = (unit: string, period: string, ending: string): string => path.join(root, 'out', period, unit + ending);

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'gen-'));
  for (const folder of ['data', 'templates'])
    cpSync(path.join(here, folder), path.join(root, folder), { recursive: true });
  await go('stale');
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function open(unit: string, period: string): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file(unit, period, '.xlsx'));
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

const words = (cell: ExcelJS.Cell): string => {
  const { value } = cell;
  const text =
    typeof value === 'object' && value !== null && 'richText' in value
      ? value.richText.map((run) => (run.font?.vertAlign === 'superscript' ? '' : run.text)).join('')
      : (value ?? '').toString();
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
};

/** A number, or the result of a live formula. */
function numberIn({ value }: ExcelJS.Cell): number | undefined {
  const inside = typeof value === 'object' && value !== null && 'formula' in value ? value.result : value;
  return typeof inside === 'number' ? inside : undefined;
}

/** A number as its format prints it where Vietnamese is spoken: the formats that appendices use. */
function printed(cell: ExcelJS.Cell): string {
  const { numFmt } = cell;
  const value = numberIn(cell);
  if (value === undefined) return words(cell);
  const code = numFmt.replace('[$-42A]', '');
  if (code.startsWith('[<1000]')) return String(value).replace(/\B(?=(?:\d{3})+$)/g, '.');
  const percent = code.endsWith('%');
  const places = /\.(0+)/.exec(code)?.[1]?.length ?? 0;
  const number = (percent ? value * 100 : value).toFixed(places).padStart(code === '00' ? 2 : 1, '0');
  return `${number.replace('.', ',')}${percent ? '%' : ''}`;
}

const tableOf = (unit: string, period: string): readonly WordRow[] =>
  readDocxTables(readFileSync(file(unit, period, '.docx')))?.findLast(({ rows }) => rows.length > 20)?.rows ?? [];

describe.each(SAMPLES)('$unit $period', ({ unit, period }) => {
  test('has the rows, columns and figures of the .docx, header rows repeated, A4', async () => {
    const sheet = await open(unit, period);
    const rows = tableOf(unit, period);
    const headers = rows.filter(({ header }) => header).length;
    const [first = 0, last = 0] = (sheet.pageSetup.printTitlesRow ?? '').split(':').map(Number);
    expect(last - first + 1).toBe(headers);
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToWidth: 1 });
    expect(rows.length).toBeGreaterThan(80);
    for (const [i, row] of rows.slice(headers).entries()) {
      const cells = row.cells.map(({ column }) => sheet.getCell(last + 1 + i, column + 1));
      const expected = row.cells.map(({ text }) => text.replace(/[\s\u00a0]+/g, ' ').trim());
      // A merged cell reads as its first row's; Word has nothing in the rows below. A decimal point is a comma there.
      const shown = cells.map((cell) => (cell.isMerged && cell.master !== cell ? '' : printed(cell)));
      expect(shown.map((text, c) => (expected[c]?.match(/^\d+\.\d{1,2}%$/) ? text.replace(',', '.') : text))).toEqual(
        expected,
      );
    }
  });

  test('figures are numbers', async () => {
    const sheet = await open(unit, period);
    const bare = tableOf(unit, period).flatMap(({ cells }) => cells.filter(({ text }) => /^\d[\d.,]*%?$/.test(text)));
    let numbers = 0;
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (numberIn(cell) !== undefined) numbers += 1;
      }),
    );
    const inNumberColumn = bare.filter(({ column }) => column === 3).length;
    expect(numbers).toBe(inNumberColumn);
  });
});

test('bold and italic are those of the form, and a block of parts shares one merged cell', async () => {
  const sheet = await open('so-noi-vu', '2021-6T');
  const merged: string[] = [];
  sheet.eachRow((row) => {
    const cell = row.getCell(1);
    if (cell.isMerged && cell.master === cell && words(cell) === 'Trong đó') merged.push(cell.address);
  });
  expect(merged.length).toBeGreaterThan(2);
  const district = await open('ubnd-huong-khe', '2022-6T');
  let found: ExcelJS.Cell | undefined;
  district.eachRow((row) => {
    if (words(row.getCell(2)).startsWith('Tỷ lệ hoàn thành Kế hoạch')) found = row.getCell(2);
  });
  const value = found?.value;
  const runs = typeof value === 'object' && value !== null && 'richText' in value ? value.richText : [];
  expect(runs.map(({ font }) => ({ bold: font?.bold === true, italic: font?.italic === true }))).toEqual([
    { bold: true, italic: false },
    { bold: false, italic: true },
  ]);
});

test('what follows from a formula is live; a typed figure that does not follow from it stays as typed', async () => {
  const sheet = await open('xa-mau', '2026-6T');
  const formulas = new Map<string, string | undefined>();
  sheet.eachRow((row) => {
    const { value } = row.getCell(4);
    if (typeof value === 'object' && value !== null && 'formula' in value)
      formulas.set(words(row.getCell(2)), value.formula);
  });
  const [, rate] = [...formulas].find(([label]) => label.startsWith('Tỷ lệ hoàn thành Kế hoạch')) ?? [];
  expect(rate).toMatch(/^IF\(COUNT\(D\d+,D\d+\)<2,"",IFERROR\(/);
  expect(formulas.size).toBeGreaterThan(5);
  // 11.690 of 167.000 is 7,0 %; the district typed 2,3%.
  const district = await open('ubnd-huong-khe', '2022-6T');
  let typed: unknown;
  district.eachRow((row) => {
    if (words(row.getCell(2)).startsWith('Tỷ lệ thực hiện Kế hoạch giải ngân')) typed = row.getCell(4).value;
  });
  expect(typed).toBe(0.023);
});

test('a second run writes nothing, and making all again gives the same bytes', async () => {
  const bytes = (): readonly Buffer[] => SAMPLES.map(({ unit, period }) => readFileSync(file(unit, period, '.xlsx')));
  const before = bytes();
  const fresh = await go('stale');
  expect(fresh.reports.map(({ beside }) => beside?.map(({ outcome }) => outcome))).toEqual(
    SAMPLES.map(() => ['fresh']),
  );
  await go('all');
  for (const [i, now] of bytes().entries()) expect(Buffer.compare(now, before[i] ?? Buffer.alloc(0))).toBe(0);
});

test('a workbook that was changed by hand is kept, and the cells that differ are named', async () => {
  const [unit, period] = ['ubnd-huong-khe', '2022-6T'];
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file(unit, period, '.xlsx'));
  let place = '';
  workbook.worksheets[0]?.eachRow((row) => {
    if (words(row.getCell(2)) !== 'Số nhiệm vụ đề ra trong kế hoạch') return;
    row.getCell(4).value = 99;
    place = row.getCell(4).address;
  });
  writeFileSync(file(unit, period, '.xlsx'), Buffer.from(await workbook.xlsx.writeBuffer()));
  const left = await go('stale');
  expect(left.problems.map(({ code }) => code)).toContain('khac-du-lieu');
  const again = await go('all');
  const told = again.problems.find(({ code }) => code === 'ban-sua-tay');
  expect(told?.at).toMatchObject({ file: `out/${period}/${unit}.xlsx` });
  expect(told?.message.vi).toContain(`${place}: "99" (bản mới "41")`);
  expect(readdirSync(path.join(root, 'out', period)).some((name) => /sửa tay.*\.xlsx$/.test(name))).toBe(true);
});

test('exceljs is loaded when a workbook is written, and by no other command', async () => {
  const { metafile } = await build({
    entryPoints: ['main', 'worker'].map((name) => path.join(here, `src/cli/${name}.ts`)),
    bundle: true,
    platform: 'node',
    format: 'esm',
    splitting: true,
    outdir: 'unused',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const own = Object.entries(metafile.inputs).filter(([input]) => !input.includes('node_modules'));
  const importers = own.flatMap(([input, { imports }]) =>
    imports
      .filter(({ original }) => original === 'exceljs')
      .map(({ kind }) => [path.basename(path.dirname(input)), kind]),
  );
  expect(importers).toEqual([['xlsx', 'dynamic-import']]);
  // Neither start loads the file that it is in: that is imported where it is used, and only then.
  const held = Object.entries(metafile.outputs).filter(([, { inputs }]) =>
    Object.keys(inputs).some((input) => input.includes('node_modules/exceljs')),
  );
  const reached = (output: string): readonly string[] => [
    output,
    ...(metafile.outputs[output]?.imports ?? [])
      .filter(({ kind }) => kind === 'import-statement')
      .flatMap((next) => reached(next.path)),
  ];
  const starts = Object.entries(metafile.outputs).filter(([, { entryPoint }]) =>
    entryPoint?.match(/^src\/cli\/(?:main|worker)\.ts$/),
  );
  expect(starts).toHaveLength(2);
  const loaded = new Set(starts.flatMap(([output]) => reached(output)));
  expect(held.length).toBeGreaterThan(0);
  for (const [output] of held) expect(loaded).not.toContain(output);
});
