import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemJson, problemText } from '../src/cli/print.ts';
import { main } from '../src/cli/program.ts';
import { problem } from '../src/model/problem-codes.ts';
import { AROUND, FILES, REPORT, TestWorkspace } from './support/workspace.ts';

/** What people and programs are shown of what was found. */

const SECOND = 'data/bao-cao/so-mau/2022-Q1.yaml';

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
  ws.edit(FILES.report, 'hoan_thanh: 26', 'hoan_thanh: 26\n  ty_le: 8.75\n  von: 10.5');
});
afterEach(() => ws.remove());

const check = (...argv: string[]) => ws.gen('check', ...argv);
const open = (text: string): string[] => text.split('\n').filter((line) => /^(?:LỖI|CẢNH BÁO|GỢI Ý|═══)/.test(line));
const codeOf = (err: string) => open(err).map((line) => line.replace(/^(.*?) data\/\S*?([^/]+\.yaml)/, '$1 $2'));

/** The line of `giai_trinh` that the program prints for an indicator, with a reason put in. */
async function answered(indicator: string): Promise<string> {
  const { out } = await check('--giai-trinh');
  const line = out.split('\n').find((one) => one.includes(`chi_tieu: ${indicator}`)) ?? '';
  return line.replace('""', '"Đã kiểm tra, đúng"');
}

test('findings stand under their report, in the order of its file', async () => {
  ws.write(SECOND, REPORT.replace('so: 5', 'soo: 5').replace('15/6/2022', '31/6/2022'));
  const { err, code } = await check();
  expect(codeOf(err)).toEqual([
    '═══ so-mau 2022-6T: 0 lỗi, 2 cảnh báo',
    'CẢNH BÁO 2022-6T.yaml:11:10 [so-nhap-nhang]',
    'CẢNH BÁO 2022-6T.yaml:12:8 [so-nhap-nhang]',
    '═══ so-mau 2022-Q1: 2 lỗi, 0 cảnh báo',
    'LỖI 2022-Q1.yaml:1:1 [khoa-la]',
    'LỖI 2022-Q1.yaml:2:7 [ngay-khong-co]',
  ]);
  expect(err).toContain('2 báo cáo: 1 kiểm tra xong, 1 chưa lập được; 2 lỗi, 2 cảnh báo');
  expect(code).toBe(1);
});

test('what is wrong with a file that reports share is told once', async () => {
  ws.write(SECOND, REPORT);
  ws.edit(FILES.unit, 'loai: so', 'loai: soo');
  const { err } = await check();
  expect(open(err)[0]).toBe('═══ Chung cho nhiều báo cáo: 1 lỗi, 0 cảnh báo');
  expect(err.match(/\[gia-tri-la\]/g)).toHaveLength(1);
});

test('a remedy that is the same for several findings is given with the first', async () => {
  ws.edit(FILES.report, 'von: 10.5', 'von: 8.75');
  const { err } = await check();
  expect(err.match(/→ Nếu đúng, gõ 8,75/g)).toHaveLength(1);
});

test('both places are shown with their lines where two disagree', async () => {
  const line = await answered('ty_le');
  ws.edit(FILES.report, 'so_lieu:', `giai_trinh:\n${line}\nso_lieu:`).edit(FILES.report, 'ty_le: 8.75', 'ty_le: 8.76');
  const { err } = await check();
  const shown = err.slice(err.indexOf('[giai-trinh-cu]'));
  expect(shown).toContain(`  xem thêm: ${FILES.report}:13:10\n  13 |   ty_le: 8.76\n     |          ^`);
});

test('a place that is shown already is not shown again', () => {
  const at = (id: string) => ({ kind: 'data', file: FILES.report, path: ['so_lieu', id] }) as const;
  const params = { value: '8.75', read: '8,75', label: 'Tỷ lệ' };
  // Rows that were left out all stand where the values begin.
  const found = problem('so-nhap-nhang', params, at('phan_a'), [at('phan_b'), at('nhiem_vu'), at('nhiem_vu')]);
  const read = (file: string) => ws.read(file).toString('utf8');
  const shown = problemText(found, read, 'vi', (_, text) => text);
  expect(shown.match(/xem thêm: .*/g)).toEqual([`xem thêm: ${FILES.report}:9:13`]);
  expect(problemJson(found, read, 'vi').related).toMatchObject([{ address: `${FILES.report}:9:13`, line: 9 }]);
});

