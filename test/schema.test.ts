import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeSchemas } from '../src/jobs/schemas.ts';
import { FILES, REPORT, TestWorkspace } from './support/workspace.ts';

/** Editors are told what `gen` takes: the schemas accept it, and refuse what is surely wrong. */

const ROOT = path.join(import.meta.dirname, '..');
const FORM = 'data/.schema/bao-cao/mau--mau-2022.json';

const validator = (schema: string) => new Ajv({ strict: false }).compile(JSON.parse(schema));

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
});
afterEach(() => ws.remove());

const read = (file: string): string => ws.read(file).toString('utf8');

test('gen schema writes a schema for each form, and the same bytes the second time', async () => {
  expect((await ws.gen('schema')).err).toContain(`✓ ${FORM}`);
  expect(readdirSync(path.join(ws.root, 'data/.schema')).sort()).toEqual(
    ['bao-cao', 'danh-muc.json', 'de-cuong.json', 'don-vi.json', 'hieu-luc.json'].sort(),
  );
  expect((await ws.gen('schema')).err).toBe('Không có lược đồ nào đổi');
});

test('it knows the slots with their headings, the indicators with label, unit and codes', async () => {
  await ws.gen('schema');
  const { properties } = JSON.parse(read(FORM));
  expect(properties.noi_dung.properties.the_che).toMatchObject({ title: 'KẾT QUẢ › Cải cách thể chế' });
  expect(properties.noi_dung.required).toEqual(['mo_dau', 'the_che']);
  expect(properties.so_lieu.properties.nhiem_vu.title).toBe('1.1. Số nhiệm vụ (Nhiệm vụ)');
  expect(properties.so_lieu.properties.hinh_thuc.description).toContain('0 = Trực tuyến; 1 = Phiếu');
});

test('gen keeps it fresh when the catalogue changes', async () => {
  await ws.gen('schema');
  ws.edit(FILES.catalogue, 'id: mo_ta,', 'id: mo_ta_moi,');
  const soon = new Date(Date.now() + 5000);
  utimesSync(path.join(ws.root, FILES.catalogue), soon, soon);
  await ws.gen();
  expect(read(FORM)).toContain('"mo_ta_moi"');
});

test('a new report names its schema, which is there and takes the filled-in report', async () => {
  await ws.gen('new', 'so-mau', '2022-9T');
  const made = read('data/bao-cao/so-mau/2022-9T.yaml');
  expect(made.split('\n')[0]).toBe('# yaml-language-server: $schema=../../.schema/bao-cao/mau--mau-2022.json');
  const validate = validator(read(FORM));
  expect(validate(parse(made)) ? [] : validate.errors).toEqual([]);
});

