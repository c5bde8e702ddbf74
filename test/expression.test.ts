import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { showPlace } from '../src/cli/place.ts';
import { calculate, decide } from '../src/expression/evaluate.ts';
import { withFigures } from '../src/expression/explain.ts';
import { dependencyOrder } from '../src/expression/order.ts';
import { parseExpression } from '../src/expression/parse.ts';
import { rounded } from '../src/expression/rational.ts';
import { type Decimal, decimal } from '../src/model/decimal.ts';
import { type Expression, isCondition, type NumberExpression, type Reference } from '../src/model/expression.ts';
import { CATALOGUE, FILES, REPORT, TestWorkspace } from './support/workspace.ts';

const IDS = new Set(['a', 'b', 'c', 'muc_do_3', 'khong_dat']);
const place = (offset: number) => ({ kind: 'text', file: 'x', line: 1, column: offset + 1 }) as const;

function parse(text: string): Expression {
  const { value, problems } = parseExpression(text, { ids: IDS, place });
  if (value === undefined) throw new Error(problems.map(({ message }) => message.vi).join('; '));
  return value;
}

function faultOf(text: string): string {
  const [found] = parseExpression(text, { ids: IDS, place }).problems;
  return found?.at.kind === 'text' ? `${found.code}:${found.at.column}` : 'none';
}

const FIGURES: Readonly<Record<string, Decimal>> = {
  a: decimal(26n),
  b: decimal(41n),
  muc_do_3: decimal(955n, 1),
  'before a': decimal(20n),
};
const lookup = ({ id, period }: Reference): Decimal | undefined =>
  Object.hasOwn(FIGURES, period === 'now' ? id : `${period} ${id}`)
    ? FIGURES[period === 'now' ? id : `${period} ${id}`]
    : undefined;

function worth(text: string): string {
  const expression = parse(text);
  if (isCondition(expression)) {
    const verdict = decide(expression, lookup);
    return verdict.kind === 'verdict' ? String(verdict.holds) : verdict.kind;
  }
  const result = calculate(expression, lookup);
  if (result.kind !== 'value') return result.kind;
  const { unscaled, scale } = rounded(result.value, 3);
  return `${Number(unscaled) / 10 ** scale}${result.partial ? ' partial' : ''}`;
}

test.each([
  ['a / b * 100', '63.415'],
  ['a+b*2', '108'],
  ['(a + b) * 2', '134'],
  ['a - b - 1', '-16'],
  ['-a + 30', '4'],
  ['muc_do_3 + 0,5', '96'],
  ['2.481 + 1', '2482'],
  ['1.234,5 * 2', '2469'],
  ['1.5 * 2', '3'],
  ['0,1 + 0,2', '0.3'],
  ['a / 0', 'division-by-zero'],
  ['a / (b - 41)', 'division-by-zero'],
  ['a + c', 'missing'],
  ['tong(a; b)', '67'],
  ['SUM(a, b, c)', '67 partial'],
  ['tong(c)', 'missing'],
  ['lam_tron(a / b * 100; 1)', '63.4'],
  ['round(2,5)', '3'],
  ['min(a; b) + max(a; b; 50)', '76'],
  ['ky_truoc.a + 1', '21'],
  ['cung_ky.a + 1', 'missing'],
  ['a <= b', 'true'],
  ['a = 26 va b == 41', 'true'],
  ['a <> 26 hoac b != 41', 'false'],
  ['khong (a > b)', 'true'],
  ['!(a > b) && b >= 41', 'true'],
  ['a > 1 hoac c > 1', 'true'],
  ['a > 1 va c > 1', 'missing'],
  ['tong(a; c) <= b', 'true'],
  ['khong_dat = 1 hoặc a = 26', 'true'],
])('%s is %s', (text, expected) => {
  expect(worth(text)).toBe(expected);
});

