import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { skeleton } from '../src/editing/skeleton.ts';
import { Workspace } from '../src/load/workspace.ts';
import { readPeriod } from '../src/model/period.ts';
import { FILES, TestWorkspace } from './support/workspace.ts';

/** `gen new` writes what an official fills in, and takes over only what may still hold. */

const NEW = 'data/bao-cao/so-mau/2022-9T.yaml';

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
});
afterEach(() => ws.remove());

const make = (...argv: string[]) => ws.gen('new', 'so-mau', ...argv);
const text = (file = NEW): string => ws.read(file).toString('utf8');
const codes = (err: string): string[] => [...err.matchAll(/\[([a-z0-9-]+)\]$/gm)].map(([, code = '']) => code);

test('slots in order under their headings, indicators with labels and units, the rest left to the unit', async () => {
  expect((await make('2022-9T')).code).toBe(0);
  const made = text();
  expect(parse(made)).toMatchObject({
    ngay: '__/9/2022',
    noi_dung: { mo_dau: '', the_che: '' },
    so_lieu: { nhiem_vu: null },
  });
  expect(Object.keys(parse(made).noi_dung)).toEqual(['mo_dau', 'the_che']);
  expect(made).toContain('  # KẾT QUẢ › Cải cách thể chế\n  the_che: |');
  expect(made).toContain('  # KẾT QUẢ › Phần thêm (không bắt buộc)\n  # them: |');
  expect(made).toContain('  # 1.1. Số nhiệm vụ (Nhiệm vụ)\n  nhiem_vu:\n');
  expect(made).toContain('  #   Mã: 0 = Trực tuyến; 1 = Phiếu\n  hinh_thuc:\n');
  expect(made).toContain('# nguoi_ky: { chuc_vu: "GIÁM ĐỐC", ho_ten: "Nguyễn Văn A" }');
  expect(made).toContain('số liệu từ 15/12/2021 đến 14/9/2022');
});

test('an untouched skeleton is told of slot by slot, and that its date is open', async () => {
  await make('2022-9T');
  const { code, err } = await ws.gen('check', '2022-9T');
  expect(code).toBe(1);
  expect(codes(err)).toEqual(['con-de-dien', 'khe-trong', 'khe-trong']);
});

test('a filled-in skeleton makes a report', async () => {
  await make('2022-9T');
  ws.edit(NEW, 'mo_dau: |\n', 'mo_dau: |\n    Mở đầu.\n').edit(NEW, 'the_che: |\n', 'the_che: |\n    Thể chế.\n');
  ws.edit(NEW, '  nhiem_vu:\n', '  nhiem_vu: 41\n');
  expect((await ws.gen('2022-9T')).code).toBe(0);
  expect(ws.output('out/2022-9T/so-mau.docx').bookmark('_khe_the_che')?.[0]?.text).toBe('Thể chế.');
});

test('what is there is never overwritten', async () => {
  const before = text(FILES.report);
  const { code, err } = await make('2022-6T');
  expect([code, codes(err)]).toEqual([1, ['da-co-tep']]);
  expect(text(FILES.report)).toBe(before);
  ws.write('data/bao-cao/so-mau/2022-Q1.yml', before);
  expect(codes((await make('2022-Q1')).err)).toEqual(['da-co-tep']);
});

const FAULTS: readonly (readonly [readonly string[], readonly string[], string])[] = [
  [['so-mauu', '2022-9T'], ['don-vi-la'], 'Ý bạn là "so-mau"?'],
  [['so-mau', '2022-9t'], ['ky-la'], 'Ý bạn là "2022-9T"?'],
  [['con', '2022-9T'], ['don-vi-la'], '"con"'],
  [['../x', '2022-9T'], ['don-vi-la'], '"../x"'],
  [['so-mau', '2022-9T', '--tu', '2022-Q1'], ['khong-co-bao-cao'], '2022-Q1'],
  [['so-mau', '2022-9T', '--tu', 'x'], ['ky-la'], '"x"'],
];

test.each(FAULTS)('gen new %j', async (argv, expected, said) => {
  const { code, err } = await ws.gen('new', ...argv);
  expect([code, codes(err)]).toEqual([1, expected]);
  expect(err).toContain(said);
});

