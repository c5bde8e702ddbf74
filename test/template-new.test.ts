import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { showPlace } from '../src/cli/place.ts';
import { readOutline } from '../src/load/outline.ts';
import { outlineOfTemplate } from '../src/load/template-outline.ts';
import { readYaml } from '../src/load/yaml.ts';
import { newTemplate } from '../src/render/template/index.ts';
import { readDocx } from './support/docx.ts';
import { FILES, OUTLINE, outline, TestWorkspace } from './support/workspace.ts';

const here = path.join(import.meta.dirname, '..');
const OUTLINES = readdirSync(path.join(here, 'templates/de-cuong')).map((file) => [
  file.replace('.yaml', ''),
  readFileSync(path.join(here, 'templates/de-cuong', file), 'utf8'),
]);

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
  for (const [name, text] of OUTLINES) ws.write(`templates/de-cuong/${name}.yaml`, text ?? '');
});
afterEach(() => ws.remove());

const make = (...argv: string[]) => ws.gen('template', 'new', ...argv);
const read = (name: string) => readDocx(readFileSync(path.join(ws.root, `templates/${name}.docx`)));
const pages = (name: string): readonly string[] =>
  [
    ...read(name)
      .part('word/document.xml')
      .matchAll(/<w:pgSz[^>]*>/g),
  ].map(([page]) => (page.includes('landscape') ? 'landscape' : 'portrait'));
const columns = (name: string): readonly string[] =>
  (read(name).tables.at(-1) ?? []).find((row) => row.includes('{muc.stt}')) ?? [];

const SIX = ['{muc.stt}', '{muc.ten}', '{muc.don_vi}', '{muc.so_lieu}', '{muc.co_quan_bao_cao}', '{muc.ghi_chu}'];
const FIVE = SIX.filter((tag) => tag !== '{muc.co_quan_bao_cao}');

describe.each(['so', 'van-phong', 'ubnd-huyen', 'ubnd-xa', 'ubnd-tinh'])('an agency type, %s', (type) => {
  test.each(['co', 'khong'])('every form passes every check (superior body: %s)', async (superior) => {
    const forms = ['5 doc', '6 doc', '5 ngang', '6 ngang', ''];
    for (const form of forms) {
      const [width = '', orientation = ''] = form.split(' ');
      const appendix = form === '' ? ['--phu-luc', 'khong'] : ['--cot', width, '--kho', orientation];
      const name = `moi-${form.replace(' ', '-')}`;
      const source = type === 'van-phong' ? ['--tu-mau', 'mau'] : [];
      expect(await make(type, '--ten', name, '--chu-quan', superior, ...appendix, ...source)).toMatchObject({
        code: 0,
      });
      const checked = await ws.gen('template', 'check', name, '--strict');
      expect(checked.err).toBe(`✓ templates/${name}.docx  không có lỗi`);
      const document = read(name).part('word/document.xml');
      expect(document.includes('{co_quan_chu_quan}')).toBe(superior === 'co');
      expect(document.includes('{muc.so_lieu}')).toBe(form !== '');
      if (form === '') expect(pages(name)).toEqual(['portrait']);
      else expect(pages(name)).toEqual(['portrait', orientation === 'ngang' ? 'landscape' : 'portrait']);
      if (form !== '') expect(columns(name)).toEqual(width === '6' ? SIX : FIVE);
    }
  });
});

test.each([
  ['so', true],
  ['ubnd-xa', false],
  ['ubnd-tinh', false],
])('a %s names a superior body: %s', async (type, superior) => {
  expect((await make(type)).code).toBe(0);
  expect(read(type).part('word/document.xml').includes('{co_quan_chu_quan}')).toBe(superior);
});

test('reports are made with a new template, with or without an appendix', async () => {
  ws.write('de-cuong.yaml', OUTLINE);
  for (const [name, appendix] of [
    ['co-phu-luc', 'co'],
    ['khong-phu-luc', 'khong'],
  ] as const) {
    await make('so', '--ten', name, '--de-cuong', 'de-cuong.yaml', '--phu-luc', appendix);
    ws.edit(
      FILES.unit,
      /mau: \S+/.exec(readFileSync(path.join(ws.root, FILES.unit), 'utf8'))?.[0] ?? '',
      `mau: ${name}`,
    );
    expect((await ws.run()).problems).toEqual([]);
    const text = ws.output().paragraphs.map((paragraph) => paragraph.text);
    expect(text).toContain('Nội dung thể chế.');
    expect(text.includes('Số nhiệm vụ')).toBe(appendix === 'co');
  }
});

describe('sections and slots taken from another template', () => {
  test.each(OUTLINES)('%s: the same template again', (_, text = '') => {
    const template = newTemplate(outline(text));
    const taken = outlineOfTemplate(template);
    expect(taken === undefined ? undefined : newTemplate(taken)).toEqual(template);
  });
  test('an unknown template is told, with the near one', async () => {
    const { code, err } = await make('so', '--tu-mau', 'mauu');
    expect(code).toBe(1);
    expect(err).toContain('Ý bạn là "mau"?');
  });
  test('a template with broken tags gives nothing', async () => {
    ws.editTemplate('word/document.xml', (xml) => xml.replace('{@the_che}', '{@the_che'));
    const { code, err } = await make('so', '--tu-mau', 'mau');
    expect(code).toBe(1);
    expect(err).toContain('[the-khong-dong]');
    expect(readdirSync(path.join(ws.root, 'templates'))).not.toContain('so.docx');
  });
});