describe('what is wrong is told at its place', () => {
  test.each([
    ['a / * b', 'bieu-thuc-sai:5'],
    ['(a + b', 'bieu-thuc-sai:7'],
    ['a b', 'bieu-thuc-sai:1'],
    ['a + d', 'bieu-thuc-chi-tieu-la:5'],
    ['tong(a; muc_do_4)', 'bieu-thuc-chi-tieu-la:9'],
    ['ky_truoc.zzz_x', 'bieu-thuc-chi-tieu-la:10'],
    ['a.b', 'bieu-thuc-sai:1'],
    ['a < b < c', 'bieu-thuc-sai:5'],
    ['1 + (a < b)', 'bieu-thuc-sai:10'],
    ['a va b', 'bieu-thuc-sai:1'],
    ['binh_phuong(a)', 'bieu-thuc-sai:1'],
    ['a["constructor"]', 'bieu-thuc-sai:1'],
    ['constructor', 'bieu-thuc-chi-tieu-la:1'],
    ['this', 'bieu-thuc-sai:1'],
    ['a ? b : c', 'bieu-thuc-sai:1'],
    ['"a"', 'bieu-thuc-sai:1'],
    ['a = 63,4%', 'bieu-thuc-sai:9'],
    ['1e9', 'bieu-thuc-sai:1'],
    ['1,2,3', 'bieu-thuc-sai:1'],
    ['', 'bieu-thuc-sai:1'],
    ['   ', 'bieu-thuc-sai:1'],
    [`${'('.repeat(30)}a${')'.repeat(30)}`, 'bieu-thuc-sai:1'],
    ['a+'.repeat(1500), 'bieu-thuc-sai:1'],
    [`${'-'.repeat(1900)}a`, 'bieu-thuc-sai:1'],
  ])('%s', (text, expected) => {
    expect(faultOf(text)).toBe(expected);
  });
});

test('whatever is typed is read or told of, never thrown', () => {
  const piece = fc.constantFrom(
    ...'a b c 1 2,5 1.000 ( ) + - * / < = <> ; , . [ ] " ! & | va hoac khong tong ky_truoc % $ é'.split(' '),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, spaced) => {
      const { value, problems } = parseExpression(pieces.join(spaced ? ' ' : ''), { ids: IDS, place });
      expect(value === undefined).toBe(problems.length > 0);
    }),
    { numRuns: 1000 },
  );
});

const numberExpression: fc.Arbitrary<NumberExpression> = fc.letrec<{ expression: NumberExpression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    fc.record({ kind: fc.constant('number' as const), unscaled: fc.bigInt(0n, 9999n), scale: fc.nat(3) }),
    fc.constantFrom('a', 'b', 'muc_do_3').map((id): Reference => ({ kind: 'reference', id, period: 'now' })),
    fc.record({
      kind: fc.constant('arithmetic' as const),
      operator: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
      left: tie('expression'),
      right: tie('expression'),
    }),
    fc.record({ kind: fc.constant('negative' as const), operand: tie('expression') }),
    fc.record({
      kind: fc.constant('call' as const),
      name: fc.constant('sum' as const),
      operands: fc.array(tie('expression'), { minLength: 1, maxLength: 3 }),
    }),
  ),
})).expression;

test('a calculation that is shown with its figures comes to the same when read again', () => {
  fc.assert(
    fc.property(numberExpression, (expression) => {
      const shown = parse(withFigures(expression, lookup));
      if (isCondition(shown)) throw new Error('no number');
      const [first, again] = [calculate(expression, lookup), calculate(shown, lookup)];
      expect(again.kind).toBe(first.kind);
      if (first.kind !== 'value' || again.kind !== 'value') return;
      expect(rounded(again.value, 6)).toEqual(rounded(first.value, 6));
    }),
  );
});

test('formulas come in the order in which they need each other, and circles are named', () => {
  const formulas = (texts: Readonly<Record<string, string>>) =>
    new Map(
      Object.entries(texts).map(([id, text]) => {
        const expression = parse(text);
        if (isCondition(expression)) throw new Error('no number');
        return [id, expression] as const;
      }),
    );
  expect(dependencyOrder(formulas({ a: 'b + c', b: 'c * 2', c: '1' })).ids).toEqual(['c', 'b', 'a']);
  expect(dependencyOrder(formulas({ a: 'b', b: 'c + 1', c: 'a' })).cycles).toEqual([['a', 'b', 'c']]);
  expect(dependencyOrder(formulas({ a: 'a + 1' })).cycles).toEqual([['a']]);
  expect(dependencyOrder(formulas({ a: 'ky_truoc.a + 1' })).cycles).toEqual([]);
});

