import { existsSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { align } from '../src/diff/align.ts';
import { wordsOf } from '../src/diff/words.ts';
import { type Against, compare } from '../src/jobs/compare.ts';
import { issue } from '../src/jobs/issue.ts';
import { readChoice } from '../src/jobs/selection.ts';
import { type Changes, countChanges } from '../src/model/changes.ts';
import { newTemplate } from '../src/render/template/index.ts';
import { accepted, rejected } from './support/tracked.ts';
import { AROUND, FILES, outline, REPORT, TestWorkspace, UNIT } from './support/workspace.ts';

const TABLE = 'out/2022-6T/so-mau (bảng đính chính).docx';
const REDLINE = 'out/2022-6T/so-mau (so sánh).docx';

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
  ws.write('templates/dinh-chinh.docx', newTemplate(outline('dinh_chinh: true\n')));
});
afterEach(() => ws.remove());

const read = (file: string): Buffer => ws.read(file);
const chosen = ['so-mau', '2022-6T'].flatMap((typed) => readChoice(typed, '.'));
const freeze = () => issue({ root: ws.root, choices: chosen, strict: false, around: AROUND });
const diff = (against: Against = { kind: 'output' }, papers = false) =>
  compare({ root: ws.root, choices: chosen, against, docx: papers, redline: papers, around: AROUND });
const changesOf = (against?: Against): Changes => {
  const { value, problems } = diff(against);
  expect(problems).toEqual([]);
  expect(value).toHaveLength(1);
  return value[0]?.changes ?? { values: [], passages: [], cells: [], fields: [], recipients: [] };
};

const gen = (...argv: string[]) => ws.gen(...argv);

describe('one figure corrected in one report', () => {
  test('changes exactly that report, in exactly the cells and sentences that hold it, and the table says so', async () => {
    ws.write('data/don-vi/so-hai.yaml', UNIT.replaceAll('Sở Mẫu', 'Sở Hai'));
    ws.write('data/bao-cao/so-hai/2022-6T.yaml', REPORT);
    await ws.run();
    await freeze();
    const [issued, other] = [ws.output(), read('out/2022-6T/so-hai.docx')];
    ws.edit(FILES.report, 'nhiem_vu: 41', 'nhiem_vu: 42');
    const run = await ws.run();
    expect(run.reports.filter(({ outcome }) => outcome !== 'fresh').map(({ unitId }) => unitId)).toEqual(['so-mau']);
    expect(read('out/2022-6T/so-hai.docx').equals(other)).toBe(true);

    const corrected = ws.output('out/2022-6T/so-mau (đính chính 1).docx');
    const differing = issued.paragraphs.flatMap(({ text }, i) => {
      const now = corrected.paragraphs[i]?.text;
      return now === text ? [] : [[text, now]];
    });
    expect(corrected.paragraphs).toHaveLength(issued.paragraphs.length);
    expect(differing).toEqual([
      ['Đã giao 41 nhiệm vụ.', 'Đã giao 42 nhiệm vụ.'],
      ['41', '42'],
    ]);
    const row = { id: 'nhiem_vu', number: '1.1', part: false, label: 'Số nhiệm vụ', unit: 'Nhiệm vụ' };
    expect(changesOf({ kind: 'last-issue' })).toEqual({
      values: [{ ...row, before: '41', after: '42' }],
      passages: [
        {
          slot: 'mo_dau',
          headings: [],
          before: 'Đã giao 41 nhiệm vụ.',
          after: 'Đã giao 42 nhiệm vụ.',
          pieces: [
            { text: 'Đã giao ' },
            { text: '41', change: 'del' },
            { text: '42', change: 'ins' },
            { text: ' nhiệm vụ.' },
          ],
        },
      ],
      cells: [],
      fields: [],
      recipients: [],
    });

    expect(diff({ kind: 'last-issue' }, true).value[0]?.written).toEqual([TABLE, REDLINE]);
    const table = ws.output(TABLE);
    expect(table.tables.slice(1, 3)).toEqual([
      [
        ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu đã báo cáo', 'Số liệu đính chính'],
        ['1.1', 'Số nhiệm vụ', 'Nhiệm vụ', '41', '42'],
      ],
      [
        ['Mục', 'Nội dung đã báo cáo', 'Nội dung đính chính'],
        ['', 'Đã giao 41 nhiệm vụ.', 'Đã giao 42 nhiệm vụ.'],
      ],
    ]);
    const texts = table.paragraphs.map(({ text }) => text);
    expect(texts).toContain('BẢNG ĐÍNH CHÍNH SỐ LIỆU');
    expect(texts).toContain('(Đính chính Báo cáo số 05/BC-SM ngày 15 tháng 6 năm 2022 của Sở Mẫu)');
    expect(texts).toContain('Số: \u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/SM');
    expect(texts.filter((text) => ['Nguyễn Văn A', '- Lưu: VT.'].includes(text))).toHaveLength(2);
    const tracked = ws.output(REDLINE);
    expect(accepted(tracked)).toEqual(accepted(corrected));
    expect(rejected(tracked)).toEqual(accepted(issued));
  });
});

