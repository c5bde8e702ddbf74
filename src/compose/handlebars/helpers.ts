import { longDate, shortDate } from '../../model/date.ts';
import { absolute, compare, type Decimal, isZero, percentOf, subtract, trimmed } from '../../model/decimal.ts';
import { type NumberStyle, writeNumber } from '../../model/number.ts';
import type { Wording } from '../../model/problem.ts';
import { amountOf, printed, type Thing, textThing } from '../things.ts';

/** Why a helper could not do its work, as the message says it. */
export interface HelperFault {
  readonly cause: Wording;
}

export interface Helper {
  /** How many values it takes: at least, at most. */
  readonly takes: readonly [number, number];
  readonly does: string;
  readonly example: string;
  readonly prints: string;
  readonly run: (values: readonly Thing[], style: NumberStyle) => Thing | HelperFault;
}

const fault = (vi: string, en: string): HelperFault => ({ cause: { vi, en } });
const notNumber = fault('cần một số', 'it needs a number');

function onNumber(values: readonly Thing[], use: (amount: Decimal) => string): Thing | HelperFault {
  const [thing] = values;
  const amount = thing === undefined ? undefined : amountOf(thing);
  return amount === undefined ? notNumber : textThing(use(amount));
}

function onTwo(values: readonly Thing[], use: (a: Decimal, b: Decimal) => Thing | HelperFault): Thing | HelperFault {
  const [first, second] = values.map(amountOf);
  return first === undefined || second === undefined ? fault('cần hai số', 'it needs two numbers') : use(first, second);
}

const percentText = (amount: Decimal): string => `${writeNumber(amount, { leadingZero: false, thousands: true })}%`;

function asText(thing: Thing | undefined, style: NumberStyle): string | undefined {
  return thing === undefined ? undefined : printed(thing, style);
}

/** Rounded to one digit for percentages that the program works out itself, as the forms do. */
const SHOWN_DIGITS = 1;

/**
 * What can stand before a value in `{{…}}`. Numbers as reports write them: thousands with a point, decimals with a
 * comma, counts below 10 with a leading zero in prose unless the unit's format says otherwise.
 */