describe('in a catalogue', () => {
  let ws: TestWorkspace;
  beforeEach(() => {
    ws = new TestWorkspace();
  });
  afterEach(() => ws.remove());

  const RATE = `ten: "Tỷ lệ *(lũy kế)*", kieu: ti_le, don_vi: "%"`;
  const formula = (text: string) => ws.write(FILES.catalogue, CATALOGUE.replace(RATE, `${RATE}, cong_thuc: ${text}`));
  const found = async () =>
    (await ws.run()).problems.map(
      ({ code, at }) =>
        `${code} ${showPlace(at, () => readFileSync(path.join(ws.root, FILES.catalogue), 'utf8'), 'vi').address}`,
    );
  const cell = (row: number): string | undefined => ws.output().tables.at(-1)?.[row + 2]?.[3];

  test.each([
    ['hoan_thanh / nhiem_vuu * 100', 'bieu-thuc-chi-tieu-la', 13],
    ['hoan_thanh / ', 'bieu-thuc-sai', 12],
    ['hoan_thanh <= nhiem_vu', 'bieu-thuc-sai', 0],
    ['ty_le + 1', 'cong-thuc-vong', 0],
  ])('a wrong formula is told at its place: %s', async (text, code, offset) => {
    formula(text);
    const line = readFileSync(path.join(ws.root, FILES.catalogue), 'utf8').split('\n')[10] ?? '';
    expect(await found()).toEqual([`${code} ${FILES.catalogue}:11:${line.indexOf(text.trim()) + offset + 1}`]);
  });

  test.each([
    [
      'a formula for what is no number',
      'kieu: van_ban }',
      'kieu: van_ban, cong_thuc: nhiem_vu }',
      'cong-thuc-sai-kieu',
    ],
    [
      'a rule without a comparison',
      'chi_tieu:',
      'quy_tac: [{ id: x, bieu_thuc: nhiem_vu + 1, thong_bao: y }]\nchi_tieu:',
      'bieu-thuc-sai',
    ],
    [
      'two rules of one id',
      'chi_tieu:',
      'quy_tac: [{ id: x, bieu_thuc: nhiem_vu > 1, thong_bao: y }, { id: x, bieu_thuc: nhiem_vu > 1, thong_bao: y }]\nchi_tieu:',
      'quy-tac-trung',
    ],
  ])('%s', async (_, from, to, code) => {
    ws.write(FILES.catalogue, CATALOGUE.replace(from, to));
    expect((await ws.run()).problems.map((problem) => problem.code)).toEqual([code]);
  });

  test('what was left out is computed and printed, in the narrative too', async () => {
    formula('hoan_thanh / nhiem_vu * 100');
    ws.edit(FILES.report, 'Đã giao {{so nhiem_vu}} nhiệm vụ.', 'Đạt {{ti_le ty_le}}.');
    expect(await found()).toEqual([]);
    expect(cell(5)).toBe('63,4');
    expect(ws.output().bookmark('_khe_mo_dau')?.[0]?.text).toBe('Đạt 63,4%.');
  });

  test('with the percent sign where the report types it', async () => {
    ws.write(
      FILES.catalogue,
      `${CATALOGUE}  - { id: khac, stt: "1.9", ten: Tỷ lệ khác, kieu: ti_le, don_vi: "%", cong_thuc: hoan_thanh / nhiem_vu * 100 }\n`,
    );
    ws.write(FILES.report, `${REPORT}  ty_le: 50%\n`);
    expect(await found()).toEqual([]);
    expect(cell(11)).toBe('63,4%');
  });

  test('a rate of whole parts has no zero behind the comma; a division by zero and a missing figure leave the cell empty', async () => {
    formula('hoan_thanh / nhiem_vu * 100');
    ws.edit(FILES.report, 'hoan_thanh: 26', 'hoan_thanh: 41');
    await ws.run();
    expect(cell(5)).toBe('100');
    ws.edit(FILES.report, 'hoan_thanh: 41', 'hoan_thanh: 0').edit(FILES.report, 'nhiem_vu: 41', 'nhiem_vu: 0');
    await ws.run();
    expect(cell(5)).toBe('');
    ws.edit(FILES.report, '  nhiem_vu: 0\n', '');
    ws.edit(FILES.report, '{{so nhiem_vu}}', 'nhiều');
    await ws.run();
    expect(cell(5)).toBe('');
  });

  test('what was typed stays; an empty cell that is meant stays empty', async () => {
    formula('hoan_thanh / nhiem_vu * 100');
    ws.write(FILES.report, `${REPORT}  ty_le: { hien_thi: "" }\n`);
    await ws.run();
    expect(cell(5)).toBe('');
    ws.write(FILES.report, `${REPORT}  ty_le: 63,41%\n`);
    await ws.run();
    expect(cell(5)).toBe('63,41%');
  });

  test('formulas build on each other, sums leave out what is missing, and other periods are reached', async () => {
    ws.write(
      FILES.catalogue,
      CATALOGUE.replace(
        'ten: Số nhiệm vụ hoàn thành, kieu: so_dem',
        'ten: Hoàn thành, kieu: so_dem, cong_thuc: tong(phan_a; phan_b) + ky_truoc.nhiem_vu',
      ).replace(RATE, `${RATE}, cong_thuc: hoan_thanh / nhiem_vu * 100`),
    );
    ws.edit(FILES.report, '  hoan_thanh: 26\n', '  phan_a: 3\n');
    ws.write('data/bao-cao/so-mau/2022-Q1.yaml', REPORT.replace('nhiem_vu: 41', 'nhiem_vu: 17'));
    expect((await ws.run('2022-6T')).problems).toEqual([]);
    expect([cell(2), cell(5)]).toEqual(['20', '48,8']);
  });
});