describe('what gen diff shows', () => {
  beforeEach(async () => {
    await ws.run();
  });

  test('nothing, when nothing changed', () => {
    expect(countChanges(changesOf())).toBe(0);
    expect(diff({ kind: 'output' }, true).value[0]?.written).toEqual([]);
    expect(existsSync(path.join(ws.root, TABLE))).toBe(false);
  });

  test('a template whose words changed is told of', async () => {
    ws.editTemplate('word/document.xml', (xml) => xml.replace('Cải cách thể chế', 'Về thể chế'));
    expect(countChanges(changesOf())).toBe(0);
    expect((await gen('diff', 'so-mau')).out).toContain('Mẫu đã đổi');
    await ws.run();
    expect((await gen('diff', 'so-mau')).out).not.toContain('Mẫu đã đổi');
  });

  test('a value that came or went', () => {
    ws.edit(FILES.report, 'hoan_thanh: 26', 'phan_a: 3');
    expect(changesOf().values.map(({ id, number, part, before, after }) => [id, number, part, before, after])).toEqual([
      ['hoan_thanh', '1.2', false, '26', ''],
      ['phan_a', '1.2', true, '', '3'],
    ]);
  });

  test('paragraphs: changed, come, gone, moved, with their headings', () => {
    ws.edit(FILES.report, 'Nội dung thể chế.', 'Đoạn mới.\n\n    Nội dung **thể chế**.\n\n    - Một điểm.');
    ws.edit(FILES.report, 'Đã giao {{so nhiem_vu}} nhiệm vụ.', 'Ghi chú[^1].\n\n    [^1]: Nguồn.');
    const shown = changesOf().passages.map(({ headings, before, after }) => [headings.at(-1), before, after]);
    expect(shown).toEqual([
      [undefined, 'Đã giao 41 nhiệm vụ.', undefined],
      [undefined, undefined, 'Ghi chú[^Nguồn.].'],
      ['Cải cách thể chế', undefined, 'Đoạn mới.'],
      ['Cải cách thể chế', 'Nội dung thể chế.', 'Nội dung thể chế.'],
      ['Cải cách thể chế', undefined, '- Một điểm.'],
    ]);
  });

  test('a footnote, word by word', async () => {
    ws.edit(FILES.report, 'Nội dung thể chế.', 'Nội dung[^1].\n\n    [^1]: Quyết định số 12/QĐ-UBND ngày 05/01/2022.');
    await ws.run();
    ws.edit(FILES.report, '05/01/2022', '06/01/2022');
    expect(changesOf().passages.map(({ pieces }) => pieces)).toEqual([
      [
        { text: 'Nội dung[^Quyết định số 12/QĐ-UBND ngày ' },
        { text: '05/01/2022', change: 'del' },
        { text: '06/01/2022', change: 'ins' },
        { text: '.].' },
      ],
    ]);
  });

  test('tables of the narrative, cell by cell', async () => {
    const table = '| Tên | Số |\n    |---|---|\n    | Một | 1 |\n    | Hai | 2 |';
    ws.edit(FILES.report, 'Nội dung thể chế.', table);
    await ws.run();
    ws.edit(FILES.report, '| Hai | 2 |', '| Hai | 3 |');
    expect(changesOf().passages.map(({ before, after }) => [before, after])).toEqual([['2', '3']]);
  });

  test('a slot that came', () => {
    ws.edit(FILES.report, 'so_lieu:', '  them: |\n    Phần thêm vào.\nso_lieu:');
    expect(changesOf().passages).toMatchObject([
      { slot: 'them', headings: ['KẾT QUẢ', 'Phần thêm'], before: undefined },
    ]);
  });

  test('other cells, rows that came or went', () => {
    ws.edit(FILES.report, 'nhiem_vu: 41', 'nhiem_vu: { gia_tri: 41, ghi_chu: Tạm tính }');
    ws.edit(FILES.catalogue, 'don_vi: "%"', 'don_vi: Phần trăm');
    ws.edit(FILES.catalogue, '  - { id: von, stt: "1.4", ten: Vốn, kieu: tien, don_vi: Triệu đồng }\n', '');
    ws.edit(FILES.catalogue, 'ten: Chỉ đạo, kieu: nhom', 'ten: Chỉ đạo điều hành, kieu: nhom');
    const { cells, values } = changesOf();
    expect(cells.map(({ id, column, before, after }) => [id, column, before, after])).toEqual([
      ['chi_dao', 'ten', 'Chỉ đạo', 'Chỉ đạo điều hành'],
      ['nhiem_vu', 'ghi_chu', '', 'Tạm tính'],
      ['ty_le', 'don_vi', '%', 'Phần trăm'],
    ]);
    expect(values).toMatchObject([{ id: 'von', label: 'Vốn', unit: 'Triệu đồng', before: '', after: undefined }]);
  });

  test('the official form and the recipients', () => {
    ws.edit(FILES.report, 'so: 5', 'so: 6\ntrich_yeu: Trích yếu mới');
    ws.edit(FILES.report, 'ngay: 15/6/2022', 'ngay: 16/6/2022');
    ws.edit(FILES.unit, 'ho_ten: Nguyễn Văn A', 'ho_ten: Trần Thị B');
    ws.edit(FILES.unit, 'noi_nhan: [Sở Nội vụ, "Lưu: VT"]', 'noi_nhan: [UBND tỉnh, Sở Nội vụ]');
    const { fields, recipients } = changesOf();
    expect(fields.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['so_ky_hieu', 'Số: 05/BC-SM', 'Số: 06/BC-SM'],
      ['dia_danh_ngay', 'Mẫu, ngày 15 tháng 6 năm 2022', 'Mẫu, ngày 16 tháng 6 năm 2022'],
      ['trich_yeu', 'Công tác cải cách hành chính 06 tháng đầu năm 2022', 'Trích yếu mới'],
      ['ho_ten', 'Nguyễn Văn A', 'Trần Thị B'],
    ]);
    expect(recipients).toEqual([
      { change: 'ins', recipient: 'UBND tỉnh' },
      { change: 'del', recipient: 'Lưu: VT' },
    ]);
  });
});

