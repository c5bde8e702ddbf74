import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { showPlace } from '../src/cli/place.ts';
import { checkTemplates } from '../src/jobs/template-check.ts';
import type { Problem } from '../src/model/problem.ts';
import { OPTIONAL_STYLES, STYLE_NAMES } from '../src/model/template.ts';
import { readDocx } from './support/docx.ts';
import { AROUND, CATALOGUE, FILES, TestWorkspace, UNIT } from './support/workspace.ts';

/** One thing is broken in a template; the fault found is the fault made, at its place, and nothing else. */

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
});
afterEach(() => ws.remove());

const DOCUMENT = 'word/document.xml';
const T = FILES.template;

function problems(): readonly Problem[] {
  const { value, problems } = checkTemplates({ root: ws.root, names: [], comments: undefined, around: AROUND });
  return [...problems, ...value.flatMap((one) => one.problems)];
}

const found = (): readonly string[] =>
  problems().map(({ code, at }) => `${code} ${showPlace(at, () => undefined, 'vi').address.replace(`${T}: `, '')}`);

const body = (change: (xml: string) => string): TestWorkspace => ws.editTemplate(DOCUMENT, change);
const replace = (from: string, to: string): TestWorkspace => body((xml) => xml.replace(from, () => to));

const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
/** Paragraphs put in before the paragraph that holds a text. */
const before = (text: string, ...added: string[]): TestWorkspace =>
  body((xml) => {
    const at = xml.lastIndexOf('<w:p>', xml.indexOf(text));
    return xml.slice(0, at) + added.join('') + xml.slice(at);
  });
/** The paragraph that holds a text goes. */
const without = (text: string): TestWorkspace =>
  body((xml) => {
    const at = xml.lastIndexOf('<w:p>', xml.indexOf(text));
    return xml.slice(0, at) + xml.slice(xml.indexOf('</w:p>', at) + 6);
  });
/** A row of the appendix table by a text that it holds. */
const editRow = (text: string, change: (row: string) => string): TestWorkspace =>
  body((xml) => {
    const start = xml.lastIndexOf('<w:tr>', xml.indexOf(text));
    const end = xml.indexOf('</w:tr>', start) + 7;
    return xml.slice(0, start) + change(xml.slice(start, end)) + xml.slice(end);
  });

const BODY = 'thân văn bản';
const SIGNED = `${BODY}, dưới mục "Phần thêm", bảng 2, dòng 1`;
const TABLE = `${BODY}, dưới mục "Phần thêm", bảng 3`;
const THE_CHE = `${BODY}, dưới mục "Cải cách thể chế"`;

interface Fault {
  readonly what: string;
  readonly break: () => unknown;
  readonly expected: readonly string[];
}

