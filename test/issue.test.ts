import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { issue } from '../src/jobs/issue.ts';
import { readChoice } from '../src/jobs/selection.ts';
import { hashOf } from '../src/write/fingerprint.ts';
import { AROUND, FILES, REPORT, TestWorkspace, UNIT } from './support/workspace.ts';

const FIRST = 'out/2022-6T/so-mau.docx';
const correction = (n: number): string => `out/2022-6T/so-mau (đính chính ${n}).docx`;
const ISSUE_1 = 'out/lich-su/2022-6T/so-mau/01';

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
});
afterEach(() => ws.remove());

const read = (file: string): Buffer => ws.read(file);
const there = (file: string): boolean => existsSync(path.join(ws.root, file));
const freeze = () =>
  issue({
    root: ws.root,
    choices: ['so-mau', '2022-6T'].flatMap((typed) => readChoice(typed, '.')),
    strict: false,
    around: AROUND,
  });
const codes = (problems: readonly { readonly code: string }[]): readonly string[] => problems.map(({ code }) => code);
const outcomes = async (): Promise<readonly (readonly [string, string])[]> =>
  (await ws.run()).reports.map(({ output, outcome }) => [output, outcome] as const);

const gen = (...argv: string[]) => ws.gen(...argv);

describe('issuing', () => {
  test('keeps output, content and the state of every input', async () => {
    const { reports, problems } = await freeze();
    expect(problems).toEqual([]);
    expect(reports).toEqual([{ unitId: 'so-mau', period: '2022-6T', issue: 1, output: FIRST, folder: ISSUE_1 }]);
    expect(read(`${ISSUE_1}/bao-cao.docx`).equals(read(FIRST))).toBe(true);
    const info = JSON.parse(read(`${ISSUE_1}/thong-tin.json`).toString('utf8'));
    expect(info).toMatchObject({
      lan: 1,
      so_hieu: '05/BC-SM',
      ngay: '15/6/2022',
      tep: FIRST,
      bam: hashOf(read(FIRST)),
    });
    const inputs = [FILES.unit, FILES.catalogue, FILES.report, FILES.template];
    // Looked for, and not there: from then on it would change the report.
    const absent = 'templates/hieu-luc.yaml';
    expect(info.dau_vao[absent]).toBeNull();
    expect(Object.keys(info.dau_vao).sort()).toEqual([...inputs, absent].sort());
    for (const input of inputs) {
      expect(read(`${ISSUE_1}/dau-vao/${input}`).equals(read(input)), input).toBe(true);
      expect(info.dau_vao[input]).toBe(hashOf(read(input)));
    }
    expect(readdirSync(path.join(ws.root, 'out/lich-su/2022-6T/so-mau'))).toEqual(['01']);
    expect(await outcomes()).toEqual([[FIRST, 'fresh']]);
  });

  test('brings the output up to date first', async () => {
    await ws.run();
    ws.edit(FILES.report, 'nhiem_vu: 41', 'nhiem_vu: 42');
    expect((await freeze()).problems).toEqual([]);
    expect(ws.output(`${ISSUE_1}/bao-cao.docx`).paragraphs.map(({ text }) => text)).toContain('Đã giao 42 nhiệm vụ.');
  });

  test('is refused while the report has errors', async () => {
    ws.edit(FILES.report, 'so: 5', 'soo: 5');
    expect(codes((await freeze()).problems)).toEqual(['khoa-la', 'phat-hanh-co-loi']);
    expect(there('out/lich-su')).toBe(false);
  });

  test('is refused when the output was changed by hand, and leaves it alone', async () => {
    await ws.run();
    const byHand = Buffer.concat([read(FIRST), Buffer.from('x')]);
    ws.write(FIRST, byHand);
    expect(codes((await freeze()).problems)).toEqual(['phat-hanh-ban-sua-tay']);
    expect(read(FIRST).equals(byHand)).toBe(true);
    expect(there('out/lich-su')).toBe(false);
  });

  test('is refused when nothing changed since the last issue', async () => {
    await freeze();
    const { reports, problems } = await freeze();
    expect(codes(problems)).toEqual(['phat-hanh-khong-doi']);
    expect(reports.map(({ issue: number }) => number)).toEqual([undefined]);
    expect(readdirSync(path.join(ws.root, 'out/lich-su/2022-6T/so-mau'))).toEqual(['01']);
  });

  test('what a kill left half-written is no issue, and is swept away by the next', async () => {
    ws.write('out/lich-su/2022-6T/so-mau/.01.abc.tmp/bao-cao.docx', 'x');
    expect((await freeze()).reports.map(({ issue: number }) => number)).toEqual([1]);
    expect(readdirSync(path.join(ws.root, 'out/lich-su/2022-6T/so-mau'))).toEqual(['01']);
  });

  test('from the command line', async () => {
    const done = await gen('phat-hanh', 'so-mau', '2022-6T');
    expect(done).toMatchObject({ code: 0, out: '' });
    expect(done.err).toBe(`✓ ${FIRST}  đã phát hành lần 1, lưu ở ${ISSUE_1}`);
    const again = await gen('phat-hanh', 'so-mau', '2022-6T', '--json');
    expect(again.code).toBe(1);
    expect(JSON.parse(again.out)).toMatchObject({
      phat_hanh: [{ don_vi: 'so-mau', ky: '2022-6T', lan: null, tep: FIRST, luu_o: null }],
      van_de: [{ code: 'phat-hanh-khong-doi' }],
    });
    expect(again.err).toMatch(/^═══ so-mau 2022-6T: \d+ lỗi.*\n\n?LỖI .*\[phat-hanh-khong-doi\]/);
    expect((await gen('phat-hanh', 'so-mau')).code).toBe(2);
    expect((await gen('phat-hanh', 'so-la', '2022-6T')).code).toBe(1);
  });
});

