import { type FullDate, type ReportDate, shortDate } from '../model/date.ts';
import { type Decimal, isZero } from '../model/decimal.ts';
import { type NumberStyle, writeNumber } from '../model/number.ts';
import type { Value } from '../model/resolved.ts';

/** What a `{{…}}` can name. Plain data of our own making: nothing of JavaScript's own can be reached through it. */
export type Thing =
  | { readonly kind: 'value'; readonly name: string; readonly value: Value }
  /** Known, but the report (or the earlier period) does not give it. */
  | { readonly kind: 'missing'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly amount: Decimal }
  | { readonly kind: 'date'; readonly date: ReportDate | FullDate }
  | { readonly kind: 'flag'; readonly on: boolean }
  | { readonly kind: 'list'; readonly items: readonly Thing[] }
  | { readonly kind: 'group'; readonly entries: ReadonlyMap<string, Thing> };

export const textThing = (text: string): Thing => ({ kind: 'text', text });
export const groupThing = (entries: Readonly<Record<string, Thing>>): Thing => ({
  kind: 'group',
  entries: new Map(Object.entries(entries)),
});

/** `{{x}}` alone: an indicator prints as in the appendix. `undefined` when there is nothing to print. */
export function printed(thing: Thing, style: NumberStyle): string | undefined {
  switch (thing.kind) {
    case 'value':
      return thing.value.shown;
    case 'text':
      return thing.text;
    case 'number':
      return writeNumber(thing.amount, style);
    case 'date':
      return shortDate(thing.date);
    case 'flag':
      return thing.on ? 'có' : 'không';
    case 'missing':
    case 'list':
    case 'group':
      return undefined;
  }
}

/** Whether `{{#if x}}` goes in: something is there, and it is not zero, no, none or empty. */
export function holds(thing: Thing): boolean {
  switch (thing.kind) {
    case 'missing':
      return false;
    case 'text':
      return thing.text !== '';
    case 'number':
      return !isZero(thing.amount);
    case 'flag':
      return thing.on;
    case 'list':
      return thing.items.length > 0;
    case 'date':
    case 'group':
      return true;
    case 'value': {
      const { amount } = thing.value;
      switch (amount.kind) {
        case 'count':
        case 'percent':
        case 'money':
          return !isZero(amount.amount);
        case 'fraction':
          return !isZero(amount.part);
        case 'yes-no':
          return amount.yes;
        case 'nil':
          return false;
        case 'code':
        case 'text':
          return true;
      }
    }
  }
}

/** The number in a thing, if it is one. None (`Không có`) counts as zero. */
export function amountOf(thing: Thing): Decimal | undefined {
  if (thing.kind === 'number') return thing.amount;
  if (thing.kind !== 'value') return undefined;
  const { amount } = thing.value;
  switch (amount.kind) {
    case 'count':
    case 'percent':
    case 'money':
      return amount.amount;
    case 'fraction':
      return amount.part;
    case 'nil':
      return { unscaled: 0n, scale: 0 };
    case 'code':
    case 'yes-no':
    case 'text':
      return undefined;
  }
}
