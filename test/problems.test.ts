import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { showPlace } from '../src/cli/place.ts';
import { decodeText } from '../src/load/yaml.ts';
import type { Problem } from '../src/model/problem.ts';
import { pack, readZip, writeZip } from '../src/ooxml/zip.ts';
import { CATALOGUE, FILES, REPORT, TestWorkspace } from './support/workspace.ts';

/**
 * What goes wrong gets its problem at its place: each case breaks one thing in a workspace where all is right, and names
 * every finding; a missing one fails, and so does an extra one.
 */

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
});
afterEach(() => ws.remove());

function shown(problem: Problem): string {
  const read = (file: string): string | undefined => decodeText(readFileSync(path.join(ws.root, file)), file).value;
  return `${problem.code} ${showPlace(problem.at, read, 'vi').address}`;
}

const found = async (...choices: string[]): Promise<string[]> => (await ws.run(...choices)).problems.map(shown);

test('the workspace itself is clean, and its report is made', async () => {
  expect(await found()).toEqual([]);
  expect(ws.output().bookmark('_khe_mo_dau')?.[0]?.text).toBe('Đã giao 41 nhiệm vụ.');
});

interface Case {
  readonly what: string;
  readonly change: () => unknown;
  readonly expected: readonly string[];
}

const R = FILES.report;
const T = FILES.template;

const YAML_CASES: readonly Case[] = [
  {
    what: 'YAML that does not parse',
    change: () => ws.edit(R, 'so: 5', 'so: [5'),
    expected: [`yaml-sai ${R}:2:1`],
  },
  {
    what: 'tab indentation',
    change: () => ws.edit(R, '  hoan_thanh', '\thoan_thanh'),
    expected: [`yaml-tab ${R}:10:1`],
  },
  {
    what: 'a tab breaks what comes after it; the tab alone is told of',
    change: () =>
      ws.write(R, 'ngay: 15/6/2022\nnoi_dung:\n\tmo_dau: |\n    Một.\n\n  the_che: |\n    Hai.\n\n  x: |\n    Ba.\n'),
    expected: [`yaml-tab ${R}:3:1`],
  },
  {
    what: 'one slip that breaks several lines is told of once',
    change: () => ws.edit(R, 'so: 5\n', 'so: 5\n x: 1\n y: 2\n'),
    expected: [`yaml-sai ${R}:1:5`],
  },
  {
    what: 'an empty file',
    change: () => ws.write(R, '# chưa có gì\n'),
    expected: [`sai-dang ${R}:1:1`],
  },
  {
    what: 'a value of an odd shape is told of once, and its sentence is not said to lack it',
    change: () => ws.edit(R, 'nhiem_vu: 41', 'nhiem_vu: [41, 42]'),
    expected: [`sai-dang ${R}:9:13`],
  },
  {
    what: 'a value with a mistyped key is told of once',
    change: () => ws.edit(R, 'nhiem_vu: 41', 'nhiem_vu: { gia_trii: 41 }'),
    expected: [`khoa-la ${R}:9:15`],
  },
  {
    what: 'a number of the document with its sign',
    change: () => ws.edit(R, 'so: 5', 'so: 5/BC-SM'),
    expected: [`so-van-ban-sai ${R}:1:5`],
  },
  {
    what: 'a date of a year before the period',
    change: () => ws.edit(R, 'ngay: 15/6/2022', 'ngay: 15/6/2021'),
    expected: [`ngay-ngoai-ky ${R}:2:7`],
  },
  {
    what: 'a date of the year after the period, the day left open',
    change: () => ws.edit(R, 'ngay: 15/6/2022', 'ngay: __/6/2023'),
    expected: [`con-de-dien ${R}:2:7`, `ngay-ngoai-ky ${R}:2:7`],
  },
  {
    what: 'a date with its month left open fits the period',
    change: () => ws.edit(R, 'ngay: 15/6/2022', 'ngay: __/__/2022'),
    expected: [`con-de-dien ${R}:2:7`],
  },
  {
    what: 'a duplicated key',
    change: () => ws.edit(R, '  hoan_thanh: 26', '  nhiem_vu: 42'),
    expected: [`khoa-trung ${R}:10:3`],
  },
  {
    what: 'a key named __proto__',
    change: () => ws.edit(R, 'so: 5', '__proto__: { x: 1 }'),
    expected: [`khoa-cam ${R}:1:1`],
  },
  {
    what: 'an alias bomb',
    change: () =>
      ws.write(
        R,
        `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
          .split('')
          .map((k, i) => `${k}: &${k} [${`*${'abcdefg'[i]},`.repeat(9)}]`)
          .join('\n')}\n`,
      ),
    expected: [`yaml-qua-phuc-tap ${R}`],
  },
  {
    what: 'deep nesting',
    change: () => ws.write(R, `a: ${'['.repeat(60)}${']'.repeat(60)}\n`),
    expected: [`yaml-qua-phuc-tap ${R}`],
  },
  {
    what: 'a file that is not UTF-8',
    change: () => ws.write(R, Buffer.from([0x73, 0x6f, 0x3a, 0x20, 0xff, 0xfe])),
    expected: [`khong-phai-utf8 ${R}`],
  },
  {
    what: 'a control character',
    change: () => ws.edit(R, 'Nội dung', 'Nội\u0007dung'),
    expected: [`ky-tu-cam ${R}:7:8`],
  },
  {
    what: 'a file that is too large',
    change: () => ws.write(R, '#'.repeat(5_000_001)),
    expected: [`tep-qua-lon ${R}`],
  },
  {
    what: 'a template of a size that no template has',
    change: () => truncateSync(path.join(ws.root, T), 5_000_000_000),
    expected: [`tep-qua-lon ${T}`],
  },
  {
    what: 'a pipe, which would never end',
    change: () => {
      rmSync(path.join(ws.root, R));
      execFileSync('mkfifo', [path.join(ws.root, R)]);
    },
    expected: [`khong-doc-duoc ${R}`],
  },
  {
    what: 'a folder that is named like a file',
    change: () => {
      rmSync(path.join(ws.root, R));
      mkdirSync(path.join(ws.root, R));
    },
    expected: [`khong-doc-duoc ${R}`],
  },
  { what: 'an empty file', change: () => ws.write(R, ''), expected: [`sai-dang ${R}:1:1`] },
];

