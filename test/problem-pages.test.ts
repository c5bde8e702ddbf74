import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { problemPages } from '../src/jobs/problem-pages.ts';
import { PROBLEM_CODES, PROBLEM_FAMILIES, PROBLEM_KINDS, sampleProblem } from '../src/model/problem-codes.ts';

test('every problem stands in one family', () => {
  expect(PROBLEM_FAMILIES.flatMap(({ codes }) => codes).sort()).toEqual([...PROBLEM_CODES].sort());
});

test('every problem has its page, and there is no page without a problem', () => {
  const pages = Object.keys(problemPages()).filter((file) => file.startsWith('docs/loi/'));
  expect(pages.map((file) => file.slice('docs/loi/'.length)).sort()).toEqual(readdirSync('docs/loi').sort());
  expect(pages).toHaveLength(PROBLEM_CODES.length);
});

test('a page says what is found, why, an example, the remedy, and how to answer for a warning', () => {
  const page = readFileSync('docs/loi/so-nhap-nhang.md', 'utf8');
  expect(page).toContain('> "8.75%" có thể đọc hai cách; đã đọc là 8,75%');
  for (const heading of ['Vì sao', 'Ví dụ', 'Cách sửa', 'Nếu đúng như vậy']) expect(page).toContain(`## ${heading}`);
  expect(readFileSync('docs/loi/thieu-khe.md', 'utf8')).not.toContain('giai_trinh');
});

test.each(Object.entries(PROBLEM_KINDS).filter(([, { sample }]) => sample !== undefined))(
  '%s reads well in both languages',
  (code) => {
    const shown = PROBLEM_FAMILIES.flatMap(({ codes }) => codes)
      .filter((one) => one === code)
      .map(sampleProblem)[0];
    for (const wording of [shown?.message, shown?.hint ?? shown?.message]) {
      for (const text of [wording?.vi, wording?.en]) {
        expect(text?.trim()).toMatch(/\S/);
        expect(text).not.toMatch(/undefined|\[object|null|NaN/);
      }
    }
  },
);