export const HELPERS: Readonly<Record<string, Helper>> = {
  so: {
    takes: [1, 1],
    does: 'Số đếm: ngăn hàng nghìn, thêm 0 trước số nhỏ hơn 10',
    example: '{{so nhiem_vu_de_ra}}',
    prints: '2.481',
    run: (values, style) => onNumber(values, (amount) => writeNumber(amount, style)),
  },
  ti_le: {
    takes: [1, 1],
    does: 'Tỷ lệ phần trăm',
    example: '{{ti_le ty_le_hoan_thanh_ke_hoach}}',
    prints: '63,4%',
    run: (values) => onNumber(values, percentText),
  },
  tien: {
    takes: [1, 1],
    does: 'Số tiền',
    example: '{{tien von_dau_tu_cong_thuc_hien}} triệu đồng',
    prints: '11.690',
    run: (values) => onNumber(values, (amount) => writeNumber(amount, { leadingZero: false, thousands: true })),
  },
  ngay: {
    takes: [1, 1],
    does: 'Ngày viết gọn',
    example: '{{ngay ky.tu_ngay}}',
    prints: '15/12/2021',
    run: ([thing]) =>
      thing?.kind === 'date' ? textThing(shortDate(thing.date)) : fault('cần một ngày', 'it needs a date'),
  },
  ngay_day_du: {
    takes: [1, 1],
    does: 'Ngày viết đủ chữ',
    example: '{{ngay_day_du bao_cao.ngay}}',
    prints: 'ngày 15 tháng 6 năm 2022',
    run: ([thing]) =>
      thing?.kind === 'date' ? textThing(longDate(thing.date)) : fault('cần một ngày', 'it needs a date'),
  },
  hoa: {
    takes: [1, 1],
    does: 'Viết hoa toàn bộ',
    example: '{{hoa don_vi.ten}}',
    prints: 'SỞ NỘI VỤ',
    run: ([thing], style) => {
      const text = asText(thing, style);
      return text === undefined
        ? fault('cần một đoạn chữ', 'it needs a text')
        : textThing(text.toLocaleUpperCase('vi'));
    },
  },
  phan_tram: {
    takes: [2, 2],
    does: 'Tính tỷ lệ của số thứ nhất trên số thứ hai',
    example: '{{phan_tram nhiem_vu_hoan_thanh nhiem_vu_de_ra}}',
    prints: '63,4%',
    run: (values) =>
      onTwo(values, (part, whole) => {
        const rate = percentOf(part, whole, SHOWN_DIGITS);
        return rate === undefined
          ? fault('số thứ hai bằng 0', 'the second number is 0')
          : textThing(percentText(trimmed(rate)));
      }),
  },
  chenh_lech: {
    takes: [2, 2],
    does: 'Số thứ nhất trừ số thứ hai, không dấu',
    example: '{{chenh_lech nhiem_vu_de_ra cung_ky.nhiem_vu_de_ra}}',
    prints: '05',
    run: (values, style) => onTwo(values, (a, b) => textThing(writeNumber(absolute(subtract(a, b)), style))),
  },
  so_sanh: {
    takes: [2, 2],
    does: 'So số thứ nhất với số thứ hai',
    example: '{{so_sanh nhiem_vu_de_ra cung_ky.nhiem_vu_de_ra}} so với cùng kỳ',
    prints: 'tăng 05',
    run: (values, style) =>
      onTwo(values, (a, b) => {
        const difference = subtract(a, b);
        if (isZero(difference)) return textThing('không thay đổi');
        const word = compare(a, b) > 0 ? 'tăng' : 'giảm';
        return textThing(`${word} ${writeNumber(absolute(difference), style)}`);
      }),
  },
  ti_le_tang: {
    takes: [2, 2],
    does: 'Mức tăng hoặc giảm tính bằng phần trăm của số thứ hai',
    example: '{{ti_le_tang nhiem_vu_de_ra cung_ky.nhiem_vu_de_ra}}',
    prints: 'tăng 13,9%',
    run: (values) =>
      onTwo(values, (a, b) => {
        const difference = subtract(a, b);
        const rate = percentOf(absolute(difference), b, SHOWN_DIGITS);
        if (rate === undefined) return fault('số thứ hai bằng 0', 'the second number is 0');
        if (isZero(difference)) return textThing('không thay đổi');
        return textThing(`${compare(a, b) > 0 ? 'tăng' : 'giảm'} ${percentText(trimmed(rate))}`);
      }),
  },
  nghia_ma: {
    takes: [1, 1],
    does: 'Nghĩa của một mã trong bảng mã',
    example: '{{nghia_ma hinh_thuc_khao_sat}}',
    prints: 'Kết hợp',
    run: ([thing]) =>
      thing?.kind === 'value' && thing.value.amount.kind === 'code'
        ? textThing(thing.value.amount.meaning)
        : fault('cần một chỉ tiêu kiểu mã', 'it needs an indicator of kind ma'),
  },
  bang: {
    takes: [2, 2],
    does: 'Hai số bằng nhau, dùng trong {{#if (bang a b)}}',
    example: '{{#if (bang nhiem_vu_hoan_thanh nhiem_vu_de_ra)}}…{{/if}}',
    prints: '',
    run: (values) => onTwo(values, (a, b) => ({ kind: 'flag', on: compare(a, b) === 0 })),
  },
  lon_hon: {
    takes: [2, 2],
    does: 'Số thứ nhất lớn hơn số thứ hai, dùng trong {{#if (lon_hon a b)}}',
    example: '{{#if (lon_hon nhiem_vu_de_ra nhiem_vu_hoan_thanh)}}…{{/if}}',
    prints: '',
    run: (values) => onTwo(values, (a, b) => ({ kind: 'flag', on: compare(a, b) > 0 })),
  },
  nho_hon: {
    takes: [2, 2],
    does: 'Số thứ nhất nhỏ hơn số thứ hai, dùng trong {{#if (nho_hon a b)}}',
    example: '{{#if (nho_hon nhiem_vu_hoan_thanh nhiem_vu_de_ra)}}…{{/if}}',
    prints: '',
    run: (values) => onTwo(values, (a, b) => ({ kind: 'flag', on: compare(a, b) < 0 })),
  },
};
