import { type Decimal, decimal } from './decimal.ts';

/**
 * Numbers as Vietnamese reports write them: thousands with a point, decimals with a comma, counts below 10 with a
 * leading zero in prose (reference: practice described for Nghị định 30/2020/NĐ-CP reports).
 */

/** How a typed number was read. */
export interface ReadNumber {
  readonly amount: Decimal;
  /** The spelling also has another reading (`8.75`, `1.050`); the reader should be told which one was taken. */
  readonly ambiguous: boolean;
}

const PLAIN = /^\d+$/;
const THOUSANDS = /^\d{1,3}(?:[.\u00a0 ]\d{3})+$/;
const COMMA_DECIMAL = /^(\d+|\d{1,3}(?:\.\d{3})+),(\d+)$/;
const POINT_DECIMAL = /^(\d+)\.(\d+)$/;

const digitsOf = (text: string): bigint => BigInt(text.replace(/\D/g, ''));

/** A whole number: `41`, `02`, `2.481`, `2 481`. Anything else, a decimal too, is `undefined`. */
export function readWhole(text: string): Decimal | undefined {
  return PLAIN.test(text) || THOUSANDS.test(text) ? decimal(digitsOf(text)) : undefined;
}

/**
 * A number that may have decimals: `95,9`, `1.234,5`, `100`.
 * `point` says what a single point means where the digits allow both: an amount of money reads `11.690` as 11 690, a
 * percentage reads it as 11,69.
 */
export function readDecimal(text: string, point: 'thousands' | 'decimal'): ReadNumber | undefined {
  if (PLAIN.test(text)) return { amount: decimal(digitsOf(text)), ambiguous: false };
  const comma = COMMA_DECIMAL.exec(text);
  if (comma !== null) {
    return { amount: decimal(digitsOf(text), (comma[2] ?? '').length), ambiguous: false };
  }
  const grouped = THOUSANDS.test(text);
  const pointed = POINT_DECIMAL.exec(text);
  if (pointed !== null && !(grouped && point === 'thousands')) {
    return { amount: decimal(digitsOf(text), (pointed[2] ?? '').length), ambiguous: true };
  }
  return grouped ? { amount: decimal(digitsOf(text)), ambiguous: false } : undefined;
}

export interface NumberStyle {
  /** 2 as 02. */
  readonly leadingZero: boolean;
  /** 2481 as 2.481. */
  readonly thousands: boolean;
}

/** How a unit writes numbers in prose: as officials do, unless its file says otherwise. */
export const proseStyle = ({ leadingZero = true, thousands = true }: Partial<NumberStyle>): NumberStyle => ({
  leadingZero,
  thousands,
});

/** `2481` → `2.481`, `95.9` → `95,9`, `2` → `02` when the style asks for a leading zero. */
export function writeNumber(amount: Decimal, style: NumberStyle): string {
  const negative = amount.unscaled < 0n;
  const digits = (negative ? -amount.unscaled : amount.unscaled).toString().padStart(amount.scale + 1, '0');
  const cut = digits.length - amount.scale;
  const whole = digits.slice(0, cut);
  const fraction = digits.slice(cut);
  const grouped = style.thousands ? whole.replace(/\B(?=(?:\d{3})+$)/g, '.') : whole;
  const zero = style.leadingZero && fraction === '' && whole.length === 1 && whole !== '0' ? '0' : '';
  return `${negative ? '-' : ''}${zero}${grouped}${fraction === '' ? '' : `,${fraction}`}`;
}

/** As programs write a number: `2481`, `95.9`. */
export function plainNumber(amount: Decimal): string {
  return writeNumber(amount, { leadingZero: false, thousands: false }).replace(',', '.');
}