const TAGS: readonly Fault[] = [
  {
    what: 'a tag without its }',
    break: () => replace('{trich_yeu}', '{trich_yeu'),
    expected: [`the-khong-dong ${BODY}, đoạn "{trich_yeu"`],
  },
  {
    what: 'a tag without its {',
    break: () => replace('{ho_ten}', 'ho_ten}'),
    expected: [`the-khong-dong ${SIGNED}, cột 2, đoạn "ho_ten}"`],
  },
  {
    what: 'a tag broken off by Enter',
    break: () => replace('{trich_yeu}', '{trich_</w:t></w:r></w:p><w:p><w:r><w:t>yeu}'),
    expected: [`the-khong-dong ${BODY}, đoạn "{trich_"`],
  },
  {
    what: 'braces as in the narrative',
    break: () => replace('{trich_yeu}', '{{trich_yeu}}'),
    expected: [`the-khong-dong ${BODY}, đoạn "{{trich_yeu}}"`],
  },
  {
    what: 'braces of another keyboard',
    break: () => replace('{trich_yeu}', '｛trich_yeu｝'),
    expected: [`the-khong-dong ${BODY}, đoạn "｛trich_yeu｝"`],
  },
  {
    what: 'a block that is not closed',
    break: () => without('{/quyen_han}'),
    expected: [`the-khong-dong ${SIGNED}, cột 2, đoạn "{#quyen_han}"`],
  },
  {
    what: 'a block that is not opened',
    break: () => without('{#quyen_han}'),
    expected: [`the-khong-dong ${SIGNED}, cột 2, đoạn "{/quyen_han}"`],
  },
  {
    what: 'a block closed under another name',
    break: () => replace('{/noi_nhan}', '{/noi_nhann}'),
    expected: [`the-khong-dong ${SIGNED}, cột 1, đoạn "{/noi_nhann}"`],
  },
  {
    what: 'blocks that overlap',
    break: () => before('{#them}', paragraph('{#ngay}{#trich_yeu}x{/ngay}{/trich_yeu}')),
    expected: [`the-khong-dong ${THE_CHE}, đoạn "{#ngay}{#trich_yeu}x{/ngay}{/trich_yeu}"`],
  },
  {
    what: 'a block that opens in the text and closes in a table',
    break: () => {
      before('{#them}', paragraph('{#trich_yeu}'));
      replace('{chuc_vu}', '{chuc_vu}{/trich_yeu}');
    },
    expected: [`the-sai-cho ${THE_CHE}, đoạn "{#trich_yeu}"`],
  },
  {
    what: 'an unknown tag in a header',
    break: () =>
      ws.editTemplate('word/header1.xml', (xml) => xml.replace('</w:p>', '<w:r><w:t>{so_hieuu}</w:t></w:r></w:p>')),
    expected: ['the-la đầu trang, đoạn "2{so_hieuu}"'],
  },
  {
    what: 'an unknown tag in the header of the first page',
    break: () =>
      ws.editTemplate('word/header2.xml', (xml) => xml.replace('</w:p>', '<w:r><w:t>{ngayy}</w:t></w:r></w:p>')),
    expected: ['the-la đầu trang của trang đầu, đoạn "{ngayy}"'],
  },
  {
    what: 'a tag in a footnote',
    break: () => {
      const note = `<w:footnote w:id="1">${paragraph('Năm {ky.nam}')}</w:footnote></w:footnotes>`;
      ws.editTemplate('word/footnotes.xml', (xml) => xml.replace('</w:footnotes>', note));
    },
    expected: ['the-sai-cho chú thích cuối trang, đoạn "Năm {ky.nam}"'],
  },
  {
    what: 'a line of Nơi nhận outside its list',
    break: () => replace('{trich_yeu}', '{trich_yeu} {dong}'),
    expected: [`the-sai-cho ${BODY}, đoạn "{trich_yeu} {dong}"`],
  },
  {
    what: 'a list whose line is misspelt',
    break: () => replace('{dong}', '{dongg}'),
    expected: [`the-la ${SIGNED}, cột 1, đoạn "{dongg}"`],
  },
  {
    what: 'a list without its line',
    break: () => without('{dong}'),
    expected: [`the-sai-cho ${SIGNED}, cột 1, đoạn "{#noi_nhan}"`],
  },
  {
    what: 'a tag of the table of corrections in a report',
    break: () => replace('{trich_yeu}', '{trich_yeu} {dinh_chinh.ngay_goc}'),
    expected: [`the-sai-cho ${BODY}, đoạn "{trich_yeu} {dinh_chinh.ngay_goc}"`],
  },
  {
    what: 'a slot printed as a field',
    break: () => replace('{trich_yeu}', '{trich_yeu} {the_che}'),
    expected: [`the-la ${BODY}, đoạn "{trich_yeu} {the_che}"`],
  },
  {
    what: 'other braces asked for',
    break: () => replace('{trich_yeu}', '{=[[ ]]=}'),
    expected: [`the-la ${BODY}, đoạn "{=[[]]=}"`],
  },
];

