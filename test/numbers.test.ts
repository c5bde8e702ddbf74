import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longDate, readDate, shortDate } from '../src/model/date.ts';
import { decimal } from '../src/model/decimal.ts';
import { readDecimal, readWhole, writeNumber } from '../src/model/number.ts';
import {
  dataWindow,
  nextPeriodName,
  periodBefore,
  periodName,
  periodsOf,
  readPeriod,
  yearBefore,
} from '../src/model/period.ts';
import { nearest } from '../src/model/text.ts';

const shown = (read: { unscaled: bigint; scale: number } | undefined): string | undefined =>
  read === undefined ? undefined : `${read.unscaled}e-${read.scale}`;

describe('numbers as typed', () => {
  test.each([
    ['41', '41e-0'],
    ['02', '2e-0'],
    ['2.481', '2481e-0'],
    ['1.234.567', '1234567e-0'],
    ['2 481', '2481e-0'],
    ['2.48', undefined],
    ['2,5', undefined],
    ['1.23.456', undefined],
    ['-3', undefined],
    ['', undefined],
  ])('a count: %s', (typed, expected) => {
    expect(shown(readWhole(typed))).toBe(expected);
  });

  test.each([
    ['95,9', 'decimal', '959e-1', false],
    ['1.234,5', 'decimal', '12345e-1', false],
    ['8.75', 'decimal', '875e-2', true],
    ['1.050', 'decimal', '1050e-3', true],
    ['11.690', 'thousands', '11690e-0', false],
    ['1.5', 'thousands', '15e-1', true],
    ['100', 'decimal', '100e-0', false],
  ] as const)('a number with decimals: %s (%s)', (typed, point, expected, ambiguous) => {
    const read = readDecimal(typed, point);
    expect(shown(read?.amount)).toBe(expected);
    expect(read?.ambiguous).toBe(ambiguous);
  });

  test('what is written is read back', () => {
    const amount = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(amount, fc.boolean(), ([unscaled, scale], leadingZero) => {
        const text = writeNumber(decimal(unscaled, scale), { leadingZero, thousands: true });
        const read = scale === 0 ? readWhole(text) : readDecimal(text, 'decimal')?.amount;
        expect(shown(read)).toBe(`${unscaled}e-${scale}`);
      }),
    );
  });
});

describe('dates', () => {
  test.each([
    ['15/6/2022', 'ngày 15 tháng 6 năm 2022', '15/6/2022'],
    ['5/1/2022', 'ngày 05 tháng 01 năm 2022', '05/01/2022'],
    ['29/2/2024', 'ngày 29 tháng 02 năm 2024', '29/02/2024'],
  ])('%s', (typed, long, short) => {
    const read = readDate(typed);
    if (typeof read === 'string') throw new Error(read);
    expect(longDate(read)).toBe(long);
    expect(shortDate(read)).toBe(short);
  });

  test('blanks leave room to write', () => {
    const read = readDate('__/3/2021');
    if (typeof read === 'string') throw new Error(read);
    expect(longDate(read)).toMatch(/^ngày \u00a0+ tháng 3 năm 2021$/);
  });

  test.each([
    ['29/2/2023', 'impossible'],
    ['0/1/2022', 'impossible'],
    ['1/13/2022', 'impossible'],
    ['15-6-2022', 'form'],
    ['5/__/2022', 'form'],
  ])('%s is refused', (typed, fault) => {
    expect(readDate(typed)).toBe(fault);
  });
});

describe('periods', () => {
  test.each([
    ['2021-Q1', 'quý I/2021', '15/12/2020', '14/3/2021', 'quý II năm 2021', '2020-Q4', '2020-Q1'],
    ['2021-Q3', 'quý III/2021', '15/6/2021', '14/9/2021', 'quý IV năm 2021', '2021-Q2', '2020-Q3'],
    ['2022-6T', '06 tháng đầu năm 2022', '15/12/2021', '14/6/2022', '06 tháng cuối năm 2022', '2022-Q1', '2021-6T'],
    ['2022-9T', '09 tháng đầu năm 2022', '15/12/2021', '14/9/2022', '03 tháng cuối năm 2022', '2022-6T', '2021-9T'],
    ['2021-N', 'năm 2021', '15/12/2020', '14/12/2021', 'năm 2022', '2020-N', '2020-N'],
    ['2021-T03', 'tháng 3/2021', '15/02/2021', '14/3/2021', 'tháng 4 năm 2021', '2021-T02', '2020-T03'],
    ['2021-T01', 'tháng 01/2021', '15/12/2020', '14/01/2021', 'tháng 02 năm 2021', '2020-T12', '2020-T01'],
  ])('%s', (id, name, from, to, next, before, yearAgo) => {
    const period = readPeriod(id);
    if (period === undefined) throw new Error(id);
    const window = dataWindow(period);
    expect(periodName(period, true)).toBe(name);
    expect([shortDate(window.from), shortDate(window.to)]).toEqual([from, to]);
    expect(nextPeriodName(period, true)).toBe(next);
    expect(periodBefore(period).id).toBe(before);
    expect(yearBefore(period).id).toBe(yearAgo);
  });

  test('every period of a year is read back, and nothing else is a period', () => {
    for (const period of periodsOf(2022)) expect(readPeriod(period.id)).toEqual(period);
    for (const id of ['2022', '2022-Q5', '2022-6t', '2022-T13', '22-Q1', '2022-Q1.yaml'])
      expect(readPeriod(id)).toBeUndefined();
  });
});

test('near names: slips are seen through, strangers are not', () => {
  const known = ['nhiem_vu_de_ra', 'nhiem_vu_hoan_thanh', 'don_vi'];
  expect(nearest('nhiem_vu_de_raa', known)).toBe('nhiem_vu_de_ra');
  expect(nearest('đơn vị', known)).toBe('don_vi');
  expect(nearest('xyz', known)).toBeUndefined();
});
