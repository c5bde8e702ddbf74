import type { CatalogueRow } from '../model/catalogue.ts';
import { compare } from '../model/decimal.ts';
import type { Place } from '../model/problem.ts';
import type { Amount } from '../model/resolved.ts';
import { readTyped } from './values.ts';

/** What becomes of a figure that someone handed in. */
export type Merged = 'unchanged' | 'changed' | 'conflict';

/**
 * Whether two typings say the same: `2.481` and `2481`, `02` and `2`, `63,4%` and `63,4`. Blank is the same as blank only.
 */
export function sameValue(a: string, b: string, row: CatalogueRow, at: Place): boolean {
  if (a === b) return true;
  if (a === '' || b === '') return false;
  const [left, right] = [readTyped(a, row, at).value, readTyped(b, row, at).value];
  return left !== undefined && right !== undefined && sameAmount(left, right);
}

function sameAmount(a: Amount, b: Amount): boolean {
  switch (a.kind) {
    case 'count':
    case 'percent':
    case 'money':
      return b.kind === a.kind && compare(a.amount, b.amount) === 0;
    case 'fraction':
      return b.kind === 'fraction' && compare(a.part, b.part) === 0 && compare(a.whole, b.whole) === 0;
    case 'code':
      return b.kind === 'code' && a.code === b.code;
    case 'yes-no':
      return b.kind === 'yes-no' && a.yes === b.yes;
    case 'text':
      return b.kind === 'text' && a.text.replace(/\s+/g, ' ') === b.text.replace(/\s+/g, ' ');
    case 'nil':
      return b.kind === 'nil';
  }
}

/**
 * Three ways: what was given out, what came back, what the data says now. What nobody touched in the form leaves the data
 * alone; what only the form changed is taken; what both changed, differently, is a conflict.
 */
export function merge(given: string, back: string, now: string, same: (a: string, b: string) => boolean): Merged {
  if (same(back, given) || same(back, now)) return 'unchanged';
  return same(now, given) ? 'changed' : 'conflict';
}