describe('--tu', () => {
  beforeEach(() => {
    ws.edit(FILES.catalogue, 'ten: Số nhiệm vụ,', 'luy_ke: true, ten: Số nhiệm vụ,');
    ws.edit(FILES.catalogue, 'id: phan_a,', 'id: phan_a, on_dinh: true,');
    ws.edit(FILES.report, '  the_che:', '  # hỏi lại phòng Tư pháp\n  the_che:');
    ws.edit(FILES.report, 'hoan_thanh: 26', 'hoan_thanh: 26\n  phan_a: { gia_tri: 2.481, ghi_chu: "cả hai: cũ, mới" }');
  });

  test('narrative, what adds up in the year and what seldom changes come along, with their comments; nothing else', async () => {
    await make('2022-9T', '--tu', '2022-6T');
    const made = parse(text());
    expect(made.noi_dung.mo_dau.trim()).toBe('Đã giao {{so nhiem_vu}} nhiệm vụ.');
    expect(text()).toContain('  # hỏi lại phòng Tư pháp\n  the_che: |\n    Nội dung thể chế.\n');
    expect(made.so_lieu).toMatchObject({
      nhiem_vu: 41,
      hoan_thanh: null,
      phan_a: { gia_tri: '2.481', ghi_chu: 'cả hai: cũ, mới' },
    });
    expect([made.so, made.ngay]).toEqual([null, '__/9/2022']);
    expect(made.xem_lai).toEqual(['mo_dau', 'the_che', 'nhiem_vu', 'phan_a']);
  });

  test('what adds up in a year does not come along into the next', async () => {
    await make('2023-Q1', '--tu', '2022-6T');
    expect(parse(text('data/bao-cao/so-mau/2023-Q1.yaml')).so_lieu).toMatchObject({ nhiem_vu: null, hoan_thanh: null });
  });

  test('each is told of until its line in xem_lai is gone', async () => {
    await make('2022-9T', '--tu', '2022-6T');
    ws.edit(NEW, 'ngay: __/9/2022', 'ngay: 15/9/2022');
    const { err } = await ws.gen('check', '2022-9T');
    expect(codes(err)).toEqual(Array(4).fill('chua-xem-lai'));
    ws.edit(NEW, '  - the_che\n', '').edit(NEW, '  - phan_a\n', '');
    expect(codes((await ws.gen('check', '2022-9T')).err)).toEqual(Array(2).fill('chua-xem-lai'));
    ws.edit(NEW, 'xem_lai:\n  - mo_dau\n  - nhiem_vu\n', '');
    expect(codes((await ws.gen('check', '2022-9T')).err)).toEqual([]);
  });

  test('notes of the skeleton itself are not doubled when one report follows the other', async () => {
    await make('2022-9T', '--tu', '2022-6T');
    await make('2022-N', '--tu', '2022-9T');
    const made = text('data/bao-cao/so-mau/2022-N.yaml');
    expect(made.match(/# KẾT QUẢ › Cải cách thể chế/g)).toHaveLength(1);
    expect(made.match(/# hỏi lại phòng Tư pháp/g)).toHaveLength(1);
  });

  test('any text comes along as it was', () => {
    const workspace = new Workspace(ws.root);
    const [unit, template] = [workspace.unit('so-mau').value, workspace.template('mau').value];
    const period = readPeriod('2022-9T');
    if (unit === undefined || template === undefined || period === undefined)
      throw new Error('the workspace is broken');
    const line = fc.string({ unit: fc.constantFrom(...'ab:#-|>%@"\'{}[]&*!? \t.1đ') });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const value = lines
          .map((one) => one.trimEnd())
          .join('\n')
          .trimEnd();
        fc.pre(value.trim() !== '');
        const narrative = new Map([['the_che', { value, comments: [] }]]);
        const carried = { from: period, narrative, values: new Map() };
        const made = skeleton({ unit, period, template, catalogue: undefined, head: [], carried });
        expect(parse(made).noi_dung.the_che.trimEnd()).toBe(value);
      }),
    );
  });
});
