import { type Decimal, decimal } from '../model/decimal.ts';
import { codeOfChoice } from '../model/entry-form.ts';
import { type NumberStyle, writeNumber } from '../model/number.ts';
import type { Wording } from '../model/problem.ts';
import type { ValueKind } from '../model/words.ts';
import type { ReadCell } from './workbook.ts';

/** A cell as an official would have typed it into the YAML, or why it cannot be taken. */
export type CellText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly cause: Wording };

const refused = (vi: string, en: string): CellText => ({ kind: 'refused', cause: { vi, en } });

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Excel keeps 15 digits: 0,63400000000000001 was typed as 0,634. */
export function numberOf(text: string): Decimal | undefined {
  const rounded = Number(text);
  if (!NUMBER.test(text) || !Number.isFinite(rounded)) return undefined;
  const match = NUMBER.exec(rounded.toPrecision(15));
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match ?? [];
  let unscaled = BigInt(`${whole}${fraction}` || '0');
  let scale = fraction.length - Number(exponent);
  if (scale < 0) {
    if (scale < -30) return undefined;
    unscaled *= 10n ** BigInt(-scale);
    scale = 0;
  }
  while (scale > 0 && unscaled % 10n === 0n) {
    unscaled /= 10n;
    scale -= 1;
  }
  return decimal(sign === '-' ? -unscaled : unscaled, scale);
}

/** 1/1/1900 is day 1, and 29/2/1900, which never was, is day 60. */
function dateOf(day: number, from1904: boolean): string {
  const days = from1904 ? day + 1462 : day;
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}

const tidy = (text: string): string =>
  text
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();

/**
 * Reads a cell for an indicator of a kind. Numbers come as Excel holds them, so that a percentage that stands there as
 * 0,634 is 63,4%; a date is what Excel makes of 02/02, and what was typed cannot be known any more.
 */
export function cellText(cell: ReadCell, kind: ValueKind, style: NumberStyle, from1904: boolean): CellText {
  switch (cell.kind) {
    case 'error':
      return refused(`ô đang báo lỗi ${cell.text}`, `the cell shows the error ${cell.text}`);
    case 'yes-no':
      if (kind !== 'yes-no') return refused('ô là giá trị đúng/sai của Excel', 'the cell is a truth value of Excel');
      return { kind: 'text', text: cell.text === '1' ? 'Có' : 'Không' };
    case 'text':
      return { kind: 'text', text: kind === 'code' ? codeOfChoice(tidy(cell.text)) : tidy(cell.text) };
    case 'number':
      return numberText(cell, kind, style, from1904);
  }
}

function numberText({ text, format }: ReadCell, kind: ValueKind, style: NumberStyle, from1904: boolean): CellText {
  const amount = numberOf(text);
  if (amount === undefined) return refused(`không đọc được số "${text}"`, `the number "${text}" cannot be read`);
  const plain = (value: Decimal): string => writeNumber(value, { leadingZero: false, thousands: false });
  if (format.kind === 'date') {
    const date = dateOf(Number(text), from1904);
    if (kind === 'text') return { kind: 'text', text: date };
    return refused(
      `Excel đã đổi nội dung gõ thành ngày ${date}; gõ lại có dấu nháy đơn ở trước, ví dụ '02/02`,
      `Excel made the date ${date} of what was typed; type it again after an apostrophe, such as '02/02`,
    );
  }
  if (format.kind === 'percent') {
    const { unscaled, scale } = amount;
    const whole = scale >= 2 ? decimal(unscaled, scale - 2) : decimal(unscaled * 10n ** BigInt(2 - scale));
    return { kind: 'text', text: `${plain(whole)}%` };
  }
  if (kind === 'percent' && amount.scale > 0 && Number(text) > 0 && Number(text) < 1) {
    const hundredfold = plain(decimal(amount.unscaled * 100n, amount.scale));
    return refused(
      `${plain(amount)} có thể là ${plain(amount)}% hoặc ${hundredfold.replace(/,?0+$/, '')}%; gõ rõ dấu %`,
      `${plain(amount)} may be ${plain(amount)}% or ${hundredfold.replace(/,?0+$/, '')}%; type the percent sign`,
    );
  }
  if (format.kind === 'digits' && amount.scale === 0) {
    return { kind: 'text', text: plain(amount).padStart(format.digits, '0') };
  }
  const thousands = (kind === 'count' || kind === 'money') && style.thousands;
  return { kind: 'text', text: writeNumber(amount, { leadingZero: kind === 'count' && style.leadingZero, thousands }) };
}