const SLOTS: readonly Fault[] = [
  {
    what: 'a slot with words beside it',
    break: () => replace('{@the_che}', '{@the_che} như sau'),
    expected: [`khe-khong-rieng ${THE_CHE}, đoạn "{@the_che} như sau"`],
  },
  {
    what: 'a slot whose paragraph ends a section',
    break: () => before('{#them}', paragraph('{@moi}', '<w:pPr><w:sectPr/></w:pPr>')),
    expected: [`khe-khong-rieng ${THE_CHE}, đoạn "{@moi}"`, `khe-thieu-tieu-de ${THE_CHE}, đoạn "{@moi}"`],
  },
  {
    what: 'a slot twice',
    break: () => before('{#them}', paragraph('Lại thể chế', heading(3)), paragraph('{@the_che}')),
    expected: [`khe-trung ${BODY}, dưới mục "Lại thể chế", đoạn "{@the_che}"`],
  },
  {
    what: 'a slot in the condition of another',
    break: () => before('{/them}', paragraph('Khác', heading(3)), paragraph('{@khac}')),
    expected: [`the-sai-cho ${BODY}, dưới mục "Khác", đoạn "{@khac}"`],
  },
  {
    what: 'a slot in a list',
    break: () => before('{dong}', paragraph('{@khac}')),
    expected: [`the-sai-cho ${SIGNED}, cột 1, đoạn "{@khac}"`],
  },
  {
    what: 'a slot in the header',
    break: () => ws.editTemplate('word/header1.xml', (xml) => xml.replace('<w:p>', `${paragraph('{@khac}')}<w:p>`)),
    expected: ['the-sai-cho đầu trang, đoạn "{@khac}"'],
  },
  {
    what: 'a name that no one can type',
    break: () => replace('{@the_che}', '{@Thể chế}'),
    expected: [`ten-khe-sai ${THE_CHE}, đoạn "{@Thểchế}"`],
  },
  {
    what: 'the name of a tag',
    break: () => replace('{@the_che}', '{@ngay}'),
    expected: [`ten-khe-sai ${THE_CHE}, đoạn "{@ngay}"`],
  },
  {
    what: 'a heading with nothing under it',
    break: () => before('{#them}', paragraph('Mục quên khe', heading(3))),
    expected: [`tieu-de-khong-khe ${BODY}, dưới mục "KẾT QUẢ", đoạn "Mục quên khe"`],
  },
  {
    what: 'two slots under one heading',
    break: () => {
      before('{#them}', paragraph('{@khac}'));
      ws.edit(FILES.report, '  the_che:', '  khac: Lời khác.\n  the_che:');
    },
    expected: [`khe-thieu-tieu-de ${THE_CHE}, đoạn "{@khac}"`],
  },
  {
    what: 'narrative that has no slot, and a slot without narrative',
    break: () => replace('{@the_che}', '{@the_chee}'),
    expected: ['khe-la data/bao-cao/so-mau/2022-6T.yaml', 'thieu-khe data/bao-cao/so-mau/2022-6T.yaml'],
  },
];