describe('gen diff on the command line', () => {
  beforeEach(async () => {
    await freeze();
    ws.edit(FILES.report, 'nhiem_vu: 41', 'nhiem_vu: 42');
    await freeze();
    ws.edit(FILES.report, 'nhiem_vu: 42', 'nhiem_vu: 43');
  });

  test('working data with the last output, the last issue, issue N; two issues with each other', () => {
    const sides = (against?: Against): unknown => changesOf(against).values.map(({ before, after }) => [before, after]);
    expect(sides()).toEqual([['42', '43']]);
    expect(sides({ kind: 'last-issue' })).toEqual([['42', '43']]);
    expect(sides({ kind: 'issue', issue: 1 })).toEqual([['41', '43']]);
    expect(sides({ kind: 'between', first: 1, second: 2 })).toEqual([['41', '42']]);
    expect(sides({ kind: 'between', first: 2, second: 1 })).toEqual([['42', '41']]);
  });

  test('text, in both languages', async () => {
    expect((await gen('diff', 'so-mau', '--voi', '1')).out).toBe(
      [
        '≠ 2022-6T/so-mau: lần phát hành 1 → dữ liệu đang có',
        '  Số liệu',
        '    1.1 Số nhiệm vụ: 41 → 43 (Nhiệm vụ)',
        '  Câu chữ',
        '    mo_dau: Đã giao [-41-]{+43+} nhiệm vụ.',
        '1 báo cáo đã so, 1 khác',
      ].join('\n'),
    );
    expect((await gen('diff', '--giua', '1,2', '--lang', 'en')).out).toContain('so-mau: issue 1 → issue 2\n  Values\n');
  });

  test('JSON', async () => {
    const { code, out, err } = await gen('diff', '--voi', 'phat-hanh', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual({
      bao_cao: [
        {
          don_vi: 'so-mau',
          ky: '2022-6T',
          truoc: { loai: 'phat-hanh', lan: 2 },
          sau: { loai: 'du-lieu' },
          so_lieu: [
            {
              id: 'nhiem_vu',
              stt: '1.1',
              trong_do: false,
              ten: 'Số nhiệm vụ',
              don_vi: 'Nhiệm vụ',
              truoc: '42',
              sau: '43',
            },
          ],
          cau_chu: [
            {
              khe: 'mo_dau',
              muc: [],
              truoc: 'Đã giao 42 nhiệm vụ.',
              sau: 'Đã giao 43 nhiệm vụ.',
              manh: [
                { chu: 'Đã giao ', loai: 'giu' },
                { chu: '42', loai: 'bot' },
                { chu: '43', loai: 'them' },
                { chu: ' nhiệm vụ.', loai: 'giu' },
              ],
            },
          ],
          o_khac: [],
          the_thuc: [],
          noi_nhan: [],
          mau_doi: false,
          tep: [],
        },
      ],
      van_de: [],
    });
  });

  test('papers of two issues do not need the working data', async () => {
    ws.write(FILES.report, 'hỏng: [');
    const { code, out } = await gen('diff', 'so-mau', '2022-6T', '--giua', '1,2', '--docx', '--redline');
    expect(code).toBe(0);
    expect(out).toContain(`Đã ghi ${TABLE}`);
    expect(out).toContain(`Đã ghi ${REDLINE}`);
    expect((await gen('diff', 'so-mau', '2022-6T')).code).toBe(1);
  });

  test('the same bytes at any time; a paper that was written into by hand is kept', async () => {
    diff({ kind: 'last-issue' }, true);
    const before = [TABLE, REDLINE].map(read);
    const later = { ...AROUND, now: () => new Date(0) };
    const again = () =>
      compare({
        root: ws.root,
        choices: chosen,
        against: { kind: 'last-issue' },
        docx: true,
        redline: true,
        around: later,
      });
    expect(again().problems).toEqual([]);
    expect([TABLE, REDLINE].map(read)).toEqual(before);
    ws.write(TABLE, 'số 12 ghi tay');
    expect(again().problems.map(({ code }) => code)).toEqual(['ban-sua-tay']);
    expect(read(TABLE)).toEqual(before[0]);
  });

  test.each([
    ['khong-co-lan-phat-hanh', ['--voi', '3'], () => {}],
    ['khong-co-lan-phat-hanh', ['--giua', '1,4'], () => {}],
    ['lich-su-hong', ['--voi', '1'], () => ws.write('out/lich-su/2022-6T/so-mau/01/van-ban.json', '{}')],
    ['chua-lap', [], () => ws.write('out/.gen/van-ban/2022-6T/so-mau.json', '')],
    ['khoa-la', [], () => ws.edit(FILES.report, 'so: 5', 'soo: 5')],
  ])('refuses with %s: %s', async (code, options, change) => {
    change();
    const done = await gen('diff', 'so-mau', '2022-6T', ...options);
    expect(done.code).toBe(1);
    expect(done.err).toContain(`[${code}]`);
  });

  test('without the template of the table of corrections', async () => {
    ws.write('templates/dinh-chinh.docx', 'x');
    expect((await gen('diff', 'so-mau', '--voi', '1', '--docx')).err).toContain('[mau-khong-phai-docx]');
  });

  test.each([
    [['--voi', '0']],
    [['--voi', 'x']],
    [['--giua', '1']],
    [['--giua', '1,1']],
    [['--giua', '1,2', '--voi', '1']],
  ])('wrong usage: %s', async (options) => {
    expect((await gen('diff', ...options)).code).toBe(2);
  });

  test('reports that were never issued are passed over, unless they are named', async () => {
    ws.write('data/don-vi/so-hai.yaml', UNIT.replaceAll('Sở Mẫu', 'Sở Hai'));
    ws.write('data/bao-cao/so-hai/2022-6T.yaml', REPORT);
    expect(await gen('diff', '--voi', 'phat-hanh')).toMatchObject({ code: 0, err: '' });
    expect((await gen('diff', 'so-hai', '--voi', 'phat-hanh')).err).toContain('[khong-co-lan-phat-hanh]');
    expect((await gen('diff', 'so-hai')).err).toContain('[chua-lap]');
  });
});

describe('lining up', () => {
  const lined = (before: string[], after: string[]): unknown =>
    align(before, after, { key: (text) => text, sort: () => '', words: wordsOf }).map((pair) => [
      pair.before,
      pair.after,
    ]);

  test('a paragraph put in before one that changed', () => {
    expect(lined(['một hai ba bốn'], ['mới tinh', 'một hai ba năm'])).toEqual([
      [undefined, 'mới tinh'],
      ['một hai ba bốn', 'một hai ba năm'],
    ]);
  });

  test('nothing is lost, and the order of both is kept', () => {
    const texts = fc.array(fc.constantFrom('a b c', 'a b d', 'c d e', 'x', ''), { maxLength: 8 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const pairs = align(before, after, { key: (text) => text, sort: () => '', words: wordsOf });
        expect(pairs.flatMap((pair) => pair.before ?? [])).toEqual(before);
        expect(pairs.flatMap((pair) => pair.after ?? [])).toEqual(after);
      }),
    );
  });
});
