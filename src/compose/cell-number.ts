import { type Decimal, decimal } from '../model/decimal.ts';
import { writeNumber } from '../model/number.ts';
import type { Value } from '../model/resolved.ts';
import type { CellValue } from '../model/workbook.ts';

/** A value as a cell of a workbook: a number with the format that prints it as the report prints it, or its words. */
export interface ValueCell {
  readonly value: CellValue;
  readonly format?: string;
  /** 63,4 % stands there as 0,634, as Excel has its percentages. */
  readonly hundredth?: boolean;
}

/** Points part thousands whatever language Excel speaks; what has decimals follows Excel's language. */
export const THOUSANDS = '[<1000]0;[<1000000]#"."000;#"."000"."000';
const VIETNAMESE = '[$-42A]';

const places = (scale: number): string => (scale === 0 ? '0' : `0.${'0'.repeat(scale)}`);

/** Percentages are stored as hundredths of themselves. */
export const hundredth = ({ unscaled, scale }: Decimal): Decimal => decimal(unscaled, scale + 2);

/** What cannot be printed by a number format (`Không có`, `01 đơn vị`, `02/02`) stays text. */
export function valueCell({ amount, shown }: Value): ValueCell {
  const text: ValueCell = { value: { kind: 'text', text: shown } };
  switch (amount.kind) {
    case 'count':
    case 'money':
      return numberCell(amount.amount, shown) ?? text;
    case 'percent': {
      const bare = shown.replace(/\s*%$/, '').replace('.', ',');
      const written = (leadingZero: boolean): string => writeNumber(amount.amount, { leadingZero, thousands: false });
      const digits = bare === written(false) ? places(amount.amount.scale) : bare === written(true) ? '00' : undefined;
      if (digits === undefined) return text;
      if (!shown.endsWith('%'))
        return { value: { kind: 'number', amount: amount.amount }, format: `${VIETNAMESE}${digits}` };
      const format = `${VIETNAMESE}${digits}${shown.endsWith(' %') ? '" "' : ''}%`;
      return { value: { kind: 'number', amount: hundredth(amount.amount) }, format, hundredth: true };
    }
    case 'code':
    case 'yes-no':
      return /^[1-9]?\d$/.test(shown)
        ? { value: { kind: 'number', amount: decimal(BigInt(shown)) }, format: '0' }
        : text;
    case 'fraction':
    case 'text':
    case 'nil':
      return text;
  }
}

function numberCell(amount: Decimal, shown: string): ValueCell | undefined {
  const value = { kind: 'number', amount } as const;
  const written = (leadingZero: boolean, thousands: boolean): string => writeNumber(amount, { leadingZero, thousands });
  if (written(false, false) === shown) {
    return { value, format: amount.scale === 0 ? '0' : `${VIETNAMESE}${places(amount.scale)}` };
  }
  if (written(false, true) === shown) {
    return { value, format: amount.scale === 0 ? THOUSANDS : `${VIETNAMESE}#,##${places(amount.scale)}` };
  }
  return written(true, false) === shown ? { value, format: '00' } : undefined;
}
