import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../src/cli/program.ts';
import { referencePages } from '../src/jobs/reference.ts';
import { readChoice } from '../src/jobs/selection.ts';
import { AROUND, FILES, OUTLINE, TestWorkspace } from './support/workspace.ts';

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
});
afterEach(() => ws.remove());

const gen = (...argv: string[]) => ws.gen(...argv);

const made = (): boolean => existsSync(path.join(ws.root, 'out/2022-6T/so-mau.docx'));

describe('exit codes', () => {
  test('0: clean', async () => {
    expect(await gen()).toMatchObject({ code: 0, out: '' });
    expect(made()).toBe(true);
  });
  test('0: warnings only; 1 with --strict, and nothing is written', async () => {
    ws.edit(FILES.report, 'hoan_thanh: 26', 'ty_le: 8.75');
    expect((await gen('check')).code).toBe(0);
    expect((await gen('--strict')).code).toBe(1);
    expect(made()).toBe(false);
    expect((await gen()).code).toBe(0);
    expect(made()).toBe(true);
  });
  test('1: problems', async () => {
    ws.edit(FILES.report, 'so: 5', 'soo: 5');
    expect((await gen()).code).toBe(1);
    expect(made()).toBe(false);
  });
  test.each([
    ['--jsn'],
    ['--lang', 'fr'],
    ['template'],
    ['template', 'new'],
    ['template', 'new', 'a', 'b', '--de-cuong', 'x'],
    ['--thu-muc'],
  ])('2: gen %s %s', async (...argv) => {
    const { code, err } = await gen(...argv);
    expect(code).toBe(2);
    expect(err).toMatch(/npx gen(?: template(?: new)?)? --help/);
  });
  test.each<readonly [readonly string[], readonly string[]]>([
    [
      ['template', 'chek'],
      ['Không có lệnh này: chek', '  → Ý bạn là check hoặc chep?', '  Xem cách dùng: npx gen template --help'],
    ],
    [
      ['template', 'new', 'so', '--cot', '7'],
      [
        'Giá trị không dùng được: --cot <5|6>: "7"',
        '  → Các giá trị dùng được: 5, 6.',
        '  Xem cách dùng: npx gen template new --help',
      ],
    ],
    [
      ['template', 'chep', 'mau', '--chi', 'chu'],
      [
        'Giá trị không dùng được: --chi <phần>: "chu"',
        '  → Các giá trị dùng được: kieu, dau-van-ban, chu-ky.',
        '  Xem cách dùng: npx gen template chep --help',
      ],
    ],
  ])('wrong usage says what is allowed, and where to read on: gen %j', async (argv, lines) => {
    expect((await gen(...argv)).err.trimEnd().split('\n')).toEqual(lines);
  });
  test.each([
    [['phat-hanh', 'so-mau', '2022-6T', '--xem'], '--xem', 'phat-hanh'],
    [['new', 'so-mau', '2022-9T', '--xem'], '--xem', 'new'],
    [['form', 'so-mau', '2022-6T', '--het'], '--het', 'form'],
    [['schema', '--strict'], '--strict', 'schema'],
    [['template', 'check', '--watch'], '--watch', 'template check'],
  ])(
    '2: an option that the command does not take is refused, and nothing is done: %s',
    async (argv, option, command) => {
      const { code, err } = await gen(...argv);
      expect(code).toBe(2);
      expect(err).toContain(`Lệnh này không có tùy chọn: ${option}`);
      expect(err).toContain(`npx gen ${command} --help`);
      expect(existsSync(path.join(ws.root, 'out'))).toBe(false);
      expect(existsSync(path.join(ws.root, 'data/bao-cao/so-mau/2022-9T.yaml'))).toBe(false);
    },
  );
  test.each([['--xem'], ['--json']])('2: --watch with %s', async (option) => {
    expect((await gen('--watch', option)).code).toBe(2);
    expect(made()).toBe(false);
  });
  test.each([[[]], [['check']], [['schema']], [['diff']], [['template', 'check']], [['new', 'so-mau', '2022-9T']]])(
    '2: in a folder without data, and nothing is left there: gen %s',
    async (argv) => {
      const empty = path.join(ws.root, 'trống');
      mkdirSync(empty);
      const { code, err } = await gen(...argv, '--thu-muc', empty);
      expect(code).toBe(2);
      expect(err).toContain(empty);
      expect(err).toContain('--thu-muc');
      expect(readdirSync(empty)).toEqual([]);
    },
  );
  test('2: what was typed for an option is shown', async () => {
    expect((await gen('--phan', '3/2')).err).toContain('--phan <i/n>: "3/2"\n  Xem');
  });
  test('wrong usage is told in the language asked for', async () => {
    expect((await gen('--jsn')).err).toContain('Ý bạn là --json?');
    expect((await gen('--jsn', '--lang', 'en')).err).toContain('Did you mean --json?');
  });
});