test('a type without an outline', async () => {
  const { code, err } = await make('ubnd-xaa');
  expect(code).toBe(1);
  expect(err).toContain('Ý bạn là "ubnd-xa"?');
});

test('an outline is taken by its name, too', async () => {
  expect((await make('cong-an', '--de-cuong', 'ubnd-xa')).code).toBe(0);
  expect(read('cong-an').part('word/document.xml')).toContain('{@mot_cua}');
  const { code, err } = await make('khac', '--de-cuong', 'ubnd-xaa');
  expect(code).toBe(1);
  expect(err).toContain('Không có đề cương cho "ubnd-xaa"\n  → Ý bạn là "ubnd-xa"?');
});

test('the row of a group stays with the row below it', async () => {
  expect((await make('ubnd-xa')).code).toBe(0);
  for (const name of ['Phụ lục nhóm chữ', 'Phụ lục nhóm giữa'])
    expect(read('ubnd-xa').part('word/styles.xml')).toMatch(
      new RegExp(`<w:name w:val="${name}"/>(?:(?!</w:style>).)*<w:keepNext/>`),
    );
});

test('--tu-mau and --de-cuong exclude each other', async () => {
  expect((await make('so', '--tu-mau', 'mau', '--de-cuong', 'x.yaml')).code).toBe(2);
  expect((await make('so', '--cot', '7')).code).toBe(2);
});

describe('faults of an outline, with their place', () => {
  test.each([
    ['a slot twice', 'muc:\n  - { tieu_de: A, khe: x }\n  - { tieu_de: B, khe: x }', ['khe-trung o.yaml:3:24']],
    [
      'a heading too deep',
      'muc:\n  - tieu_de: I\n    muc:\n      - tieu_de: "1"\n        muc:\n          - tieu_de: "1.1"\n            muc:\n              - { tieu_de: sâu, khe: x }',
      ['de-cuong-sai o.yaml:8:28'],
    ],
    ['an unknown key', 'muc:\n  - { tieu_dee: A, khe: x }', ['khoa-la o.yaml:2:7']],
    ['an unknown key at the top', 'phu_lucc: {}', ['khoa-la o.yaml:1:1']],
    ['a heading with nothing under it', 'muc:\n  - { tieu_de: A }', ['tieu-de-khong-khe o.yaml:2:16']],
    ['an empty section', 'muc:\n  - { tuy_chon: false }', ['thieu-truong o.yaml:2:5']],
    ['an optional section without a slot', 'muc:\n  - { tieu_de: A, tuy_chon: true }', ['de-cuong-sai o.yaml:2:29']],
    [
      'sections within an optional one',
      'muc:\n  - tieu_de: A\n    khe: x\n    tuy_chon: true\n    muc: [{ tieu_de: B, khe: z }]',
      ['de-cuong-sai o.yaml:5:11'],
    ],
    [
      'a part within a part',
      'muc:\n  - tieu_de: A\n    muc: [{ tieu_de: B, khe: x, phan: true }]',
      ['de-cuong-sai o.yaml:3:39'],
    ],
    ['a name that is no slot', 'muc:\n  - { tieu_de: A, khe: Kết quả }', ['ten-khe-sai o.yaml:2:24']],
    ['the name of a tag', 'muc:\n  - { tieu_de: A, khe: ngay }', ['ten-khe-sai o.yaml:2:24']],
    ['an unknown tag', 'muc:\n  - { tieu_de: "Năm {ky.namm}", khe: x }', ['the-la o.yaml:2:16']],
    ['a stray brace', 'muc:\n  - { tieu_de: "Năm {ky.nam", khe: x }', ['the-khong-dong o.yaml:2:16']],
    ['a column twice', 'phu_luc: { cot: [stt, ten, so_lieu, stt] }', ['de-cuong-sai o.yaml:1:17']],
    ['no column of figures', 'phu_luc: { cot: [stt, ten] }', ['de-cuong-sai o.yaml:1:17']],
    ['an unknown column', 'phu_luc: { cot: [stt, ten, so_lieuu, so_lieu] }', ['gia-tri-la o.yaml:1:28']],
  ])('%s', (_, text, expected) => {
    const node = readYaml(text, 'o.yaml').value;
    const problems = node === undefined ? [] : readOutline(node, 'o.yaml').problems;
    expect(problems.map(({ code, at }) => `${code} ${showPlace(at, () => text, 'vi').address}`)).toEqual(expected);
  });

  test('kem_theo: "" leaves the line out', () => {
    expect(outline('phu_luc: { kem_theo: "" }').appendix?.attachedTo).toBe('');
    expect(outline('phu_luc: {}').appendix?.attachedTo).toContain('Kèm theo');
  });
});
