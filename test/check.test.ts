import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '../src/check/index.ts';
import { checkFixture, readFixture } from './support/fixture.ts';

/**
 * Fixtures of checks: test/fixtures/check/<name>.txt, one for each check, with what it must find and what it must leave
 * alone. A fixture is a small workspace in one file:
 *
 *     # What is tried here, in a line or two.
 *     === data/danh-muc/mau-2022.yaml
 *     ten: THỐNG KÊ
 *     nhan: Phụ lục
 *     chi_tieu:
 *       - { id: tong, stt: "1", ten: Tổng số, kieu: so_dem, don_vi: Việc }
 *
 *     ### the total is not the sum
 *     === data/bao-cao/so-mau/2022-6T.yaml
 *     ngay: 15/6/2022
 *     so_lieu:
 *       tong: 5 ⟦tong-khong-khop⟧
 *
 *     ### the total is the sum
 *     === data/bao-cao/so-mau/2022-6T.yaml
 *     …
 *
 * - `=== path` begins a file, `### name` a case. What stands before the first case is shared by all; a case may write
 *   a shared file anew. Without any `###` the whole file is one case.
 * - `⟦code⟧` at the end of a line expects a finding of that code there, twice for two findings. The marks are taken out
 *   before the files are read. A finding of a file as a whole, or in a template, is marked on its `===` line.
 * - Each finding must be marked and each mark must be found: both fail the test, shown as a difference of the fixture.
 * - The unit `so-mau` (catalogue `mau-2022`, template `mau`) is there unless the fixture writes its own. A template is
 *   made from an outline, `=== templates/mau.docx` with `muc: …`; without one it has a slot for each key of noi_dung.
 */
const FOLDER = path.join(import.meta.dirname, 'fixtures/check');

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))) {
  describe(file.replace(/\.txt$/, ''), () => {
    for (const fixture of readFixture(readFileSync(path.join(FOLDER, file), 'utf8'))) {
      test(fixture.name, async () => {
        const { expected, found, elsewhere, messages } = await checkFixture(fixture);
        expect(found, messages.join('\n')).toBe(expected);
        expect(elsewhere, messages.join('\n')).toEqual([]);
      });
    }
  });
}

describe('the fixtures themselves', () => {
  test('every check has its own', () => {
    const names = readdirSync(FOLDER).map((name) => name.replace(/\.txt$/, ''));
    expect(RULES.map(({ code }) => code).filter((code) => !names.includes(code))).toEqual([]);
  });

  const CATALOGUE = ['=== data/danh-muc/mau-2022.yaml', 'ten: A', 'nhan: B', 'chi_tieu:'];
  const ROW = '  - { id: a, stt: "1", ten: A, kieu: so_dem, don_vi: Việc }';
  const REPORT = ['=== data/bao-cao/so-mau/2022-6T.yaml', 'ngay: 15/6/2022', 'so_lieu:'];
  const check = async (...lines: string[]) => {
    const [only] = readFixture([...CATALOGUE, ROW, ...REPORT, ...lines].join('\n'));
    if (only === undefined) throw new Error('no case');
    return checkFixture(only);
  };

  test('a finding without a mark fails, and so does a mark without a finding', async () => {
    const unmarked = await check('  a: ba');
    expect(unmarked.found).not.toBe(unmarked.expected);
    expect(unmarked.found).toContain('  a: ba ⟦sai-kieu-so-lieu⟧');
    const idle = await check('  a: 3 ⟦sai-kieu-so-lieu⟧');
    expect(idle.found).not.toBe(idle.expected);
    const right = await check('  a: ba   ⟦sai-kieu-so-lieu⟧');
    expect(right.found).toBe(right.expected);
    const twice = await check('  a: ba ⟦sai-kieu-so-lieu⟧ ⟦sai-kieu-so-lieu⟧');
    expect(twice.found).not.toBe(twice.expected);
  });

  test('a mark inside a line is refused, so that none is read as data', () => {
    expect(() => readFixture('=== a.yaml\na: ⟦khoa-la⟧ b')).toThrow('end of a line');
  });
});