test('check writes nothing', async () => {
  expect((await gen('check')).code).toBe(0);
  expect(made()).toBe(false);
});

test('a problem is shown with its line, its cause and its remedy, in either language', async () => {
  ws.edit(FILES.report, 'so: 5', 'soo: 5');
  const { err } = await gen();
  expect(err).toContain(`LỖI ${FILES.report}:1:1 [khoa-la]`);
  expect(err).toContain('  1 | soo: 5\n    | ^');
  expect(err).toContain('→ Ý bạn là "so"?');
  expect((await gen('--lang', 'en')).err).toContain('Did you mean "so"?');
});

test('--json prints what programs need, and messages stay on standard error', async () => {
  ws.edit(FILES.report, 'so: 5', 'soo: 5');
  const { out } = await gen('check', '--json');
  expect(JSON.parse(out)).toMatchObject({
    bao_cao: [{ don_vi: 'so-mau', ky: '2022-6T', outcome: 'failed' }],
    van_de: [{ code: 'khoa-la', line: 1, column: 1, at: { file: FILES.report } }],
  });
});

test('help is in Vietnamese', async () => {
  const { code, out } = await gen('--help');
  expect(code).toBe(0);
  expect(out).toContain('Cách dùng: gen');
  expect(out).not.toMatch(/Usage|[Oo]ptions|Arguments|display help/);
});

test('the help of a command lists the options that it takes, and no others', async () => {
  const { out } = await gen('phat-hanh', '--help');
  expect(out).toContain('--strict');
  expect(out).not.toMatch(/--xem|--het|--watch|--phan|--dang/);
});

test.each([
  ['new', 'so-mau', '2022-9T'],
  ['new', 'so-la', '2022-9T'],
  ['schema'],
  ['template', 'new', 'ubnd-xa'],
  ['template', 'check'],
  ['template', 'tags'],
  ['template', 'chep', 'mau'],
  ['diff'],
  ['form', 'so-mau', '2022-6T'],
  ['import', 'khong-co.xlsx'],
  ['rollup', '2022-6T'],
  ['phat-hanh', 'so-mau', '2022-6T'],
])('--json prints one document and nothing else: gen %s %s', async (...argv) => {
  const { out } = await gen(...argv, '--json');
  expect(JSON.parse(out)).toBeTypeOf('object');
});

test('the workspace is found from a folder inside it', async () => {
  const inner = path.join(ws.root, 'data/bao-cao/so-mau');
  mkdirSync(inner, { recursive: true });
  const complain = (): void => {};
  expect(await main([], { ...AROUND, folder: inner, print: complain, complain, stopped: () => false })).toBe(0);
  expect(made()).toBe(true);
});

test.each([
  ['so-mau', [{ kind: 'unit', typed: 'so-mau' }]],
  ['so-*', [{ kind: 'unit', typed: 'so-*' }]],
  ['2022-6T', [{ kind: 'period', typed: '2022-6T' }]],
  ['2022-*', [{ kind: 'period', typed: '2022-*' }]],
  ['*-6T', [{ kind: 'period', typed: '*-6T' }]],
  [
    'data/bao-cao/so-mau/2022-6T.yaml',
    [
      { kind: 'unit', typed: 'so-mau' },
      { kind: 'period', typed: '2022-6T' },
    ],
  ],
  [
    'C:\\bao cao\\data\\bao-cao\\so-mau\\2022-6T.yaml',
    [
      { kind: 'unit', typed: 'so-mau' },
      { kind: 'period', typed: '2022-6T' },
    ],
  ],
  ['data\\bao-cao\\so-mau\\', [{ kind: 'unit', typed: 'so-mau' }]],
  [
    'out/2022-6T/so-mau (đính chính 2).docx',
    [
      { kind: 'unit', typed: 'so-mau' },
      { kind: 'period', typed: '2022-6T' },
    ],
  ],
])('argv %s', async (typed, expected) => {
  expect(readChoice(typed, ws.root)).toEqual(expected);
});

test('a new template is made from an outline and never written over', async () => {
  ws.write('de-cuong.yaml', OUTLINE);
  expect((await gen('template', 'new', 'khac', '--de-cuong', 'de-cuong.yaml')).code).toBe(0);
  const before = readFileSync(path.join(ws.root, 'templates/khac.docx'));
  const again = await gen('template', 'new', 'khac', '--de-cuong', 'de-cuong.yaml');
  expect(again.code).toBe(1);
  expect(again.err).toContain('[da-co-tep]');
  expect(readFileSync(path.join(ws.root, 'templates/khac.docx')).equals(before)).toBe(true);
  ws.edit(FILES.unit, 'mau: mau', 'mau: khac');
  expect((await gen()).code).toBe(0);
});

test('the pages made from the code are fresh (npm run docs)', async () => {
  for (const [file, text] of Object.entries(referencePages())) {
    expect(readFileSync(path.join(import.meta.dirname, '..', file), 'utf8'), file).toBe(text);
  }
});