const DATA_CASES: readonly Case[] = [
  { what: 'an unknown key', change: () => ws.edit(R, 'so: 5', 'soo: 5'), expected: [`khoa-la ${R}:1:1`] },
  {
    what: 'an unknown key of a unit',
    change: () => ws.edit(FILES.unit, 'ky_hieu: SM', 'ky_hieu: SM\nkyhieu: SM'),
    expected: [`khoa-la ${FILES.unit}:7:1`],
  },
  {
    what: 'a missing field of a unit',
    change: () => ws.edit(FILES.unit, 'ky_hieu: SM\n', ''),
    expected: [`thieu-truong ${FILES.unit}:1:1`],
  },
  {
    what: 'a missing place name that the template prints',
    change: () => ws.edit(FILES.unit, 'dia_danh: Mẫu\n', ''),
    expected: [`thieu-truong ${FILES.unit}:1:1`],
  },
  {
    what: 'a missing signatory',
    change: () => ws.edit(FILES.unit, 'nguoi_ky: { chuc_vu: GIÁM ĐỐC, ho_ten: Nguyễn Văn A }\n', ''),
    expected: [`thieu-truong ${FILES.unit}:1:1`],
  },
  { what: 'a missing date', change: () => ws.edit(R, 'ngay: 15/6/2022\n', ''), expected: [`thieu-truong ${R}:1:1`] },
  {
    what: 'an impossible date',
    change: () => ws.edit(R, '15/6/2022', '31/6/2022'),
    expected: [`ngay-khong-co ${R}:2:7`],
  },
  { what: 'no date at all', change: () => ws.edit(R, '15/6/2022', 'hôm nay'), expected: [`ngay-sai ${R}:2:7`] },
  {
    what: 'an unknown agency type',
    change: () => ws.edit(FILES.unit, 'loai: so', 'loai: soo'),
    expected: [`gia-tri-la ${FILES.unit}:5:7`],
  },
  {
    what: 'an unknown template',
    change: () => ws.edit(FILES.unit, 'mau: mau', 'mau: mauu'),
    expected: [`mau-la ${FILES.unit}:8:6`],
  },
  {
    what: 'an unknown catalogue',
    change: () => ws.edit(FILES.unit, 'danh_muc: mau-2022', 'danh_muc: mau-2023'),
    expected: [`danh-muc-la ${FILES.unit}:9:11`],
  },
  {
    what: 'a template name that leaves the workspace',
    change: () => ws.edit(FILES.unit, 'mau: mau', 'mau: ../../mau'),
    expected: [`ten-tep-sai ${FILES.unit}:8:6`],
  },
  {
    what: 'a name that Windows reserves',
    change: () => ws.edit(FILES.unit, 'danh_muc: mau-2022', 'danh_muc: con'),
    expected: [`ten-tep-sai ${FILES.unit}:9:11`],
  },
  {
    what: 'an unknown indicator',
    change: () => ws.edit(R, 'hoan_thanh: 26', 'hoan_thnah: 26'),
    expected: [`chi-tieu-la ${R}:10:3`],
  },
  {
    what: 'a value of the wrong kind',
    change: () => ws.edit(R, 'hoan_thanh: 26', 'hoan_thanh: hai sáu'),
    expected: [`sai-kieu-so-lieu ${R}:10:15`],
  },
  {
    what: 'a thousands point read as a decimal',
    change: () => ws.edit(R, 'hoan_thanh: 26', 'hoan_thanh: 2.48'),
    expected: [`dau-cham-thap-phan ${R}:10:15`],
  },
  {
    what: 'an ambiguous percent',
    change: () => ws.edit(R, 'hoan_thanh: 26', 'ty_le: 8.75'),
    expected: [`so-nhap-nhang ${R}:10:10`],
  },
  {
    what: 'an unknown code',
    change: () => ws.edit(R, 'hoan_thanh: 26', 'hinh_thuc: { gia_tri: 7, ghi_chu: x }'),
    expected: [`ma-la ${R}:10:25`],
  },
  {
    what: 'neither yes nor no',
    change: () => ws.edit(R, 'hoan_thanh: 26', 'doi_thoai: chưa rõ'),
    expected: [`sai-kieu-so-lieu ${R}:10:14`],
  },
  {
    what: 'a list where a text belongs',
    change: () => ws.edit(R, 'hoan_thanh: 26', 'hoan_thanh: [26]'),
    expected: [`sai-dang ${R}:10:15`],
  },
  {
    what: 'a doubled indicator in the catalogue',
    change: () => ws.edit(FILES.catalogue, 'id: hoan_thanh', 'id: nhiem_vu'),
    expected: [`chi-tieu-trung ${FILES.catalogue}:8:11`],
  },
  {
    what: 'an indicator named like a group of the narrative',
    change: () => ws.edit(FILES.catalogue, 'id: mo_ta', 'id: ky_truoc'),
    expected: [`ma-chi-tieu-sai ${FILES.catalogue}:16:11`],
  },
  {
    what: 'a code set without codes',
    change: () => ws.edit(FILES.catalogue, ', ma: { 0: Trực tuyến, 1: Phiếu }', ''),
    expected: [`thieu-bang-ma ${FILES.catalogue}:13:5`],
  },
  {
    what: 'a period without a catalogue',
    change: () => ws.edit(FILES.unit, 'danh_muc: mau-2022', 'danh_muc: { 2023-Q1: mau-2022 }'),
    expected: [`khong-co-danh-muc-cho-ky ${FILES.unit}:9:11`],
  },
];