const ROWS: readonly Fault[] = [
  {
    what: 'no row for groups',
    break: () => editRow('{nhom.stt}', () => ''),
    expected: [`thieu-dong-mau ${TABLE}, dòng 3, cột 1, đoạn "{muc.stt}"`],
  },
  {
    what: 'no row for indicators',
    break: () => editRow('{muc.stt}', () => ''),
    expected: [`thieu-dong-mau ${TABLE}, dòng 3, cột 1, đoạn "{nhom.stt}"`],
  },
  {
    what: 'a row twice',
    break: () => editRow('{muc.stt}', (row) => row + row),
    expected: [`dong-mau-trung ${TABLE}, dòng 5, cột 1, đoạn "{muc.stt}"`],
  },
  {
    what: 'a row with a cell too few',
    break: () =>
      editRow('{muc.stt}', (row) => row.replace(/<w:tc>(?:(?!<w:tc>)[\s\S])*\{muc\.ghi_chu\}[\s\S]*?<\/w:tc>/, '')),
    expected: [`dong-mau-sai-cot ${TABLE}, dòng 4, cột 1, đoạn "{muc.stt}"`],
  },
  {
    what: 'a row among the prototypes that is none',
    break: () => editRow('{muc.stt}', (row) => row.replace(/\{muc\.\w+\}/g, 'x') + row),
    expected: [`bang-phu-luc-trung ${TABLE}, dòng 5, cột 1, đoạn "{muc.stt}"`],
  },
  {
    what: 'two tables with prototype rows',
    break: () =>
      body((xml) => {
        const table = xml.slice(xml.lastIndexOf('<w:tbl>'), xml.lastIndexOf('</w:tbl>') + 8);
        return xml.replace(table, () => `${table}<w:p/>${table}`);
      }),
    expected: [`bang-phu-luc-trung ${BODY}, dưới mục "Phần thêm", bảng 4, dòng 3, cột 1, đoạn "{nhom.stt}"`],
  },
  {
    what: 'a tag of another kind of row',
    break: () => replace('{muc.ten}', '{nhom.ten}'),
    expected: [`the-sai-cho ${TABLE}, dòng 4, cột 2, đoạn "{nhom.ten}"`],
  },
  {
    what: 'a condition in a row',
    break: () => replace('{muc.ghi_chu}', '{#muc.ghi_chu}x{/muc.ghi_chu}'),
    expected: [`the-sai-cho ${TABLE}, dòng 4, cột 5, đoạn "{#muc.ghi_chu}x{/muc.ghi_chu}"`],
  },
  {
    what: 'figures without a column',
    break: () => replace('{muc.so_lieu}', ''),
    expected: [`dong-mau-thieu-the ${TABLE}, dòng 4, cột 1, đoạn "{muc.stt}"`],
  },
  {
    what: 'a field of the catalogue without a column',
    break: () => ws.edit(FILES.catalogue, 'ten: Vốn,', 'ten: Vốn, co_quan_bao_cao: Sở Tài chính,'),
    expected: [`dong-mau-thieu-the ${TABLE}, dòng 4, cột 1, đoạn "{muc.stt}"`],
  },
  {
    what: 'parts without rows of their own',
    break: () => {
      editRow('{trong_do.stt}', () => '');
      editRow('{trong_do.ten}', () => '');
    },
    expected: [`thieu-dong-trong-do ${TABLE}, dòng 3, cột 1, đoạn "{nhom.stt}"`],
  },
  {
    what: 'indicators that no template of the agency type prints',
    break: () => body((xml) => xml.replace(/<w:tbl>(?:(?!<w:tbl>)[\s\S])*\{muc\.stt\}[\s\S]*?<\/w:tbl>/, '')),
    expected: [`chi-tieu-khong-in ${FILES.catalogue}`],
  },
];

const heading = (level: number): string => `<w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr>`;

describe.each([
  ['tags', TAGS],
  ['slots', SLOTS],
  ['the appendix table', ROWS],
])('%s', (_, faults) => {
  test.each([...faults])('$what', ({ break: breakIt, expected }) => {
    breakIt();
    expect(found()).toEqual(expected);
  });
});

test('a template with nothing wrong', () => {
  expect(found()).toEqual([]);
});

describe('what harms nobody is no fault, and works', () => {
  test.each([
    ['a no-break space', '{trich_yeu}', '{\u00a0trich_yeu\u00a0}'],
    ['a blank behind a sign', '{#quyen_han}', '{# quyen_han}'],
    ['a blank before a sign', '{@the_che}', '{ @the_che}'],
    ['a blank behind a slot', '{@the_che}', '{@the_che} '],
    ['a zero-width space', '{@the_che}', '{@the_\u200bche}'],
    ['one half of a tag in bold', '{trich_yeu}', '{trich</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>_yeu}'],
    [
      'a slot cut into runs',
      '{@the_che}',
      '{@</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>the_che</w:t></w:r><w:r><w:t>}',
    ],
  ])('%s', async (_, from, to) => {
    replace(from, to);
    expect(found()).toEqual([]);
    expect((await ws.run()).problems).toEqual([]);
    const texts = ws.output().paragraphs.map(({ text }) => text);
    expect(texts).toContain('Nội dung thể chế.');
    expect(texts.join('\n')).not.toMatch(/[{}]/);
  });
});

