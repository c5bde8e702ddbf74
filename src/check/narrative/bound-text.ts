import { LETTER } from '../../model/letters.ts';
import { type NumberStyle, writeNumber } from '../../model/number.ts';
import type { Resolved } from '../../model/resolved.ts';

/** Stands for what Handlebars prints and the checks do not read: a period's name, a date, a calculated figure. */
export const OPAQUE = '\ufffc';

/** A stretch of the text as it is read, and where it comes from. */
export interface Stretch {
  /** Where it begins in the text as read. */
  readonly at: number;
  readonly length: number;
  /** Where it begins in the text as typed. */
  readonly from: number;
  /** Put in by Handlebars: all of it comes from one place. */
  readonly bound: boolean;
}

/** A text as it is read: Handlebars values put in, signs of Markdown taken out; and the way back to what was typed. */
export interface BoundText {
  readonly text: string;
  readonly stretches: readonly Stretch[];
  /** Footnote marks `[^1]`, by where they stand in the text as read. */
  readonly marks: readonly { readonly at: number; readonly mark: string }[];
}

const SIGNS = /\{\{[^}]*\}{2,3}|\[\^([^\]\s]+)\](?!:)|\*+/g;
const EXPRESSION = new RegExp(String.raw`^\{\{\{?~?\s*(?:(so|ti_le|tien)\s+)?([${LETTER}\d_]+)\s*~?\}{2,3}$`);
const LITERAL = /"([^"]*)"|'([^']*)'/g;

/** What an expression prints, for indicators printed as they are or through so, tien, ti_le; else opaque. */
function printed(expression: string, { values }: Resolved, style: NumberStyle): string | undefined {
  const match = EXPRESSION.exec(expression);
  const [, helper, name = ''] = match ?? [];
  const value = values.get(name);
  if (value === undefined) return undefined;
  if (helper === undefined) return value.shown;
  const { amount } = value;
  if (amount.kind !== 'count' && amount.kind !== 'percent' && amount.kind !== 'money') return undefined;
  const number = writeNumber(amount.amount, helper === 'so' ? style : { leadingZero: false, thousands: true });
  return helper === 'ti_le' ? `${number}%` : number;
}

/** A star that Markdown takes for emphasis, not the sign of a list or a star in the text. */
function isEmphasis(source: string, start: number, length: number): boolean {
  const before = source[start - 1] ?? '\n';
  const after = source[start + length] ?? '\n';
  return length > 1 || !(/\s/.test(before) && /\s/.test(after));
}

/** Reads a narrative or a note: `{{so x}}` as its figure, words handed to a shared sentence as they are typed. */
export function bindText(source: string, resolved: Resolved, style: NumberStyle): BoundText {
  const stretches: Stretch[] = [];
  const marks: { at: number; mark: string }[] = [];
  let text = '';
  const add = (piece: string, from: number, bound: boolean): void => {
    if (piece === '') return;
    stretches.push({ at: text.length, length: piece.length, from, bound });
    text += piece;
  };
  let last = 0;
  for (const match of source.matchAll(SIGNS)) {
    const [sign] = match;
    const from = match.index;
    if (sign.startsWith('*') && !isEmphasis(source, from, sign.length)) continue;
    add(source.slice(last, from), last, false);
    last = from + sign.length;
    if (sign.startsWith('[')) marks.push({ at: text.length, mark: match[1] ?? '' });
    if (!sign.startsWith('{')) continue;
    if (/^\{\{~?>/.test(sign)) {
      add(OPAQUE, from, true);
      for (const literal of sign.matchAll(LITERAL)) {
        add(literal[1] ?? literal[2] ?? '', from + literal.index + 1, false);
        add(OPAQUE, from, true);
      }
    } else if (!/^\{\{~?[#/!]/.test(sign)) {
      add(printed(sign, resolved, style) ?? OPAQUE, from, true);
    }
  }
  add(source.slice(last), last, false);
  return { text: text.replace(/\u00a0/g, ' '), stretches, marks };
}
