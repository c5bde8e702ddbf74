import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { issue } from '../src/jobs/issue.ts';
import { readChoice } from '../src/jobs/selection.ts';
import { type RunSurroundings, run } from '../src/pipeline.ts';
import { AROUND, REPORT, TestWorkspace } from './support/workspace.ts';

/** Long runs are spread over threads: nothing that a user sees may depend on that. */

let folder: string;
let script: URL;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gen-'));
  const outfile = path.join(folder, 'worker.mjs');
  await build({
    entryPoints: ['src/cli/worker.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url);" },
    logLevel: 'error',
  });
  script = pathToFileURL(outfile);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Enough for threads to be used. */
const PERIODS = Array.from({ length: 6 }, (_, year) =>
  Array.from({ length: 12 }, (_, month) => `${2016 + year}-T${String(month + 1).padStart(2, '0')}`),
).flat();

const reportOf = (period: string, value: number): string =>
  REPORT.replace('15/6/2022', `14/${Number(period.slice(6))}/${period.slice(0, 4)}`).replace(
    'nhiem_vu: 41',
    `nhiem_vu: ${value}`,
  );

function writeReports(ws: TestWorkspace, value: number): void {
  for (const [i, period] of PERIODS.entries()) {
    ws.write(`data/bao-cao/so-mau/${period}.yaml`, reportOf(period, value + i));
  }
}

const runWith = (ws: TestWorkspace, around: Partial<RunSurroundings>) =>
  run({ root: ws.root, choices: [], mode: 'stale', strict: false, formats: [], around: { ...AROUND, ...around } });

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
  writeReports(ws, 100);
});
afterEach(() => ws.remove());

const bytesOf = (at: TestWorkspace, period: string): Buffer =>
  readFileSync(path.join(at.root, `out/${period}/so-mau.docx`));

test('the same results and the same bytes as without threads; then nothing is stale', async () => {
  const other = new TestWorkspace();
  try {
    writeReports(other, 100);
    const alone = await runWith(other, {});
    const seen: number[] = [];
    const threads = { count: 3, script, least: 50 };
    const spread = await runWith(ws, { threads, progress: (done) => seen.push(done) });
    expect(spread).toEqual(alone);
    expect(spread.reports.every(({ outcome }) => outcome === 'new')).toBe(true);
    expect(seen).toEqual(spread.reports.map((_, i) => i + 1));
    for (const period of PERIODS) expect(bytesOf(ws, period).equals(bytesOf(other, period)), period).toBe(true);
    expect((await runWith(ws, { threads })).reports.every(({ outcome }) => outcome === 'fresh')).toBe(true);
    expect((await runWith(ws, {})).reports.every(({ outcome }) => outcome === 'fresh')).toBe(true);
  } finally {
    other.remove();
  }
});

test('faults, hand edits and issued reports are dealt with in threads as without', async () => {
  await runWith(ws, { threads: { count: 2, script, least: 50 } });
  const [edited = '', issued = '', wrong = ''] = PERIODS;
  const byHand = Buffer.from('sửa trong Word');
  ws.write(`out/${edited}/so-mau.docx`, byHand);
  const choices = ['so-mau', issued].flatMap((typed) => readChoice(typed, '.'));
  const frozen = await issue({ root: ws.root, choices, strict: false, around: AROUND });
  expect(frozen.reports.map(({ issue: number }) => number)).toEqual([1]);
  const before = bytesOf(ws, issued);

  writeReports(ws, 500);
  ws.edit(`data/bao-cao/so-mau/${wrong}.yaml`, 'hoan_thanh: 26', 'hoan_thanh: hai sáu');
  const { reports, problems } = await runWith(ws, { threads: { count: 2, script, least: 50 } });
  const outcomeOf = (period: string) => reports.find((report) => report.period === period)?.outcome;
  expect([edited, issued, wrong].map(outcomeOf)).toEqual(['changed', 'new', 'failed']);
  expect(reports.filter(({ outcome }) => outcome === 'changed')).toHaveLength(PERIODS.length - 2);
  expect(problems.map(({ code }) => code).sort()).toEqual(['ban-sua-tay', 'sai-kieu-so-lieu']);
  const kept = readdirSync(path.join(ws.root, 'out', edited)).find((name) => name.includes('sửa tay'));
  expect(readFileSync(path.join(ws.root, 'out', edited, kept ?? '')).equals(byHand)).toBe(true);
  expect(bytesOf(ws, issued).equals(before)).toBe(true);
  expect(existsSync(path.join(ws.root, `out/${issued}/so-mau (đính chính 1).docx`))).toBe(true);
});

test('a run that is asked to stop ends soon, and the next one goes on', async () => {
  let made = 0;
  const progress = (done: number): void => {
    made = done;
  };
  const threads = { count: 2, script, least: 50 };
  const first = await runWith(ws, { threads, progress, stopped: () => made > 0 });
  expect(first.stopped).toBe(true);
  expect(first.reports.length).toBeGreaterThan(0);
  expect(first.reports.length).toBeLessThan(PERIODS.length);
  const second = await runWith(ws, { threads });
  const fresh = second.reports.filter(({ outcome }) => outcome === 'fresh').length;
  expect(fresh).toBe(first.reports.length);
  expect(second.stopped).toBe(false);
});

describe('a thread that fails', () => {
  test.each([
    ['dies at once', 'process.exit(7)', /ended before its work/],
    [
      'dies at work',
      "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(7))",
      /ended before its work/,
    ],
    [
      'throws',
      "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { throw new Error('lỗi bên trong') })",
      /lỗi bên trong/,
    ],
  ])('%s: the run says so, and does not hang', async (_, code, message) => {
    const file = path.join(folder, `${message.source.length}-${code.length}.mjs`);
    writeFileSync(file, code);
    await expect(runWith(ws, { threads: { count: 2, script: pathToFileURL(file), least: 50 } })).rejects.toThrow(
      message,
    );
    expect(existsSync(path.join(ws.root, 'out/.gen/dang-chay'))).toBe(false);
  });
});
