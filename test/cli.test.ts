import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ExitCode, main } from '../src/cli/program.ts';
import { referencePages } from '../src/reference.ts';
import { readChoice } from '../src/selection.ts';
import { FILES, OUTLINE, TestWorkspace } from './support/workspace.ts';

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
});
afterEach(() => ws.remove());

function gen(...argv: string[]): { code: ExitCode; out: string; err: string } {
  const out: string[] = [];
  const err: string[] = [];
  const code = main(argv, { folder: ws.root, print: (text) => out.push(text), complain: (text) => err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const made = (): boolean => existsSync(path.join(ws.root, 'out/2022-6T/so-mau.docx'));

describe('exit codes', () => {
  test('0: clean', () => {
    expect(gen()).toMatchObject({ code: 0, out: '' });
    expect(made()).toBe(true);
  });
  test('0: warnings only; 1 with --strict, and nothing is written', () => {
    ws.edit(FILES.report, 'hoan_thanh: 26', 'ty_le: 8.75');
    expect(gen('check').code).toBe(0);
    expect(gen('--strict').code).toBe(1);
    expect(made()).toBe(false);
    expect(gen().code).toBe(0);
    expect(made()).toBe(true);
  });
  test('1: problems', () => {
    ws.edit(FILES.report, 'so: 5', 'soo: 5');
    expect(gen().code).toBe(1);
    expect(made()).toBe(false);
  });
  test.each([
    ['--jsn'],
    ['--lang', 'fr'],
    ['template'],
    ['template', 'new'],
    ['template', 'new', 'a', 'b', '--de-cuong', 'x'],
    ['--thu-muc'],
  ])('2: gen %s %s', (...argv) => {
    const { code, err } = gen(...argv);
    expect(code).toBe(2);
    expect(err).toContain('gen --help');
  });
});

test('check writes nothing', () => {
  expect(gen('check').code).toBe(0);
  expect(made()).toBe(false);
});

test('a problem is shown with its line, its cause and its remedy, in either language', () => {
  ws.edit(FILES.report, 'so: 5', 'soo: 5');
  const { err } = gen();
  expect(err).toContain(`LỖI ${FILES.report}:1:1 [khoa-la]`);
  expect(err).toContain('  1 | soo: 5\n    | ^');
  expect(err).toContain('→ Ý bạn là "so"?');
  expect(gen('--lang', 'en').err).toContain('Did you mean "so"?');
});

test('--json prints what programs need, and messages stay on standard error', () => {
  ws.edit(FILES.report, 'so: 5', 'soo: 5');
  const { out } = gen('check', '--json');
  expect(JSON.parse(out)).toMatchObject({
    bao_cao: [{ don_vi: 'so-mau', ky: '2022-6T', outcome: 'failed' }],
    van_de: [{ code: 'khoa-la', line: 1, column: 1, at: { file: FILES.report } }],
  });
});

test('help is in Vietnamese', () => {
  const { code, out } = gen('--help');
  expect(code).toBe(0);
  expect(out).toContain('Cách dùng: gen');
  expect(out).not.toMatch(/Usage|Options:|Arguments|display help/);
});

test('the workspace is found from a folder inside it', () => {
  const inner = path.join(ws.root, 'data/bao-cao/so-mau');
  mkdirSync(inner, { recursive: true });
  const complain = (): void => {};
  expect(main([], { folder: inner, print: complain, complain })).toBe(0);
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
])('argv %s', (typed, expected) => {
  expect(readChoice(typed)).toEqual(expected);
});

test('a new template is made from an outline and never written over', () => {
  ws.write('de-cuong.yaml', OUTLINE);
  expect(gen('template', 'new', 'khac', '--de-cuong', 'de-cuong.yaml').code).toBe(0);
  const before = readFileSync(path.join(ws.root, 'templates/khac.docx'));
  const again = gen('template', 'new', 'khac', '--de-cuong', 'de-cuong.yaml');
  expect(again.code).toBe(1);
  expect(again.err).toContain('[da-co-tep]');
  expect(readFileSync(path.join(ws.root, 'templates/khac.docx')).equals(before)).toBe(true);
  ws.edit(FILES.unit, 'mau: mau', 'mau: khac');
  expect(gen().code).toBe(0);
});

test('the pages made from the code are fresh (npm run docs)', () => {
  for (const [file, text] of Object.entries(referencePages())) {
    expect(readFileSync(path.join(import.meta.dirname, '..', file), 'utf8'), file).toBe(text);
  }
});