test('what was answered for stands apart, with the reason, and is counted apart', async () => {
  ws.edit(FILES.report, 'so_lieu:', `giai_trinh:\n${await answered('ty_le')}\nso_lieu:`);
  const { err } = await check();
  expect(err).toContain('0 lỗi, 1 cảnh báo, 1 đã giải trình');
  const [before = '', after = ''] = err.split('Đã giải trình:\n');
  expect(before).not.toContain('Tỷ lệ');
  expect(after).toMatch(/^ {2}\S+:13:10 \[so-nhap-nhang\] .*\(lý do: Đã kiểm tra, đúng\)/);
});

test('--giai-trinh prints lines that answer for all when a reason is put in', async () => {
  const lines = [await answered('ty_le'), await answered('von')];
  ws.edit(FILES.report, 'so_lieu:', `giai_trinh:\n${lines.join('\n')}\nso_lieu:`);
  const { err, code } = await check('--strict');
  expect(err).toContain('0 lỗi, 0 cảnh báo, 2 đã giải trình');
  expect(code).toBe(0);
});

test('colours only where the terminal shows them', async () => {
  const ESC = '\u001b[';
  expect((await check()).err).not.toContain(ESC);
  const err: string[] = [];
  const around = { ...AROUND, folder: ws.root, print: () => {}, complain: (text: string) => void err.push(text) };
  await main(['check'], { ...around, stopped: () => false, coloured: true });
  expect(err.join('\n')).toContain(`${ESC}1;33mCẢNH BÁO${ESC}0m`);
});

test('--json says all that the text says', async () => {
  ws.edit(FILES.report, 'so_lieu:', `giai_trinh:\n${await answered('ty_le')}\nso_lieu:`);
  const report = { don_vi: 'so-mau', ky: '2022-6T' };
  expect(JSON.parse((await check('--json')).out)).toMatchObject({
    van_de: [
      { line: 13, justified: 'Đã kiểm tra, đúng', bao_cao: [report] },
      {
        code: 'so-nhap-nhang',
        severity: 'canh_bao',
        line: 14,
        about: { indicator: 'von' },
        bao_cao: [report],
        giai_trinh: expect.stringMatching(/^\{ ma: so-nhap-nhang, chi_tieu: von, can_cu: [a-z]{6}, ly_do: "" \}$/),
      },
    ],
    tong: { loi: 0, canh_bao: 1, goi_y: 0, da_giai_trinh: 1 },
  });
});

test('--sarif keeps to the OASIS schema, with regions, related places and suppressions', async () => {
  const line = await answered('ty_le');
  ws.edit(FILES.report, 'so_lieu:', `giai_trinh:\n${line}\n${line}\nso_lieu:`);
  ws.edit(FILES.report, 'von: 10.5', 'von: 10.5\n  soo: 1');
  ws.editTemplate('word/document.xml', (xml) => xml.replace('{trich_yeu}', '{trich_yeuu}'));
  const log = JSON.parse((await check('--sarif')).out);
  const schema = JSON.parse(readFileSync(path.join(import.meta.dirname, 'support/sarif-2.1.0.json'), 'utf8'));
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
  expect(validate(log) ? [] : validate.errors).toEqual([]);
  const [run] = log.runs;
  expect(run.results.map((one: { ruleId: string }) => one.ruleId).sort()).toEqual(
    ['chi-tieu-la', 'so-nhap-nhang', 'so-nhap-nhang', 'the-la'].sort(),
  );
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  expect(run.originalUriBaseIds.THU_MUC.uri).toMatch(/^file:\/\/\/.*b%C3%A1o%20c%C3%A1o.*\/$/);
});

test('SARIF marks what was answered for, where and why', async () => {
  ws.edit(FILES.report, 'so_lieu:', `giai_trinh:\n${await answered('ty_le')}\nso_lieu:`);
  const { results } = JSON.parse((await check('--sarif')).out).runs[0];
  expect(results).toMatchObject([
    {
      ruleId: 'so-nhap-nhang',
      level: 'warning',
      locations: [
        { physicalLocation: { artifactLocation: { uri: FILES.report }, region: { startLine: 13, startColumn: 10 } } },
      ],
      suppressions: [{ kind: 'inSource', justification: 'Đã kiểm tra, đúng' }],
    },
    { ruleId: 'so-nhap-nhang', suppressions: [] },
  ]);
});

test('a code is explained on request; a mistyped one gets a suggestion', async () => {
  expect((await ws.gen('giai-thich', '[so-nhap-nhang]')).out).toContain('## Vì sao');
  const { code, err } = await ws.gen('giai-thich', 'so-nhap-nhan');
  expect(code).toBe(2);
  expect(err).toContain('Ý bạn là so-nhap-nhang?');
});
