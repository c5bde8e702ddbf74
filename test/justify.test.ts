import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readChoice } from '../src/jobs/selection.ts';
import type { Problem } from '../src/model/problem.ts';
import { problem } from '../src/model/problem-codes.ts';
import { run } from '../src/pipeline.ts';
import { AROUND, FILES, TestWorkspace } from './support/workspace.ts';

/** A warning that stands is answered for in the report, and comes back when what it rests on changes. */

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
  // A percentage with a point can be read in two ways: a warning.
  ws.edit(FILES.report, '  hoan_thanh: 26', '  hoan_thanh: 26\n  ty_le: 8.75');
});
afterEach(() => ws.remove());

const check = (strict = false) =>
  run({ root: ws.root, choices: readChoice('2022-6T', '.'), mode: 'check', strict, around: AROUND });
const open = (problems: readonly Problem[]) => problems.filter((p) => p.justified === undefined).map((p) => p.code);
const answered = (problems: readonly Problem[]) =>
  problems.filter((p) => p.justified !== undefined).map((p) => `${p.code}: ${p.justified?.reason}`);
const basis = async (): Promise<string> => (await check()).problems[0]?.basis ?? '';
const justify = (...lines: string[]) =>
  ws.edit(FILES.report, 'so_lieu:', `giai_trinh:\n${lines.map((line) => `  - ${line}`).join('\n')}\nso_lieu:`);

test('a reason with its basis answers for the warning, which no longer counts', async () => {
  expect((await check(true)).reports[0]?.outcome).toBe('failed');
  justify(`{ ma: so-nhap-nhang, chi_tieu: ty_le, can_cu: ${await basis()}, ly_do: "Đúng là 8,75" }`);
  const { problems, reports } = await check(true);
  expect(open(problems)).toEqual([]);
  expect(answered(problems)).toEqual(['so-nhap-nhang: Đúng là 8,75']);
  expect(reports[0]?.outcome).toBe('checked');
});

test('the warning comes back when the figure changes', async () => {
  justify(`{ ma: so-nhap-nhang, chi_tieu: ty_le, can_cu: ${await basis()}, ly_do: "Đúng là 8,75" }`);
  ws.edit(FILES.report, 'ty_le: 8.75', 'ty_le: 9.75');
  const { problems, reports } = await check(true);
  expect(open(problems)).toEqual(['so-nhap-nhang', 'giai-trinh-cu']);
  expect(answered(problems)).toEqual([]);
  expect(reports[0]?.outcome).toBe('failed');
  expect(problems[1]?.hint?.vi).toContain(problems[0]?.basis);
});

test('the basis does not hang on where the line stands', async () => {
  const before = await basis();
  ws.edit(FILES.report, 'so_lieu:', '# một dòng chen vào\n\nso_lieu:');
  expect(await basis()).toBe(before);
});

test('without a basis it is accepted, and a hint gives what to add; a hint does not count with --strict', async () => {
  const mark = await basis();
  justify('{ ma: so-nhap-nhang, chi_tieu: ty_le, ly_do: "Đúng là 8,75" }');
  const { problems, reports } = await check(true);
  expect(open(problems)).toEqual(['giai-trinh-thieu-can-cu']);
  expect(problems.find((p) => p.code === 'giai-trinh-thieu-can-cu')?.hint?.vi).toContain(`can_cu: ${mark}`);
  expect(reports[0]?.outcome).toBe('checked');
});

test('one place needs no name; of two, one must be named', async () => {
  justify('{ ma: so-nhap-nhang, ly_do: Đúng }');
  expect(answered((await check()).problems)).toEqual(['so-nhap-nhang: Đúng']);
  ws.edit(FILES.report, 'ty_le: 8.75', 'ty_le: 8.75\n  von: 10.5').edit(FILES.report, '  hoan_thanh: 26\n', '');
  const { problems } = await check();
  expect(open(problems)).toEqual(['so-nhap-nhang', 'so-nhap-nhang', 'giai-trinh-khong-ro']);
  expect(problems.at(-1)?.hint?.vi).toContain('chi_tieu: von');
});

const FAULTS: readonly (readonly [string, string, string])[] = [
  ['an unknown code', '{ ma: so-nhap-nhangg, ly_do: a }', 'giai-trinh-ma-la'],
  ['an unknown indicator', '{ ma: so-nhap-nhang, chi_tieu: ty_lee, ly_do: a }', 'chi-tieu-la'],
  ['an unknown slot', '{ ma: so-nhap-nhang, khe: mo_dauu, ly_do: a }', 'khe-la'],
  ['an empty reason', '{ ma: so-nhap-nhang, chi_tieu: ty_le, ly_do: "" }', 'thieu-truong'],
  ['an error, which no reason answers for', '{ ma: thieu-khe, ly_do: a }', 'giai-trinh-loi'],
  ['another place', '{ ma: so-nhap-nhang, chi_tieu: von, ly_do: a }', 'giai-trinh-thua'],
];