describe('near names', () => {
  test.each([
    ['smart quotes', '{trich_yeu}', '{“trich_yeu”}', '{trich_yeu}'],
    ['a capital by autocorrect', '{trich_yeu}', '{Trich_yeu}', '{trich_yeu}'],
    ['decomposed letters', '{trich_yeu}', `{${'trích_yếu'.normalize('NFD')}}`, '{trich_yeu}'],
    ['a letter too many', '{chuc_vu}', '{chuc_vuu}', '{chuc_vu}'],
    ['a dash for an underscore', '{ho_ten}', '{ho–ten}', '{ho_ten}'],
    ['a slot without its @', '{chuc_vu}', '{the_che}', '{@the_che}'],
    ['a row tag', '{muc.so_lieu}', '{muc.so_liệu}', '{muc.so_lieu}'],
    ['a slot with tone marks', '{@the_che}', '{@Thể_chế}', 'the_che'],
  ])('%s', (_, from, to, near) => {
    replace(from, to);
    expect(problems().map(({ hint }) => hint?.vi)).toEqual([`Ý bạn là "${near}"?`]);
  });
});

describe('styles', () => {
  const optional: readonly string[] = OPTIONAL_STYLES.map((role) => STYLE_NAMES[role]);
  const required = Object.values(STYLE_NAMES).filter((name) => !optional.includes(name));
  test.each(required)('without "%s"', (name) => {
    ws.editTemplate('word/styles.xml', (xml) => xml.replace(`w:name w:val="${name}"`, 'w:name w:val="Kiểu riêng"'));
    expect(problems().map(({ code, message }) => `${code}: ${message.vi}`)).toEqual([
      `mau-thieu-kieu: Mẫu không có kiểu chữ (style) "${name}" mà phần lời hoặc phụ lục cần`,
    ]);
  });
  test.each(optional)('without "%s", which a template may do without', (name) => {
    ws.editTemplate('word/styles.xml', (xml) => xml.replace(`w:name w:val="${name}"`, 'w:name w:val="Kiểu riêng"'));
    expect(found()).toEqual([]);
  });
  test("the capitals of LibreOffice are Word's own styles", () => {
    ws.editTemplate('word/styles.xml', (xml) =>
      xml
        .replace('w:val="footnote text"', 'w:val="Footnote Text"')
        .replace('w:val="footnote reference"', 'w:val="Footnote Reference"'),
    );
    expect(found()).toEqual([]);
  });
  test('the nearest name is told', () => {
    ws.editTemplate('word/styles.xml', (xml) => xml.replace('w:val="Gạch đầu dòng"', 'w:val="Gạch đầu giòng"'));
    expect(problems()[0]?.hint?.vi).toContain('"Gạch đầu giòng"');
  });
});

