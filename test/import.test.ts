import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { importFiles } from '../src/jobs/import.ts';
import { editValues } from '../src/load/yaml-edit.ts';
import { FILES, TestWorkspace } from './support/workspace.ts';

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
});
afterEach(() => ws.remove());

const FORM = 'out/2022-6T/so-mau (biểu nhập).xlsx';
const VALUE = 8;
const yaml = (): string => readFileSync(path.join(ws.root, FILES.report), 'utf8');
const values = (): Record<string, unknown> => parse(yaml(), { schema: 'failsafe' })['so_lieu'];

/** The form as it comes back: read, filled in and saved by another program. */
async function fill(
  change: (cell: (id: string, column?: number) => ExcelJS.Cell, book: ExcelJS.Workbook) => void,
): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path.join(ws.root, FORM));
  const rows = new Map<unknown, ExcelJS.Row>();
  book.getWorksheet('Số liệu')?.eachRow((row) => rows.set(row.getCell(1).value, row));
  change((id, column = VALUE) => {
    const row = rows.get(id);
    if (row === undefined) throw new Error(`no row ${id}`);
    return row.getCell(column);
  }, book);
  await book.xlsx.writeFile(path.join(ws.root, FORM));
}

async function form(): Promise<void> {
  expect((await ws.gen('form', 'so-mau', '2022-6T')).code).toBe(0);
}