const NARRATIVE_CASES: readonly Case[] = [
  {
    what: 'an unknown slot, and the one that it leaves empty',
    change: () => ws.edit(R, 'the_che: |', 'the_chee: |'),
    expected: [`khe-la ${R}:6:3`, `thieu-khe ${R}:4:3`],
  },
  {
    what: 'an empty slot',
    change: () => ws.edit(R, '    Nội dung thể chế.\n', '\n'),
    expected: [`khe-trong ${R}:6:12`],
  },
  {
    what: 'Handlebars that does not parse',
    change: () => ws.edit(R, '{{so nhiem_vu}}', '{{so nhiem_vu}'),
    expected: [`handlebars-sai ${R}:5:5`],
  },
  {
    what: 'a block that is not closed',
    change: () => ws.edit(R, '{{so nhiem_vu}}', '{{#if nhiem_vu}}x'),
    expected: [`handlebars-sai ${R}:5:13`],
  },
  {
    what: 'an unknown helper',
    change: () => ws.edit(R, '{{so nhiem_vu}}', '{{soo nhiem_vu}}'),
    expected: [`ham-la ${R}:5:13`],
  },
  {
    what: 'a helper with too many values',
    change: () => ws.edit(R, '{{so nhiem_vu}}', '{{so nhiem_vu hoan_thanh}}'),
    expected: [`ham-dung-sai ${R}:5:13`],
  },
  {
    what: 'an unknown value',
    change: () => ws.edit(R, '{{so nhiem_vu}}', '{{so nhiem_vuu}}'),
    expected: [`gia-tri-khong-co ${R}:5:18`],
  },
  {
    what: 'a value that the report does not give',
    change: () => ws.edit(R, '{{so nhiem_vu}}', '{{so phan_a}}'),
    expected: [`thieu-so-lieu ${R}:5:13`],
  },
  {
    what: 'an earlier period that is not there',
    change: () => ws.edit(R, '{{so nhiem_vu}}', '{{so cung_ky.nhiem_vu}}'),
    expected: [`thieu-so-lieu ${R}:5:13`],
  },
  {
    what: 'what JavaScript would have',
    change: () => ws.edit(R, '{{so nhiem_vu}}', '{{constructor}}'),
    expected: [`gia-tri-khong-co ${R}:5:15`],
  },
  {
    what: 'an unknown partial',
    change: () => ws.edit(R, '{{so nhiem_vu}}', '{{> mo_dau}}'),
    expected: [`cau-mau-la ${R}:5:13`],
  },
  {
    what: 'a partial that calls itself',
    change: () => ws.edit(R, '{{so nhiem_vu}}', '{{> lap}}').write('templates/cau-mau/lap.hbs', '{{> lap}}'),
    expected: [`cau-mau-qua-sau ${R}:5:13`],
  },
  {
    what: 'loops in loops that print nothing',
    change: () => {
      ws.edit(FILES.unit, 'noi_nhan: [Sở Nội vụ, "Lưu: VT"]', `noi_nhan: [${'Sở Nội vụ, '.repeat(99)}"Lưu: VT"]`);
      const [open, close] = ['{{#each bao_cao.noi_nhan}}', '{{/each}}'];
      return ws.edit(R, 'Đã giao {{so nhiem_vu}} nhiệm vụ.', `Một. ${open.repeat(9)}${close.repeat(9)}`);
    },
    expected: [`qua-dai ${R}:5:218`],
  },
  {
    what: 'what JavaScript gives every object is not there',
    change: () =>
      ws.edit(R, '{{so nhiem_vu}}', '{{constructor}} {{don_vi.__proto__}} {{toString}} {{bao_cao.noi_nhan.length}}'),
    expected: [15, 31, 52, 65].map((column) => `gia-tri-khong-co ${R}:5:${column}`),
  },
  {
    what: 'a decorator',
    change: () => ws.edit(R, '{{so nhiem_vu}}', '{{* x}}'),
    expected: [`handlebars-khong-dung ${R}:5:13`],
  },
  {
    what: 'a footnote mark without its text',
    change: () => ws.edit(R, 'nhiệm vụ.', 'nhiệm vụ[^1].'),
    expected: [`chu-thich-thieu-noi-dung ${R}:5:37`],
  },
  {
    what: 'a footnote text without its mark',
    change: () => ws.edit(R, 'nhiệm vụ.\n', 'nhiệm vụ.\n\n    [^2]: Theo kế hoạch.\n'),
    expected: [`chu-thich-khong-dau ${R}:7:5`],
  },
  {
    what: 'two texts for one footnote',
    change: () => ws.edit(R, 'nhiệm vụ.\n', 'nhiệm vụ[^1].\n\n    [^1]: Một.\n\n    [^1]: Hai.\n'),
    expected: [`chu-thich-trung ${R}:9:5`],
  },
  {
    what: 'a footnote in a label without its text',
    change: () => ws.edit(FILES.catalogue, '  1: Văn bản quy phạm pháp luật.\n', '  2: Khác.\n'),
    expected: [`chu-thich-thieu-noi-dung ${FILES.catalogue}:15:47`],
  },
];