describe('what Word would not open under the name of .docx', () => {
  const contentType =
    (to: string) =>
    (xml: string): string =>
      xml.replace('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', to);
  const cause = (): readonly (string | undefined)[] => problems().map(({ code, message }) => `${code}: ${message.vi}`);

  test.each([
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml', 'mẫu Word .dotx, đổi đuôi'],
    ['application/vnd.ms-word.document.macroEnabled.main+xml', 'văn bản có macro .docm, đổi đuôi'],
    ['application/vnd.ms-word.template.macroEnabledTemplate.main+xml', 'văn bản có macro .docm, đổi đuôi'],
  ])('%s', async (type, kind) => {
    ws.editTemplate('[Content_Types].xml', contentType(type));
    expect(cause()).toContain(`mau-khong-phai-docx: Tệp mẫu không phải tệp Word .docx: ${kind}`);
    expect((await ws.run()).reports.map(({ outcome }) => outcome)).toEqual(['failed']);
  });

  test.each([
    ['an old .doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'tệp kiểu cũ .doc, .xls hoặc .ppt'],
    ['nothing', Buffer.alloc(0), 'tệp trống'],
    ['a page of the web', Buffer.from('<html></html>'), 'trang web hoặc tệp XML'],
  ])('%s', (_, bytes, kind) => {
    ws.write(T, bytes);
    expect(cause()).toContain(`mau-khong-phai-docx: Tệp mẫu không phải tệp Word .docx: ${kind}`);
  });
});

describe('what the keeper left', () => {
  test('tracked changes', () => {
    replace('{ho_ten}', '{ho_ten}</w:t></w:r><w:ins w:id="1" w:author="a"><w:r><w:t>x</w:t></w:r></w:ins><w:r><w:t>');
    expect(found()).toEqual([`mau-con-dau-sua ${SIGNED}, cột 2, đoạn "{ho_ten}x"`]);
  });
});

test('all faults of a template in one run, each once, as a reader comes by them', () => {
  replace('{trich_yeu}', '{trich_yeu');
  replace('{@the_che}', '{@the_che} v.v.');
  replace('{chuc_vu}', '{chuc_vuu}');
  editRow('{muc.stt}', (row) => row + row);
  ws.editTemplate('word/header1.xml', (xml) => xml.replace('</w:p>', '<w:r><w:t>{x</w:t></w:r></w:p>'));
  ws.editTemplate('word/styles.xml', (xml) => xml.replace('w:val="Hoa thị"', 'w:val="Kiểu riêng"'));
  expect(problems().map(({ code }) => code)).toEqual([
    'mau-thieu-kieu',
    'the-khong-dong',
    'khe-khong-rieng',
    'the-la',
    'dong-mau-trung',
    'the-khong-dong',
  ]);
});

describe('--danh-dau', () => {
  const copy = 'out/mau/mau (đánh dấu).docx';

  test('each fault is a comment at its paragraph; the template stays as it is', async () => {
    replace('{trich_yeu}', '{trich_yeuu}');
    replace('{muc.ten}', '{muc.tenn}');
    ws.editTemplate('word/header1.xml', (xml) => xml.replace('</w:p>', '<w:r><w:t>{ngayy}</w:t></w:r></w:p>'));
    const template = readFileSync(path.join(ws.root, T));
    const { code, err } = await ws.gen('template', 'check', '--danh-dau');
    expect(code).toBe(1);
    expect(err).toContain(copy);
    expect(readFileSync(path.join(ws.root, T)).equals(template)).toBe(true);
    const marked = readDocx(readFileSync(path.join(ws.root, copy)));
    const comments = marked.part('word/comments.xml');
    const commented = [
      ...marked.part(DOCUMENT).matchAll(/<w:commentRangeStart w:id="(\d+)"\/>([\s\S]*?)<w:commentRangeEnd/g),
    ];
    const shown = commented.map(([, id = '', inside = '']) => {
      const comment = new RegExp(`<w:comment w:id="${id}"[\\s\\S]*?</w:comment>`).exec(comments)?.[0] ?? '';
      const texts = (xml: string): string =>
        [...xml.matchAll(/<w:t [^>]*>([^<]*)</g)].map((match) => match[1]).join(' ');
      return `${texts(inside)}: ${texts(comment)}`;
    });
    expect(shown).toEqual([
      '{co_quan_chu_quan}: Ở đầu trang, &quot;2{ngayy}&quot;: Không có thẻ &quot;{ngayy}&quot; [the-la] → Ý bạn là &quot;{ngay}&quot;?'.replace(
        '{co_quan_chu_quan}',
        '{#co_quan_chu_quan}',
      ),
      '{trich_yeuu}: Không có thẻ &quot;{trich_yeuu}&quot; [the-la] → Ý bạn là &quot;{trich_yeu}&quot;?',
      '{muc.tenn}: Không có thẻ &quot;{muc.tenn}&quot; [the-la] → Ý bạn là &quot;{muc.ten}&quot;?',
    ]);
    expect(marked.part('[Content_Types].xml')).toContain('/word/comments.xml');
    const first = readFileSync(path.join(ws.root, copy));
    await ws.gen('template', 'check', '--danh-dau');
    expect(readFileSync(path.join(ws.root, copy)).equals(first)).toBe(true);
  });

  test('nothing is written where nothing is wrong', async () => {
    expect((await ws.gen('template', 'check', '--danh-dau')).code).toBe(0);
    expect(existsSync(path.join(ws.root, copy))).toBe(false);
  });

  test('a marked copy that someone wrote into is kept', async () => {
    replace('{trich_yeu}', '{trich_yeuu}');
    await ws.gen('template', 'check', '--danh-dau');
    ws.write(copy, 'của tôi');
    const { err } = await ws.gen('template', 'check', '--danh-dau');
    expect(err).toContain('[ban-sua-tay]');
    expect(readdirSync(path.join(ws.root, 'out/mau')).filter((name) => name.includes('sửa tay'))).toHaveLength(1);
  });
});

describe('the command', () => {
  test('names, patterns and paths choose templates; an unknown one is told', async () => {
    ws.write('templates/khac.docx', readFileSync(path.join(ws.root, T)));
    expect((await ws.gen('template', 'check', 'templates/khac.docx')).err).not.toContain('templates/mau.docx');
    expect((await ws.gen('template', 'check', 'm*')).err).not.toContain('templates/khac.docx');
    const { code, err } = await ws.gen('template', 'check', 'mauu');
    expect(code).toBe(1);
    expect(err).toContain('Ý bạn là "mau"?');
  });
  test('a file outside of templates/ is not taken for its namesake there', async () => {
    ws.write('sao/mau.docx', readFileSync(path.join(ws.root, T)));
    const { code, err } = await ws.gen('template', 'check', 'sao/mau.docx');
    expect(code).toBe(1);
    expect(err).toContain('Mẫu sao/mau.docx không nằm trong thư mục templates');
    expect(err).not.toContain('✓');
  });
  test.each(['dotx', 'docm', 'doc', 'odt'])('a template saved as .%s is told of', async (ending) => {
    ws.write(`templates/moi.${ending}`, 'x');
    expect((await ws.gen('template', 'check')).err).toContain(
      `Tệp "moi.${ending}" không phải .docx nên không được đọc`,
    );
    for (const named of ['moi', `templates/moi.${ending}`])
      expect((await ws.gen('template', 'check', named)).err).toContain(
        `Mở templates/moi.${ending} bằng Word rồi lưu lại thành moi.docx`,
      );
    ws.edit(FILES.unit, 'mau: mau', 'mau: moi');
    expect((await ws.gen('check')).err).toContain(`Mở templates/moi.${ending} bằng Word`);
  });
  test('--json', async () => {
    replace('{trich_yeu}', '{trich_yeuu}');
    const { out } = await ws.gen('template', 'check', '--json');
    expect(JSON.parse(out)).toMatchObject({
      mau: [{ ten: 'mau', van_de: [{ code: 'the-la', at: { anchor: { part: DOCUMENT } } }] }],
    });
  });
  test('warnings make it fail with --strict only', async () => {
    before('{#them}', paragraph('Mục quên khe', heading(3)));
    expect((await ws.gen('template', 'check')).code).toBe(0);
    expect((await ws.gen('template', 'check', '--strict')).code).toBe(1);
  });
});

test('a template without an appendix writes no footnotes of the catalogue', async () => {
  ws.write(FILES.unit, UNIT).write(FILES.catalogue, CATALOGUE);
  body((xml) => xml.replace(/<w:tbl>(?:(?!<w:tbl>)[\s\S])*\{muc\.stt\}[\s\S]*?<\/w:tbl>/, ''));
  await ws.run();
  expect(ws.output().footnotes).toEqual([]);
});