describe('an entry form that comes back', () => {
  test('changes what was filled in and nothing else: comments, order, quotes and line ends stay', async () => {
    ws.edit(FILES.report, '  nhiem_vu: 41', '  # theo kế hoạch 09\n  nhiem_vu: "41"   # đã rà soát');
    ws.write(FILES.report, `\ufeff${yaml().replace(/\n/g, '\r\n')}`);
    await form();
    const before = yaml();
    await fill((cell) => {
      cell('nhiem_vu').value = 2481;
      cell('ty_le').value = 0.634;
      cell('ty_le', VALUE + 1).value = 'tạm tính: quý II';
    });
    const { code, out } = await ws.gen('import', FORM);
    expect(code).toBe(0);
    expect(out).toContain('1.1 Số nhiệm vụ (nhiem_vu): 41 → 2.481');
    expect(yaml()).toBe(
      before
        .replace('"41"   # đã rà soát', '"2.481"   # đã rà soát')
        .replace(
          '  hoan_thanh: 26\r\n',
          '  hoan_thanh: 26\r\n  ty_le: { gia_tri: "63,4%", ghi_chu: "tạm tính: quý II" }\r\n',
        ),
    );
  });

  test('shows what would change and writes nothing with --xem; taken in twice it changes nothing more', async () => {
    await form();
    await fill((cell) => {
      cell('nhiem_vu').value = 42;
    });
    const before = yaml();
    expect((await ws.gen('import', FORM, '--xem')).out).toContain('41 → 42');
    expect(yaml()).toBe(before);
    await ws.gen('import', FORM);
    const once = yaml();
    expect(once).toBe(before.replace('nhiem_vu: 41', 'nhiem_vu: 42'));
    expect((await ws.gen('import', FORM)).out).toContain('0 thay đổi; không có gì đổi');
    expect(yaml()).toBe(once);
  });

  test('finds its indicators after rows were sorted and renamed', async () => {
    await form();
    await fill((cell) => {
      const [a, b] = ['nhiem_vu', 'hoan_thanh'];
      for (let column = 1; column <= 11; column += 1) {
        const [left, right] = [cell(a, column).value, cell(b, column).value];
        cell(a, column).value = column === 6 ? 'tên khác' : right;
        cell(b, column).value = left;
      }
      cell(a).value = 30;
    });
    await ws.gen('import', FORM);
    expect(values()).toMatchObject({ nhiem_vu: '41', hoan_thanh: '30' });
  });

  test('takes what was typed over: text, leading zeros, percent signs, none', async () => {
    await form();
    await fill((cell) => {
      cell('nhiem_vu').value = '02';
      cell('hoan_thanh').value = 'Không có';
      cell('ty_le').value = '63,4%';
      cell('von').value = '11.690';
      cell('hinh_thuc').value = 'Phiếu';
      cell('doi_thoai').value = 'Có';
      cell('phan_so').value = '02/02';
      cell('mo_ta').value = 'theo QĐ: 2394';
    });
    const { code } = await ws.gen('import', FORM);
    expect(code).toBe(0);
    expect(values()).toEqual({
      nhiem_vu: '02',
      hoan_thanh: 'Không có',
      ty_le: '63,4%',
      von: '11.690',
      hinh_thuc: 'Phiếu',
      doi_thoai: 'Có',
      phan_so: '02/02',
      mo_ta: 'theo QĐ: 2394',
    });
    expect((await ws.gen('check')).code).toBe(0);
  });

  test('tells of each cell that cannot be taken, with sheet and cell, and takes the others', async () => {
    await form();
    let place = '';
    await fill((cell) => {
      cell('nhiem_vu').value = 'bốn mốt';
      cell('hoan_thanh').value = 27;
      cell('phan_so').value = new Date(Date.UTC(2026, 1, 2));
      cell('phan_so').numFmt = 'd/m/yyyy';
      cell('von').value = { error: '#REF!' };
      cell('ty_le').value = 0.634;
      cell('ty_le').numFmt = '0.00';
      place = cell('phan_so').address;
    });
    const { code, err } = await ws.gen('import', FORM);
    expect(code).toBe(1);
    expect(err).toContain(`${FORM}: trang "Số liệu", ô ${place} [o-khong-nhan]`);
    expect(err).toContain('02/02/2026');
    expect(err).toContain('[sai-kieu-so-lieu]');
    expect(err).toContain('#REF!');
    expect(err).toContain('0,634% hoặc 63,4%');
    expect(values()).toEqual({ nhiem_vu: '41', hoan_thanh: '27' });
  });

  test('does not undo what was corrected in the YAML meanwhile', async () => {
    await form();
    ws.edit(FILES.report, 'nhiem_vu: 41', 'nhiem_vu: 43');
    ws.edit(FILES.report, 'hoan_thanh: 26', 'hoan_thanh: 28');
    await fill((cell) => {
      cell('hoan_thanh').value = 27;
    });
    const { err } = await ws.gen('import', FORM);
    expect(err).toContain('[bieu-xung-dot]');
    expect(err).toContain('"26"');
    expect(values()).toEqual({ nhiem_vu: '43', hoan_thanh: '28' });
  });

  test('a value that is printed otherwise (hien_thi) is left to a person', async () => {
    ws.edit(FILES.report, 'nhiem_vu: 41', 'nhiem_vu: { gia_tri: 41, hien_thi: 41 việc }');
    await form();
    await fill((cell) => {
      cell('nhiem_vu').value = 42;
    });
    const before = yaml();
    expect((await ws.gen('import', FORM)).err).toContain('hien_thi "41 việc"');
    expect(yaml()).toBe(before);
  });

  test('a cleared cell clears the value; a formula gives its saved result, and that is said', async () => {
    await form();
    await fill((cell) => {
      cell('nhiem_vu').value = null;
      cell('hoan_thanh').value = { formula: '20+7', result: 27 };
    });
    const { err } = await ws.gen('import', FORM);
    expect(err).toContain('[gia-tri-tinh-san]');
    expect(values()).toEqual({ nhiem_vu: '', hoan_thanh: '27' });
  });

  test.each([
    ['another unit', ['--don-vi', 'so-khac'], 'bieu-khong-khop'],
    ['another period', ['--ky', '2022-9T'], 'bieu-khong-khop'],
  ])('of %s is refused', async (_, options, code) => {
    await form();
    const { err, code: exit } = await ws.gen('import', FORM, ...options);
    expect(exit).toBe(1);
    expect(err).toContain(`[${code}]`);
  });

  test('of another catalogue is refused; a code that means something else now is not taken', async () => {
    await form();
    await fill((cell) => {
      cell('hinh_thuc').value = '1 – Phiếu';
    });
    ws.edit(FILES.catalogue, '{ 0: Trực tuyến, 1: Phiếu }', '{ 0: Trực tuyến, 1: Điện thoại }');
    const changed = await ws.gen('import', FORM);
    expect(changed.err).toContain('[bieu-danh-muc-da-doi]');
    expect(changed.err).toContain('[o-khong-nhan]');
    ws.write('data/danh-muc/khac.yaml', readFileSync(path.join(ws.root, FILES.catalogue)));
    ws.edit(FILES.unit, 'danh_muc: mau-2022', 'danh_muc: khac');
    expect((await ws.gen('import', FORM)).err).toContain('[bieu-khong-khop]');
  });

  test('waits for another run to end, which may be changing the same report', async () => {
    await form();
    await fill((cell) => {
      cell('nhiem_vu').value = 42;
    });
    const before = yaml();
    ws.write('out/.gen/dang-chay', '4711');
    const request = {
      root: ws.root,
      folder: ws.root,
      files: [FORM],
      unit: undefined,
      period: undefined,
      guesses: false,
    };
    const around = { pid: 1, alive: () => true };
    const { value, problems } = importFiles({ ...request, dryRun: false, around });
    expect([value, problems.map(({ code }) => code)]).toEqual([[], ['dang-chay']]);
    expect(yaml()).toBe(before);
    expect(importFiles({ ...request, dryRun: true, around }).value).toMatchObject([{ outcome: 'planned' }]);
  });

  test('for a report that is not there says how to make it', async () => {
    await ws.gen('form', 'so-mau', '2022-9T');
    const { err } = await ws.gen('import', 'out/2022-9T/so-mau (biểu nhập).xlsx');
    expect(err).toContain('[chua-co-bao-cao]');
    expect(err).toContain('gen new so-mau 2022-9T');
  });
});