const MORE_CASES: readonly Case[] = [
  {
    what: 'a brace too few',
    change: () => ws.edit(R, '{{so nhiem_vu}}', '{so nhiem_vu}}'),
    expected: [`handlebars-sai ${R}:5:25`],
  },
  {
    what: 'a thousands point inside Handlebars',
    change: () => ws.edit(R, '{{so nhiem_vu}}', '{{so 2.481}}'),
    expected: [`ham-dung-sai ${R}:5:18`],
  },
  {
    what: 'a slot that comes out empty',
    change: () => ws.edit(R, 'Nội dung thể chế.', '{{#if phan_a}}có{{/if}}'),
    expected: [`khe-trong ${R}:6:12`],
  },
  {
    what: 'partials that multiply',
    change: () => {
      for (let i = 0; i < 9; i += 1) ws.write(`templates/cau-mau/x${i}.hbs`, `{{> x${i + 1}}}`.repeat(10));
      ws.write('templates/cau-mau/x9.hbs', 'y').edit(R, '{{so nhiem_vu}}', '{{> x0}}');
    },
    expected: [`cau-mau-qua-sau ${R}:5:13`],
  },
  {
    what: 'a table row with a cell too many',
    change: () => ws.edit(R, 'Nội dung thể chế.', '| a | b |\n    |---|---|\n    | 1 | 2 | 3 |'),
    expected: [`bang-sai-cot ${R}:9:5`],
  },
  {
    what: 'a number with a comma in braces, unquoted',
    change: () => ws.edit(R, 'hoan_thanh: 26', 'ty_le: { gia_tri: 95,9 }'),
    expected: [`thieu-dau-nhay ${R}:10:24`],
  },
  {
    what: 'a colon in a list item, unquoted',
    change: () => ws.edit(FILES.unit, '[Sở Nội vụ, "Lưu: VT"]', '\n  - Lưu: VT, NV'),
    expected: [`thieu-dau-nhay ${FILES.unit}:12:5`, `thieu-truong ${FILES.unit}:1:1`],
  },
  {
    what: 'an alias that is none',
    change: () => ws.edit(R, 'hoan_thanh: 26', 'mo_ta: *abc'),
    expected: [`thieu-dau-nhay ${R}:10:10`],
  },
  {
    what: 'an empty item and an empty field',
    change: () => ws.edit(FILES.unit, '[SỞ MẪU]', '[""]').edit(FILES.unit, 'ten: Sở Mẫu', 'ten: ""'),
    expected: [`muc-trong ${FILES.unit}:4:11`, `muc-trong ${FILES.unit}:4:10`, `thieu-truong ${FILES.unit}:1:6`],
  },
  {
    what: 'two files for one report',
    change: () => ws.write('data/bao-cao/so-mau/2022-6T.yml', REPORT),
    expected: ['tep-trung data/bao-cao/so-mau/2022-6T.yml'],
  },
  {
    what: 'the ending that Notepad adds',
    change: () => ws.write('data/bao-cao/so-mau/2022-N.yaml.txt', REPORT),
    expected: ['tep-sai-duoi data/bao-cao/so-mau/2022-N.yaml.txt'],
  },
  {
    what: 'a report outside its folder',
    change: () => ws.write('data/bao-cao/2022-N.yaml', REPORT),
    expected: ['tep-sai-cho data/bao-cao/2022-N.yaml'],
  },
  {
    what: 'a folder that is a file',
    change: () => ws.write('templates/cau-mau', 'x'),
    expected: ['khong-doc-duoc templates/cau-mau'],
  },
  {
    what: 'a faulty value, without what would follow from it',
    change: () => ws.edit(R, 'nhiem_vu: 41', 'nhiem_vu: 8,75'),
    expected: [`sai-kieu-so-lieu ${R}:9:13`],
  },
  {
    what: 'a bad date, and what else is wrong',
    change: () => ws.edit(R, '15/6/2022', '31/6/2022').edit(R, 'hoan_thanh: 26', 'hoan_thanh: x'),
    expected: [`ngay-khong-co ${R}:2:7`, `sai-kieu-so-lieu ${R}:10:15`],
  },
];