describe('what is wrong with a reason is told at its line', () => {
  test.each(FAULTS)('%s', async (_, line, code) => {
    justify(line);
    const { problems } = await check();
    expect(open(problems).sort()).toEqual(['so-nhap-nhang', code].sort());
    const at = problems.find((p) => p.code === code)?.at;
    expect(at?.kind === 'data' ? [at.file, ...at.path].slice(0, 3) : at).toEqual([FILES.report, 'giai_trinh', 0]);
  });
});

test('a reason left over when all is mended is told of', async () => {
  justify('{ ma: so-nhap-nhang, chi_tieu: ty_le, ly_do: Đúng }');
  ws.edit(FILES.report, 'ty_le: 8.75', 'ty_le: 8,75');
  expect(open((await check()).problems)).toEqual(['giai-trinh-thua']);
});

test('a report that is fresh still lists its reasons', async () => {
  justify(`{ ma: so-nhap-nhang, chi_tieu: ty_le, can_cu: ${await basis()}, ly_do: Đúng }`);
  await ws.run();
  const { problems, reports } = await run({ root: ws.root, choices: [], mode: 'stale', strict: true, around: AROUND });
  expect(reports[0]?.outcome).toBe('fresh');
  expect(answered(problems)).toEqual(['so-nhap-nhang: Đúng']);
});

test('what a problem is about follows from its places, and its mark from its figures', () => {
  const at = { kind: 'data', file: 'a.yaml', path: ['so_lieu', 'von'] } as const;
  const also = { kind: 'data', file: 'a.yaml', path: ['noi_dung', 'mo_dau'] } as const;
  const params = { value: '8.75', read: '8,75', label: 'Vốn' };
  const made = problem('so-nhap-nhang', params, at, [also]);
  expect(made.about).toEqual({ indicator: 'von', slot: 'mo_dau' });
  expect(made.basis).toMatch(/^[a-z]{6}$/);
  expect(problem('so-nhap-nhang', { ...params, value: '8.76' }, at).basis).not.toBe(made.basis);
  expect(problem('so-nhap-nhang', params, also, [], { basis: 'x' }).basis).not.toBe(made.basis);
});

describe('a finding of the appendix rests on its figures', () => {
  const line = (problems: readonly Problem[]) => problems.filter((p) => p.code === 'phan-lon-hon-tong');
  beforeEach(() => {
    ws.edit(FILES.report, '  hoan_thanh: 26\n  ty_le: 8.75', '  hoan_thanh: 26\n  phan_a: 1.030\n  phan_b: 40');
  });
  const answerBoth = async (): Promise<void> => {
    const found = line((await check()).problems);
    expect(found.map(({ about }) => about.indicator)).toEqual(['phan_a', 'phan_b']);
    const lines = found.map(
      ({ about, basis: mark }) =>
        `{ ma: phan-lon-hon-tong, chi_tieu: ${about.indicator}, can_cu: ${mark}, ly_do: "Tính cả việc cũ (${about.indicator})" }`,
    );
    justify(...lines);
  };

  test('two of one kind are told apart by their rows', async () => {
    await answerBoth();
    const { problems } = await check(true);
    expect(open(problems)).toEqual([]);
    expect(answered(problems)).toEqual([
      'phan-lon-hon-tong: Tính cả việc cũ (phan_a)',
      'phan-lon-hon-tong: Tính cả việc cũ (phan_b)',
    ]);
  });

  test('a row that was given another label, and a figure in another spelling, change nothing', async () => {
    await answerBoth();
    ws.edit(FILES.catalogue, 'ten: Phần A', 'ten: Phần của năm trước');
    ws.edit(FILES.report, 'phan_a: 1.030', 'phan_a: 1030').edit(FILES.report, 'hoan_thanh: 26', 'hoan_thanh: "026"');
    expect(open((await check(true)).problems)).toEqual([]);
  });

  test('it is back when either side changes', async () => {
    await answerBoth();
    ws.edit(FILES.report, 'hoan_thanh: 26', 'hoan_thanh: 27');
    expect(open((await check()).problems)).toEqual([
      'phan-lon-hon-tong',
      'phan-lon-hon-tong',
      'giai-trinh-cu',
      'giai-trinh-cu',
    ]);
  });

  test('what was mended is told of as left over', async () => {
    await answerBoth();
    ws.edit(FILES.report, 'phan_b: 40', 'phan_b: 4');
    expect(open((await check()).problems)).toEqual(['giai-trinh-thua']);
  });
});