describe('any figures, any typing', () => {
  const count = fc.nat(5_000_000);
  const kinds = fc.record(
    {
      nhiem_vu: count,
      von: fc.nat(90_000_000).map((n) => n / 100),
      ty_le: fc.nat(10_000).map((n) => n / 10_000),
      hinh_thuc: fc.constantFrom('0 – Trực tuyến', '1 – Phiếu'),
      doi_thoai: fc.constantFrom('Có', 'Không'),
      phan_so: fc.tuple(fc.nat(99), fc.nat(99)).map(([a, b]) => `${a}/${b}`),
      mo_ta: fc.string({ minLength: 1, maxLength: 40 }),
    },
    { requiredKeys: [] },
  );

  test('what is filled in is what the report then says', async () => {
    await form();
    const [blankForm, blankReport] = [readFileSync(path.join(ws.root, FORM)), yaml()];
    await fc.assert(
      fc.asyncProperty(kinds, async (typed) => {
        writeFileSync(path.join(ws.root, FORM), blankForm);
        ws.write(FILES.report, blankReport);
        const entries = Object.entries(typed).filter(([, value]) => !/\p{Cc}/u.test(String(value)));
        await fill((cell) => {
          for (const [id, value] of entries) cell(id).value = value;
        });
        const { err } = await ws.gen('import', FORM);
        expect(err).not.toContain('LỖI');
        const said = values();
        for (const [id, value] of entries) {
          const text = String(said[id] ?? '');
          const number = Number(text.replace(/\./g, '').replace(',', '.').replace('%', ''));
          if (id === 'ty_le') expect(number).toBeCloseTo(Number(value) * 100, 8);
          else if (typeof value === 'number') expect(number).toBe(value);
          else if (id === 'hinh_thuc') expect(text).toBe(String(value).slice(0, 1));
          else
            expect(text).toBe(
              String(value)
                .replace(/[\u00a0\u2007\u202f]/g, ' ')
                .replace(/[ \t]+/g, ' ')
                .trim()
                .normalize('NFC'),
            );
        }
        const after = yaml();
        await ws.gen('import', FORM);
        expect(yaml()).toBe(after);
      }),
      { numRuns: 40 },
    );
  });

  const BLANK = ['phan_a', 'von', 'ty_le', 'hinh_thuc', 'doi_thoai', 'phan_so', 'mo_ta'] as const;
  const odd = fc.oneof(
    fc.constantFrom('02', '63,4%', '63.4', 'Không có', 'không', 'KHÔNG', 'có', '1.234', '1,234', '2.481.000', '1.05.0'),
    fc.constantFrom(
      'bốn',
      '02/02',
      '15/6/2022',
      '-',
      '…',
      '0',
      '+5',
      '-3',
      '1e3',
      '=1+1',
      ' 7 ',
      '41 việc',
      '0,5',
      '12%',
    ),
    fc.constantFrom(
      '1',
      '5',
      '1 – Phiếu',
      '1 - Phiếu',
      'Phiếu',
      'N/A',
      '{{x}}',
      '{ a: 1 }',
      '# b',
      '&c',
      '*d',
      '_x0041_',
    ),
    fc.string({ minLength: 1, maxLength: 20 }),
  );

  test('whatever is typed over a cell is in the report as it was typed, or the cell is named; all else stays', async () => {
    await form();
    const [blankForm, blankReport] = [readFileSync(path.join(ws.root, FORM)), yaml()];
    const typing = fc.dictionary(fc.constantFrom(...BLANK), odd, { noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(typing, async (typed) => {
        writeFileSync(path.join(ws.root, FORM), blankForm);
        ws.write(FILES.report, blankReport);
        const entries = Object.entries(typed).filter(([, text]) => !/\p{Cc}/u.test(text) && text.trim() !== '');
        const addresses = new Map<string, string>();
        await fill((cell) => {
          for (const [id, text] of entries) {
            cell(id).value = text;
            addresses.set(id, cell(id).address);
          }
        });
        const { err } = await ws.gen('import', FORM);
        const said = values();
        for (const [id, text] of entries) {
          // exceljs writes what looks like Excel's sign for a character as it is, and so it is read as one.
          const tidied = text.replace('_x0041_', 'A').replace(/\s+/g, ' ').trim().normalize('NFC');
          const wanted = id === 'hinh_thuc' ? (/^(\S+) – /.exec(tidied)?.[1] ?? tidied) : tidied;
          const refused = new RegExp(`ô ${addresses.get(id)} \\[[a-z-]+\\]`).test(err);
          if (said[id] === undefined) expect(refused).toBe(true);
          else expect(said[id]).toBe(wanted);
        }
        const filled = new Set(entries.map(([id]) => id));
        for (const id of Object.keys(said)) if (!filled.has(id)) expect(['nhiem_vu', 'hoan_thanh']).toContain(id);
        expect(said).toMatchObject({ nhiem_vu: '41', hoan_thanh: '26' });
      }),
      { numRuns: 40 },
    );
  });

  const id = fc.constantFrom('a', 'b', 'c', 'd');
  const text = fc.oneof(
    fc.constantFrom('41', '02', '63,4%', 'Không có', 'x: y', '- a', '#b', '{c', '"d', "'e", '*f', '%g', 'a, b', ' '),
    fc.string(),
  );
  const entry = fc.record({ value: text, note: text }, { requiredKeys: [] });

  test('editing YAML changes what is asked for, and nothing else', () => {
    const sources = [
      'ngay: 1/1/2022 # x\nso_lieu:\n  b: 1 # hai\n\n  # ba\n  c: { gia_tri: "1,5", ghi_chu: x } # d\nket: |\n  abc\n',
      'so_lieu: {}\nngay: 2\n',
      'so_lieu:\nngay: 2',
      'ngay: 2',
      'so_lieu: { a: 1, c: { ghi_chu: n } }\n',
      'so_lieu:\n    c:\n        gia_tri: 5\n        ghi_chu: >-\n            dài\n    a: 3',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...sources), fc.dictionary(id, entry), fc.boolean(), (source, wanted, windows) => {
        const before = windows ? source.replace(/\n/g, '\r\n') : source;
        const edits = Object.entries(wanted).map(([key, fields]) => ({ id: key, ...fields }));
        const after = editValues(before, edits, ['a', 'b', 'c', 'd']);
        if (after === undefined) return;
        const read = (yamlText: string) => parse(yamlText, { schema: 'failsafe' });
        const plain = (value: unknown): { value: string; note: string } => {
          if (typeof value !== 'object' || value === null) return { value: String(value ?? ''), note: '' };
          const fields = Object.fromEntries(Object.entries(value).map(([key, field]) => [key, String(field ?? '')]));
          return { value: fields['gia_tri'] ?? '', note: fields['ghi_chu'] ?? '' };
        };
        const [old, now] = [read(before), read(after)];
        for (const key of ['a', 'b', 'c', 'd']) {
          const expected = { ...plain(old.so_lieu?.[key]), ...wanted[key] };
          expect(plain(now.so_lieu?.[key])).toEqual(expected);
        }
        for (const key of ['ngay', 'ket']) expect(now[key]).toEqual(old[key]);
        for (const comment of before.match(/#.*$/gm) ?? []) expect(after).toContain(comment.trim());
      }),
      { numRuns: 300 },
    );
  });
});

describe('an appendix that this program did not make', () => {
  async function sheet(rows: readonly (readonly (string | number)[])[], file = 'phu-luc.xlsx'): Promise<void> {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Biểu').addRows(rows.map((row) => [...row]));
    await book.xlsx.writeFile(path.join(ws.root, file));
  }
  const HEAD = [
    ['SỞ MẪU'],
    [],
    ['STT', 'Nội dung chỉ tiêu', 'ĐVT', 'Số liệu', 'Ghi chú'],
    ['(1)', '(2)', '(3)', '(4)', '(5)'],
  ];

  test('is matched by number and label; what is only guessed, and what is left over, is listed and not written', async () => {
    await sheet([
      ...HEAD,
      ['1', 'CHỈ ĐẠO'],
      ['1.1', 'Số nhiệm vụ', 'Nhiệm vụ', 45, 'tăng'],
      ['1.3', 'Số các nhiệm vụ đã hoàn thành', 'Nhiệm vụ', '30'],
      ['', 'Phần A', '', 7],
      ['9.9', 'Chỉ tiêu chẳng ai biết', '', 12],
    ]);
    const shown = await ws.gen('import', 'phu-luc.xlsx', '--don-vi', 'so-mau', '--ky', '2022-6T');
    expect(shown.out).toContain('(nhiem_vu): 41 → 45');
    expect(shown.out).toMatch(/Chỉ đoán[\s\S]*hoan_thanh\): 26 → 30 \[trong tệp ghi "Số các nhiệm vụ đã hoàn thành"/);
    expect(shown.out).toMatch(/Không biết[\s\S]*9\.9 Chỉ tiêu chẳng ai biết: 12/);
    expect(values()).toEqual({ nhiem_vu: { gia_tri: '45', ghi_chu: 'tăng' }, hoan_thanh: '26', phan_a: '7' });
    await ws.gen('import', 'phu-luc.xlsx', '--don-vi', 'so-mau', '--ky', '2022-6T', '--nhan-doan');
    expect(values()).toMatchObject({ hoan_thanh: '30' });
  });

  test('a .docx is read the same way', async () => {
    await ws.gen();
    ws.edit(FILES.report, 'nhiem_vu: 41\n  hoan_thanh: 26', 'nhiem_vu: 40');
    const { code } = await ws.gen('import', 'out/2022-6T/so-mau.docx', '--don-vi', 'so-mau', '--ky', '2022-6T');
    expect(code).toBe(0);
    expect(values()).toEqual({ nhiem_vu: '41', hoan_thanh: '26' });
  });

  test.each([
    ['unit and period are not named', [], 'can-neu-don-vi-ky', HEAD],
    ['there is no table', ['--don-vi', 'so-mau', '--ky', '2022-6T'], 'khong-thay-bang', [['chữ']]],
  ])('%s', async (_, options, code, rows) => {
    await sheet(rows);
    expect((await ws.gen('import', 'phu-luc.xlsx', ...options)).err).toContain(`[${code}]`);
  });

  test.each([
    ['hong.xlsx', Buffer.from('PK nothing')],
    ['bieu.xls', Buffer.from('old')],
    ['bieu.docx', Buffer.from('no')],
  ])('%s cannot be read, and that is said', async (file, bytes) => {
    ws.write(file, bytes);
    const { code, err } = await ws.gen('import', file, '--don-vi', 'so-mau', '--ky', '2022-6T');
    expect(code).toBe(1);
    expect(err).toContain('[tep-khong-nhap-duoc]');
  });

  test('a so_lieu that cannot be edited is left to a person', async () => {
    ws.edit(
      FILES.report,
      'so_lieu:\n  nhiem_vu: 41\n  hoan_thanh: 26',
      'so_lieu:\n  nhiem_vu: &n 41\n  hoan_thanh: *n',
    );
    await sheet([...HEAD, ['1.1', 'Số nhiệm vụ', '', 45], ['1.2', 'Số nhiệm vụ hoàn thành', '', 44]]);
    const before = yaml();
    await ws.gen('import', 'phu-luc.xlsx', '--don-vi', 'so-mau', '--ky', '2022-6T');
    expect(yaml()).toBe(before);
  });
});