const DOCUMENT = 'word/document.xml';

const TEMPLATE_CASES: readonly Case[] = [
  {
    what: 'a template that is no zip',
    change: () => ws.write(T, 'Đây không phải tệp Word'),
    expected: [`mau-khong-phai-docx ${T}`],
  },
  {
    what: 'a template without its styles',
    change: () => ws.editTemplate('word/styles.xml', undefined),
    expected: [`mau-thieu-phan ${T}`],
  },
  {
    what: 'a damaged part',
    change: () => ws.editTemplate(DOCUMENT, (xml) => xml.replace('</w:body>', '')),
    expected: [`mau-xml-hong ${T}`],
  },
  {
    what: 'a document type',
    change: () =>
      ws.editTemplate(DOCUMENT, (xml) => xml.replace('<w:document', '<!DOCTYPE x [<!ENTITY a "b">]><w:document')),
    expected: [`mau-xml-hong ${T}`],
  },
  {
    what: 'a tag that is not closed',
    change: () => ws.editTemplate(DOCUMENT, (xml) => xml.replace('{trich_yeu}', '{trich_yeu')),
    expected: [`the-khong-dong ${T}: thân văn bản, đoạn "{trich_yeu"`],
  },
  {
    what: 'a loop that is not closed',
    change: () => ws.editTemplate(DOCUMENT, (xml) => xml.replace('{/noi_nhan}', '')),
    expected: [`the-khong-dong ${T}: thân văn bản, dưới mục "Phần thêm", bảng 2, dòng 1, cột 1, đoạn "{#noi_nhan}"`],
  },
  {
    what: 'a stray ampersand',
    change: () => ws.editTemplate(DOCUMENT, (xml) => xml.replace('BÁO CÁO', 'BÁO & CÁO')),
    expected: [`mau-xml-hong ${T}`],
  },
  {
    what: 'a part that is named and not there',
    change: () => ws.editTemplate('word/numbering.xml', undefined),
    expected: [`mau-thieu-phan ${T}`],
  },
  {
    what: 'an empty part',
    change: () => ws.editTemplate('[Content_Types].xml', () => ''),
    expected: [`mau-xml-hong ${T}`],
  },
  {
    what: 'a line whose text names nothing',
    change: () => ws.editTemplate(DOCUMENT, (xml) => xml.replace('vach 40% co_quan', 'vach 40% co_quann')),
    expected: [`duong-ke-sai ${T}: thân văn bản`],
  },
  {
    what: 'a list printed as a text',
    change: () => ws.editTemplate(DOCUMENT, (xml) => xml.replace('{trich_yeu}', '{trich_yeu}{noi_nhan}')),
    expected: [`the-sai-cho ${T}: thân văn bản, đoạn "{trich_yeu}{noi_nhan}"`],
  },
  {
    what: 'an unclosed tag and an unknown one',
    change: () =>
      ws.editTemplate(DOCUMENT, (xml) => xml.replace('{trich_yeu}', '{trich_yeu').replace('{chuc_vu}', '{chuc_vuu}')),
    expected: [
      `the-khong-dong ${T}: thân văn bản, đoạn "{trich_yeu"`,
      `the-la ${T}: thân văn bản, dưới mục "Phần thêm", bảng 2, dòng 1, cột 2, đoạn "{chuc_vuu}"`,
    ],
  },
  {
    what: 'an unknown tag',
    change: () => ws.editTemplate(DOCUMENT, (xml) => xml.replace('{trich_yeu}', '{trich_yeuu}')),
    expected: [`the-la ${T}: thân văn bản, đoạn "{trich_yeuu}"`],
  },
  {
    what: 'an unknown tag in a row',
    change: () => ws.editTemplate(DOCUMENT, (xml) => xml.replace('{muc.so_lieu}', '{muc.solieu}')),
    expected: [`the-la ${T}: thân văn bản, dưới mục "Phần thêm", bảng 3, dòng 4, cột 4, đoạn "{muc.solieu}"`],
  },
  {
    what: 'a row tag outside its row',
    change: () => ws.editTemplate(DOCUMENT, (xml) => xml.replace('{trich_yeu}', '{trich_yeu} {muc.ten}')),
    expected: [`the-sai-cho ${T}: thân văn bản, đoạn "{trich_yeu} {muc.ten}"`],
  },
  {
    what: 'a slot that is not alone in its paragraph',
    change: () => ws.editTemplate(DOCUMENT, (xml) => xml.replace('{@the_che}', 'Xem {@the_che}')),
    expected: [`khe-khong-rieng ${T}: thân văn bản, dưới mục "Cải cách thể chế", đoạn "Xem {@the_che}"`],
  },
  {
    what: 'a doubled slot',
    change: () => ws.editTemplate(DOCUMENT, (xml) => xml.replace('{@the_che}', '{@mo_dau}')),
    expected: [`khe-trung ${T}: thân văn bản, dưới mục "Cải cách thể chế", đoạn "{@mo_dau}"`, `khe-la ${R}:6:3`],
  },
  {
    what: 'a table without rows for indicators',
    change: () => ws.editTemplate(DOCUMENT, (xml) => xml.replaceAll('{muc.', '{nhom.')),
    expected: [`thieu-dong-mau ${T}: thân văn bản, dưới mục "Phần thêm", bảng 3, dòng 3, cột 1, đoạn "{nhom.stt}"`],
  },
  {
    what: 'a style that the report needs and the template lacks',
    change: () =>
      ws.editTemplate('word/styles.xml', (xml) => xml.replace('w:name w:val="Nội dung"', 'w:name w:val="Khác"')),
    expected: [`mau-thieu-kieu ${T}`],
  },
];