test('what is found while issuing stands as gen shows it', async () => {
  ws.edit(FILES.report, 'nhiem_vu: 41', 'von: 10.5\n  nhiem_vu: 41\n  ty_le: 8.75');
  const open = (text: string) => text.split('\n').filter((line) => /^(?:LỖI|CẢNH BÁO|GỢI Ý|═══)/.test(line));
  const shown = open((await gen('phat-hanh', 'so-mau', '2022-6T')).err);
  expect(shown).toEqual(open((await gen('check', 'so-mau', '2022-6T')).err));
  expect(shown).toHaveLength(3);
});

describe('after the first issue', () => {
  test('a change makes a numbered correction beside what was issued', async () => {
    await freeze();
    const issued = read(FIRST);
    ws.edit(FILES.report, 'nhiem_vu: 41', 'nhiem_vu: 42');
    expect((await ws.runAs('plan')).reports).toMatchObject([{ output: correction(1), outcome: 'planned' }]);
    expect(await outcomes()).toEqual([[correction(1), 'new']]);
    expect(await outcomes()).toEqual([[correction(1), 'fresh']]);
    expect(read(FIRST).equals(issued)).toBe(true);
    ws.edit(FILES.report, 'nhiem_vu: 42', 'nhiem_vu: 43');
    expect(await outcomes()).toEqual([[correction(1), 'changed']]);

    const second = await freeze();
    expect(second.reports).toMatchObject([{ issue: 2, output: correction(1) }]);
    expect(read('out/lich-su/2022-6T/so-mau/02/bao-cao.docx').equals(read(correction(1)))).toBe(true);
    const firstCorrection = read(correction(1));
    expect(await outcomes()).toEqual([[correction(1), 'fresh']]);
    ws.edit(FILES.report, 'nhiem_vu: 43', 'nhiem_vu: 44');
    expect(await outcomes()).toEqual([[correction(2), 'new']]);
    expect(read(FIRST).equals(issued)).toBe(true);
    expect(read(correction(1)).equals(firstCorrection)).toBe(true);
  });

  test('when the data goes back to what was issued nothing is written, and that is said', async () => {
    await freeze();
    const issued = read(FIRST);
    ws.edit(FILES.report, 'nhiem_vu: 41', 'nhiem_vu: 42');
    await ws.run();
    const drafted = read(correction(1));
    ws.edit(FILES.report, 'nhiem_vu: 42', 'nhiem_vu: 41');
    const back = await ws.run();
    expect(back.reports).toMatchObject([{ output: FIRST, outcome: 'as-issued' }]);
    expect(codes(back.problems)).toEqual(['dinh-chinh-thua']);
    expect(read(FIRST).equals(issued)).toBe(true);
    expect(read(correction(1)).equals(drafted)).toBe(true);
    const again = await ws.run();
    expect(again.reports).toMatchObject([{ output: FIRST, outcome: 'fresh' }]);
    expect(codes(again.problems)).toEqual(['dinh-chinh-thua']);
    rmSync(path.join(ws.root, correction(1)));
    expect((await ws.run()).problems).toEqual([]);
    expect(codes((await freeze()).problems)).toEqual(['phat-hanh-khong-doi']);
  });

  test('a template whose look alone changed calls for no correction; one whose words changed does', async () => {
    await freeze();
    const issued = read(FIRST);
    ws.editTemplate('word/styles.xml', (xml) => xml.replace('<w:sz w:val="28"/>', '<w:sz w:val="30"/>'));
    expect(await outcomes()).toEqual([[FIRST, 'as-issued']]);
    ws.editTemplate('word/document.xml', (xml) => xml.replace('Cải cách thể chế', 'Về thể chế'));
    expect(await outcomes()).toEqual([[correction(1), 'new']]);
    expect(read(FIRST).equals(issued)).toBe(true);
  });

  test('an issued file that is gone is put back; one that was changed by hand is told of, and restored by --het', async () => {
    await freeze();
    const issued = read(FIRST);
    rmSync(path.join(ws.root, FIRST));
    expect(await outcomes()).toEqual([[FIRST, 'new']]);
    expect(read(FIRST).equals(issued)).toBe(true);
    const byHand = Buffer.concat([issued, Buffer.from('x')]);
    ws.write(FIRST, byHand);
    expect(codes((await ws.run()).problems)).toEqual(['khac-du-lieu']);
    ws.write(FILES.unit, `${UNIT}# ghi chú\n`);
    const run = await ws.run();
    expect(run.reports).toMatchObject([{ outcome: 'as-issued' }]);
    expect(codes(run.problems)).toEqual(['khac-du-lieu']);
    expect(codes((await ws.run()).problems)).toEqual(['khac-du-lieu']);
    expect(read(FIRST).equals(byHand)).toBe(true);
    expect(codes((await ws.runAs('all')).problems)).toEqual(['ban-sua-tay']);
    expect(read(FIRST).equals(issued)).toBe(true);
    const kept = readdirSync(path.join(ws.root, 'out/2022-6T')).filter((name) => name.includes('sửa tay'));
    expect(kept.map((name) => read(`out/2022-6T/${name}`).equals(byHand))).toEqual([true]);
  });

  test('a correction that was changed by hand is kept beside, as any output', async () => {
    await freeze();
    ws.edit(FILES.report, 'nhiem_vu: 41', 'nhiem_vu: 42');
    await ws.run();
    ws.write(correction(1), 'sửa tay');
    expect(codes((await freeze()).problems)).toEqual(['phat-hanh-ban-sua-tay']);
    ws.edit(FILES.report, 'nhiem_vu: 42', 'nhiem_vu: 43');
    expect(codes((await ws.run()).problems)).toEqual(['ban-sua-tay']);
  });

  test('a history that was taken away or broken', async () => {
    await freeze();
    ws.edit(FILES.report, 'nhiem_vu: 41', 'nhiem_vu: 42');
    ws.write(`${ISSUE_1}/thong-tin.json`, '{');
    const broken = await ws.run();
    expect(broken.reports).toMatchObject([{ outcome: 'failed' }]);
    expect(codes(broken.problems)).toEqual(['lich-su-hong']);
    rmSync(path.join(ws.root, 'out/lich-su'), { recursive: true });
    expect(await outcomes()).toEqual([[FIRST, 'changed']]);
    cpSync(path.join(ws.root, FIRST), path.join(ws.root, 'out/lich-su/2022-6T/so-mau/07/x'));
    expect((await ws.runAs('plan')).reports).toMatchObject([{ reason: { kind: 'history' } }]);
  });

  test('only the report that was corrected is written', async () => {
    ws.write('data/don-vi/so-hai.yaml', UNIT.replaceAll('Sở Mẫu', 'Sở Hai'));
    ws.write('data/bao-cao/so-hai/2022-6T.yaml', REPORT);
    await gen('phat-hanh', '*', '2022-6T');
    ws.edit(FILES.report, 'nhiem_vu: 41', 'nhiem_vu: 42');
    expect(await outcomes()).toEqual([
      ['out/2022-6T/so-hai.docx', 'fresh'],
      [correction(1), 'new'],
    ]);
  });
});
