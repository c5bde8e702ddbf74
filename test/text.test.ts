import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compose } from '../src/compose/document.ts';
import { readMarkdown } from '../src/compose/markdown.ts';
import { escapeValue } from '../src/compose/markdown-dialect.ts';
import { Workspace } from '../src/load/workspace.ts';
import type { Inline } from '../src/model/document.ts';
import { readPeriod } from '../src/model/period.ts';
import type { Report } from '../src/model/report.ts';
import { forbiddenCharacter } from '../src/model/text.ts';
import { ALWAYS } from '../src/model/validity.ts';
import { compileDocx } from '../src/render/docx/index.ts';
import { resolveReport } from '../src/resolve/report.ts';
import { type ReadDocx, readDocx } from './support/docx.ts';
import { TestWorkspace } from './support/workspace.ts';

/** Any text that a user can type comes back out of the .docx unchanged, or is refused with a reason. */

let ws: TestWorkspace;
let make: (change: Partial<Report>) => ReadDocx;

beforeAll(() => {
  ws = new TestWorkspace();
  const workspace = new Workspace(ws.root);
  const unit = workspace.unit('so-mau').value;
  const catalogue = workspace.catalogue('mau-2022').value;
  const template = workspace.template('mau').value;
  const period = readPeriod('2022-6T');
  if (unit === undefined || catalogue === undefined || template === undefined || period === undefined)
    throw new Error();
  const file = workspace.reportFiles().value[0];
  const report = file === undefined ? undefined : workspace.report(file).value;
  if (report === undefined) throw new Error();
  const renderer = compileDocx(template);
  make = (change) => {
    const templateValidity = { validity: ALWAYS, file: 'templates/hieu-luc.yaml' };
    const around = { unit, catalogue, templateValidity, before: undefined, yearBefore: undefined, thisYear: new Map() };
    const resolved = resolveReport({ ...report, ...change }, around);
    expect(resolved.problems).toEqual([]);
    const document = compose(resolved.value, new Map());
    expect(document.problems).toEqual([]);
    const { value } = renderer.render(document.value);
    if (value === undefined) throw new Error('not rendered');
    return readDocx(value);
  };
});
afterAll(() => ws.remove());

/** Text as it can come out of a YAML file: letters composed, nothing that XML cannot hold, line ends as LF. */
const typed = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'<>&"\'{}[]()*_^#|\\-+`~!:;%$@/ \tđĐệẾươ1.'.split('')), maxLength: 40 }),
    fc.constantFrom(
      '<w:t>',
      '&amp;',
      ']]>',
      '{x}',
      '{{y}}',
      '- a',
      '1. b',
      '# c',
      '[^1]',
      '| a | b |',
      '\u200b',
      '😀',
      '\ufffd',
    ),
  )
  .map((text) => text.normalize('NFC').replace(/\r/g, ''))
  .filter((text) => forbiddenCharacter(text) === undefined);

const plainText = (content: readonly Inline[]): string =>
  content.map((inline) => (inline.kind === 'text' ? inline.text : '\n')).join('');

test('a note comes back as typed', () => {
  fc.assert(
    fc.property(typed, (note) => {
      const docx = make({ values: new Map([['nhiem_vu', { value: '41', note }]]) });
      expect(docx.tables.at(-1)?.[3]?.[4]).toBe(note);
    }),
    { numRuns: 300 },
  );
});

test('a printed value and a text value come back as typed', () => {
  fc.assert(
    fc.property(
      typed.filter((text) => text.trim() !== ''),
      (shown) => {
        const values = new Map([
          ['nhiem_vu', { value: '41', shown }],
          ['mo_ta', { value: shown }],
        ]);
        const rows = make({
          values,
          narrative: new Map([
            ['mo_dau', 'a'],
            ['the_che', 'b'],
          ]),
        }).tables.at(-1);
        expect(rows?.[3]?.[3]).toBe(shown);
        expect(rows?.at(-1)?.[3]).toBe(shown);
      },
    ),
    { numRuns: 200 },
  );
});