describe.each([
  ['YAML', YAML_CASES],
  ['data', DATA_CASES],
  ['narrative', NARRATIVE_CASES],
  ['what was found by trying', MORE_CASES],
  ['templates', TEMPLATE_CASES],
] as const)('%s', (_, cases) => {
  test.each([...cases])('$what', async ({ change, expected }) => {
    change();
    expect((await found()).sort()).toEqual([...expected].sort());
  });
});

test('everything that is wrong is told in one run', async () => {
  ws.edit(R, 'so: 5', 'soo: 5').edit(R, '15/6/2022', '31/6/2022').edit(R, 'hoan_thanh: 26', 'hoan_thnah: 26');
  ws.edit(R, '31/6/2022', '30/6/2022')
    .edit(R, '{{so nhiem_vu}}', '{{soo nhiem_vu}} {{so xyz}}')
    .edit(R, 'the_che: |', 'thee_che: |');
  expect((await found()).map((line) => line.split(' ')[0])).toEqual([
    'khoa-la',
    'chi-tieu-la',
    'khe-la',
    'thieu-khe',
    'ham-la',
    'gia-tri-khong-co',
  ]);
});

test('near names are offered', async () => {
  ws.edit(R, 'hoan_thanh: 26', 'hoan_thnah: 26');
  expect((await ws.run()).problems[0]?.hint?.vi).toContain('"hoan_thanh"');
});