describe('values', () => {
  let one: TestWorkspace;
  let validate: ReturnType<typeof validator>;
  beforeAll(() => {
    one = new TestWorkspace();
    writeSchemas(one.root);
    validate = validator(one.read(FORM).toString('utf8'));
  });
  afterAll(() => one.remove());

  const takes = (text: string): boolean => validate(parse(text));
  const withValue = (line: string): string => REPORT.replace('  hoan_thanh: 26', `  ${line}`);

  /** Whether `gen check` finds no error in a report with this line. */
  async function generates(line: string): Promise<boolean> {
    one.write(FILES.report, withValue(line));
    const { problems } = await one.runAs('check');
    return !problems.some(({ severity }) => severity === 'loi');
  }

  const digits = fc.integer({ min: 0, max: 9_999_999 }).map(String);
  const spellings = fc.oneof(
    digits,
    digits.map((one) => one.replace(/\B(?=(\d{3})+$)/g, '.')),
    digits.map((one) => `"${one.replace(/\B(?=(\d{3})+$)/g, ' ')}"`),
    fc.tuple(digits, digits).map(([a, b]) => `${a},${b}`),
    fc.tuple(digits, digits).map(([a, b]) => `${a}.${b}`),
    fc.tuple(digits, digits).map(([a, b]) => `${a}/${b}`),
    fc.tuple(digits, fc.constantFrom('%', ' %')).map(([a, sign]) => `"${a}${sign}"`),
    digits.map((a) => `0${a}`),
    fc.constantFrom(
      'Không',
      'không có',
      'KHÔNG CÓ.',
      'Chưa phát sinh',
      '"-"',
      '–',
      'Có',
      'x',
      'có',
      '',
      '""',
      'Trực tuyến',
    ),
    fc.constantFrom('phiếu', 'TRỰC TUYẾN', '0', '1', '2', '02/02', '2.481 / 3.000', 'một câu', 'true', '-5', '1e3'),
    digits.map((a) => `{ gia_tri: "${a}", ghi_chu: a }`),
    fc.constantFrom('{ hien_thi: "—" }', '{ gia_tri: 5, hien_thi: "05" }', '{ gia_tri: "95,9%" }'),
  );
  const indicators = fc.constantFrom(
    'hoan_thanh',
    'ty_le',
    'von',
    'hinh_thuc',
    'doi_thoai',
    'phan_so',
    'mo_ta',
    'chi_dao',
  );

  test('whatever gen takes, the schema takes', async () => {
    await fc.assert(
      fc.asyncProperty(indicators, spellings, async (id, typed) => {
        const line = `${id}: ${typed}`;
        fc.pre(await generates(line));
        expect(takes(withValue(line)), line).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  test.each([
    'hoan_thanh: hai sáu',
    'hoan_thanh: "95,9"',
    'hoan_thanh: -5',
    'hoan_thanh: true',
    'hoan_thanh: [26]',
    'hoan_thanh: { gia_tri: hai sáu }',
    'hoan_thanh: { gia_trii: 26 }',
    'hoan_thnah: 26',
    'ty_le: cao',
    'von: 5%',
    'hinh_thuc: 7',
    'hinh_thuc: Email',
    'doi_thoai: chưa rõ',
    'doi_thoai: 2',
    'phan_so: 5',
    'phan_so: "2 trên 3"',
  ])('%s is marked while typing, and refused by gen', async (line) => {
    expect(takes(withValue(line))).toBe(false);
    expect(await generates(line)).toBe(false);
  });

  test.each([
    ['a slot that the template does not have', REPORT.replace('the_che:', 'the_chee:')],
    ['a missing slot', REPORT.replace(/ {2}the_che: \|\n.*\n/, '')],
    ['a missing date', REPORT.replace('ngay: 15/6/2022\n', '')],
    ['a date in another form', REPORT.replace('15/6/2022', '15-6')],
    ['a key that is none', REPORT.replace('so: 5', 'soo: 5')],
    ['a reason without its words', `${REPORT}giai_trinh:\n  - { ma: so-nhap-nhang, chi_tieu: ty_le, ly_do: "" }\n`],
    ['a reason for another indicator', `${REPORT}giai_trinh:\n  - { ma: so-nhap-nhang, chi_tieu: x, ly_do: a }\n`],
  ])('%s is marked', (_, text) => {
    expect(takes(text)).toBe(false);
    expect(takes(REPORT)).toBe(true);
  });
});

describe('the sample data', () => {
  const files = ['data/don-vi', 'data/danh-muc', 'data/bao-cao', 'templates'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`),
  );

  test.each(files)('%s carries its modeline and keeps to that schema', (file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? '';
    expect(named).not.toBe('');
    const schema = readFileSync(path.join(ROOT, path.dirname(file), named), 'utf8');
    const validate = validator(schema);
    expect(validate(parse(text)) ? [] : validate.errors).toEqual([]);
  });

  test('the schemas kept with it are fresh (gen schema)', () => {
    ws.copyFrom(ROOT, ['data', 'templates']);
    expect(writeSchemas(ws.root)).toEqual({ value: [], problems: [] });
  });
});