test('a value put into the narrative is text, whatever Markdown would make of it', () => {
  fc.assert(
    fc.property(
      typed.filter((text) => text.trim() !== ''),
      (value) => {
        const oneLine = value.replace(/\s*\n\s*/g, ' ').replace(/\t/g, ' ');
        const docx = make({
          values: new Map([['mo_ta', { value: oneLine }]]),
          narrative: new Map([
            ['mo_dau', 'Đầu {{mo_ta}} cuối.'],
            ['the_che', '{{mo_ta}}x'],
          ]),
        });
        expect(docx.bookmark('_khe_mo_dau')?.map(({ text }) => text)).toEqual([`Đầu ${oneLine} cuối.`]);
        expect(
          docx
            .bookmark('_khe_the_che')
            ?.map(({ text }) => text)
            .join('')
            .endsWith(`${oneLine.trimStart()}x`),
        ).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('escaped text survives Markdown as it is', () => {
  fc.assert(
    fc.property(
      typed.filter((text) => !/[\n\t]/.test(text) && text === text.trim() && text !== ''),
      (text) => {
        const [block, ...more] = readMarkdown(`a${escapeValue(text)}`).blocks;
        expect(more).toEqual([]);
        expect(block?.kind === 'paragraph' ? plainText(block.content) : undefined).toBe(`a${text}`);
      },
    ),
    { numRuns: 1000 },
  );
});

describe('Markdown as officials write it', () => {
  const shape = (text: string): readonly string[] =>
    readMarkdown(text).blocks.map((block) =>
      block.kind === 'table'
        ? `table ${block.head.length}×${block.rows.length}`
        : `${block.role}: ${plainText(block.content)}`,
    );

  test('the sign typed is the sign printed, numbers too', () => {
    expect(shape('Mở:\n\n- một\n- hai\n+ ba\n* bốn\n\n3. năm\n4. sáu')).toEqual([
      'paragraph: Mở:',
      'dash: - một',
      'dash: - hai',
      'plus: + ba',
      'star: * bốn',
      'numbered: 3. năm',
      'numbered: 4. sáu',
    ]);
  });

  test('a list under a list by indentation', () => {
    expect(shape('- một\n  + hai\n  + ba\n- bốn')).toEqual(['dash: - một', 'plus: + hai', 'plus: + ba', 'dash: - bốn']);
  });

  test('points of the Vietnamese alphabet begin paragraphs', () => {
    expect(shape('a) một\nb) hai\nđ) ba')).toEqual(['point: a) một', 'point: b) hai', 'point: đ) ba']);
    expect(shape('1. một\n1.1. hai\n1.2. ba')).toEqual(['numbered: 1. một', 'numbered: 1.1. hai', 'numbered: 1.2. ba']);
    expect(shape('Gồm:\n– một;\n• hai.')).toEqual(['paragraph: Gồm:', 'dash: – một;', 'dash: • hai.']);
  });
  test('a wrapped line that begins with a figure or a dash runs on', () => {
    expect(shape('Đã nhận\n1.500 hồ sơ, tăng\n1.5 lần, giai đoạn 2016\n– 2020')).toEqual([
      'paragraph: Đã nhận 1.500 hồ sơ, tăng 1.5 lần, giai đoạn 2016 – 2020',
    ]);
  });

  test('sub-headings, tables, wrapped lines', () => {
    expect(shape('# Một\n\nhai\nba\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |')).toEqual([
      'subheading1: Một',
      'paragraph: hai ba',
      'table 2×2',
    ]);
  });

  test('bold, italic, superscript', () => {
    const [block] = readMarkdown('**đậm** *nghiêng* ***cả hai*** m^2^').blocks;
    expect(block).toEqual({
      kind: 'paragraph',
      role: 'paragraph',
      content: [
        { kind: 'text', text: 'đậm', bold: true },
        { kind: 'text', text: ' ' },
        { kind: 'text', text: 'nghiêng', italic: true },
        { kind: 'text', text: ' ' },
        { kind: 'text', text: 'cả hai', bold: true, italic: true },
        { kind: 'text', text: ' m' },
        { kind: 'text', text: '2', superscript: true },
      ],
    });
  });

  test('what Markdown knows besides is just text', () => {
    for (const text of [
      '> không trích',
      '    không mã',
      '`x`',
      '<b>y</b>',
      '[a](b)',
      '&nbsp;',
      '***',
      'a\n---',
      '~~z~~',
      'http://a.vn/_b_',
    ]) {
      expect(shape(text).join('|'), text).toContain(text.split('\n')[0]?.trim());
    }
  });

  test('stars in sums and brackets are stars; next to signs they are emphasis', () => {
    expect(shape('15*24 m và 20*30 m; (*) ghi chú')).toEqual(['paragraph: 15*24 m và 20*30 m; (*) ghi chú']);
    expect(shape('**Về tổ chức:**Sở (*xem*)')).toEqual(['paragraph: Về tổ chức:Sở (xem)']);
  });

  test('no sign is lost: nested, empty, alone', () => {
    expect(shape('- 1. x')).toEqual(['dash: - 1. x']);
    expect(shape('12.')).toEqual(['numbered: 12.']);
    expect(shape('- a\n-\n- b')).toEqual(['dash: - a', 'dash: -', 'dash: - b']);
    expect(shape('#')).toEqual(['paragraph: #']);
  });

  test('a footnote keeps its signs and its lines; a colon after a mark is a colon', () => {
    const read = readMarkdown('Các xã[^1]: A[^2].\n\n[^1]: 1. Quyết định\n  số 5\n\n[^2]: - x\n\n    y');
    expect(read.footnotes.map(plainText)).toEqual(['1. Quyết định số 5', '- x y']);
    expect(read.faults).toEqual([]);
  });

  test.each([
    ['a[^1]\n\n[^1]: x[^2]\n\n[^2]: y', ['nested 2']],
    ['a[^1]\n\n[^1]:', ['no-text 1']],
    ['a[^ghi chú]', ['no-text ghi chú']],
  ])('footnote faults: %s', (text, expected) => {
    expect(readMarkdown(text).faults.map(({ fault, mark }) => `${fault} ${mark}`)).toEqual(expected);
  });

  test.each([
    ['| a | b |\n|---|---|\n| 1 | 2 | mất |', 3, 2],
    ['| a | b |\n|---|\n| 1 | 2 |', 2, 0],
    ['| a | b |\n|---|---|\n| 1 | 2 |\nchữ dính liền', 1, 2],
  ])('a table that does not fit: %s', (text, cells, columns) => {
    expect(readMarkdown(text).tableFaults).toMatchObject([{ cells, columns }]);
  });

  test('footnotes are numbered in the order of their marks', () => {
    const read = readMarkdown('một[^b] hai[^a].\n\n[^a]: A *nghiêng*.\n\n[^b]: B.');
    expect(read.footnotes.map(plainText)).toEqual(['B.', 'A nghiêng.']);
    expect(read.faults).toEqual([]);
  });
});