test('an error in one report does not stop the others, and nothing is written for it', async () => {
  ws.write('data/bao-cao/so-mau/2022-N.yaml', REPORT.replace('nhiem_vu: 41', 'nhiem_vu: x'));
  const { reports } = await ws.run();
  expect(reports.map(({ period, outcome }) => `${period} ${outcome}`)).toEqual(['2022-6T new', '2022-N failed']);
  expect(() => ws.output('out/2022-N/so-mau.docx')).toThrow();
});

describe('files and folders', () => {
  test('an unknown period, with the near one', async () => {
    ws.write('data/bao-cao/so-mau/2022-6t.yaml', REPORT);
    const [problem] = (await ws.run()).problems;
    expect(problem?.code).toBe('ky-la');
    expect(problem?.hint?.vi).toContain('2022-6T');
  });

  test('a report of an unknown unit', async () => {
    ws.write('data/bao-cao/so-mauu/2022-6T.yaml', REPORT);
    expect(await found()).toEqual(['don-vi-la data/bao-cao/so-mauu/2022-6T.yaml']);
  });

  test.each<[string[], string, string, string]>([
    [['so-mua'], 'khong-co-bao-cao', '"so-mua"', 'so-mau'],
    [['so-mua', '2022-6T'], 'khong-co-bao-cao', '"so-mua"', 'so-mau'],
    [['chekc'], 'khong-co-bao-cao', '"chekc"', 'check'],
    [['2022-Q5'], 'ky-la', '"2022-Q5"', '2022-Q1 (quý I), 2022-6T'],
    [['so-mau', '2022-Q5'], 'ky-la', '"2022-Q5"', '2022-Q1 (quý I), 2022-6T'],
    [['so-mau', '2022-6tt'], 'ky-la', '"2022-6tt"', '2022-6T'],
    [['2022-9T'], 'khong-co-bao-cao', '"2022-9T"', '2022-6T'],
    [['so-mau', '2022-9T'], 'khong-co-bao-cao', '"so-mau 2022-9T"', 'npx gen new so-mau 2022-9T'],
    [['so-*', '2022-9T'], 'khong-co-bao-cao', '"so-* 2022-9T"', ''],
    [['so-mau', '2022-6T', '2022-9T'], 'khong-co-bao-cao', '"2022-9T"', ''],
  ])('a choice that nothing answers to is told of once: %s', async (choices, code, named, remedy) => {
    const { problems } = await ws.run(...choices);
    expect(problems.map((one) => one.code)).toEqual([code]);
    expect(problems[0]?.message.vi).toContain(named);
    expect(problems[0]?.hint?.vi).toContain(remedy);
  });

  test('a unit that has no report yet', async () => {
    ws.write('data/don-vi/so-khac.yaml', readFileSync(path.join(ws.root, FILES.unit)));
    const { problems } = await ws.run('so-khac');
    expect(problems.map((one) => [one.code, one.hint?.vi])).toEqual([
      ['khong-co-bao-cao', 'Chưa có thì tạo: npx gen new so-khac …'],
    ]);
  });

  test('a template that unpacks to too much', async () => {
    const bomb = pack('word/media/x.bin', Buffer.alloc(61_000_000));
    const entries = readZip(readFileSync(path.join(ws.root, T)), { entries: 100, unpacked: 10_000_000 });
    if ('fault' in entries) throw new Error('no zip');
    ws.write(T, writeZip([...entries.values(), bomb]));
    expect(await found()).toEqual([`mau-qua-lon ${T}`]);
  });

  test('a template with an entry that leads out of it', async () => {
    const entries = readZip(readFileSync(path.join(ws.root, T)), { entries: 100, unpacked: 10_000_000 });
    if ('fault' in entries) throw new Error('no zip');
    ws.write(T, writeZip([...entries.values(), pack('../../evil.txt', Buffer.from('x'))]));
    expect(await found()).toEqual([`mau-khong-phai-docx ${T}`]);
  });

  test('an output that is open in Word is left as it is', async () => {
    await ws.run();
    const file = path.join(ws.root, 'out/2022-6T/so-mau.docx');
    const before = readFileSync(file);
    writeFileSync(path.join(ws.root, 'out/2022-6T/~$-mau.docx'), '');
    ws.edit(R, 'Nội dung thể chế', 'Nội dung mới');
    expect(await found()).toEqual(['tep-dang-mo out/2022-6T/so-mau.docx']);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('an output that cannot be written', async () => {
    writeFileSync(path.join(ws.root, 'out'), 'a file where the folder should be');
    expect(await found()).toEqual(['khong-ghi-duoc out']);
  });

  test('lock files, hidden files and folders are no data', async () => {
    mkdirSync(path.join(ws.root, 'data/bao-cao/.git'));
    ws.write('data/bao-cao/so-mau/~$2022-6T.yaml', 'x')
      .write('templates/~$mau.docx', 'x')
      .write('data/bao-cao/.DS_Store', 'x');
    expect(await found()).toEqual([]);
  });

  test('CRLF, a byte order mark and decomposed letters change nothing', async () => {
    await ws.run();
    const file = path.join(ws.root, 'out/2022-6T/so-mau.docx');
    const before = readFileSync(file);
    ws.write(R, `\ufeff${REPORT.replace(/\n/g, '\r\n').normalize('NFD')}`);
    ws.write(FILES.catalogue, CATALOGUE.replace(/\n/g, '\r\n').normalize('NFD'));
    expect(await found()).toEqual([]);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});
