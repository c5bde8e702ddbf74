import type { CatalogueRow } from '../model/catalogue.ts';
import { labelOf } from '../model/labels.ts';
import { writeNumber } from '../model/number.ts';
import type { TypedValue } from '../model/report.ts';
import type { Amount, Value } from '../model/resolved.ts';
import type { ConsolidatedRow } from '../resolve/consolidate.ts';
import { merge, sameValue } from '../resolve/merge-values.ts';
import { resolveValues } from '../resolve/values.ts';
import type { LastTotals } from '../write/last-totals.ts';
import type { Entry } from './entry.ts';

/** A total that goes into the consolidating unit's report, or that its report holds against. */
export interface TotalChange {
  readonly id: string;
  readonly number: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** The totals as the consolidating unit's report would have them, formulas worked out from them. */
export function totalsOf(entry: Entry, rows: readonly ConsolidatedRow[]): ReadonlyMap<string, Value> {
  const typed = new Map<string, TypedValue>();
  for (const { row, rule, total, contributions } of rows) {
    const last = rule === 'last' ? contributions.find(({ added }) => added)?.value?.shown : undefined;
    const text = last ?? (total === undefined ? '' : typedText(total, row, entry));
    if (text !== '') typed.set(row.id, { value: text });
  }
  const { unit, period, file, catalogue } = entry;
  const base = entry.report ?? {
    unitId: unit.id,
    period,
    file,
    date: { year: period.year },
    narrative: new Map(),
    justifications: [],
    unreviewed: [],
  };
  return resolveValues({ ...base, values: typed }, catalogue, unit.format).value;
}

function typedText(amount: Amount, row: CatalogueRow, { unit: { format } }: Entry): string {
  switch (amount.kind) {
    case 'count':
    case 'money':
    case 'percent': {
      const leadingZero = amount.kind === 'count' && format.leadingZero === true;
      return writeNumber(amount.amount, { leadingZero, thousands: format.thousands ?? true });
    }
    case 'fraction': {
      const part = writeNumber(amount.part, { leadingZero: true, thousands: false });
      return `${part}/${writeNumber(amount.whole, { leadingZero: true, thousands: false })}`;
    }
    case 'code':
      return amount.code;
    case 'yes-no':
      return /=\s*1/.test(row.unitOfMeasure) ? (amount.yes ? '1' : '0') : amount.yes ? 'Có' : 'Không';
    case 'text':
      return amount.text;
    case 'nil':
      return 'Không';
  }
}

export interface ComparedTotals {
  readonly changes: readonly TotalChange[];
  /** Typed by hand in the report, and another figure: left as they are. */
  readonly kept: readonly TotalChange[];
}

/**
 * What of the totals is to go into the report: what consolidation put there before follows the units, also when there is
 * nothing left to add; what a person typed stays, unless it is to give way.
 */
export function compareTotals(
  entry: Entry,
  totals: ReadonlyMap<string, Value>,
  before: LastTotals,
  overwrite: boolean,
): ComparedTotals {
  const changes: TotalChange[] = [];
  const kept: TotalChange[] = [];
  const at = { kind: 'file', file: entry.file } as const;
  for (const row of entry.catalogue.rows) {
    const total = totals.get(row.id);
    const typed = entry.report?.values.get(row.id);
    const now = typed?.value ?? '';
    // What a formula works out is left to it, unless the report says it itself.
    if (total?.origin === 'unread' || (total?.origin === 'computed' && now === '')) continue;
    const after = total?.shown ?? '';
    const same = (a: string, b: string): boolean => sameValue(a, b, row, at);
    if (same(after, now)) continue;
    const merged = merge(before[row.id] ?? '', after, now, same);
    if (total === undefined && merged !== 'changed') continue;
    const change = { id: row.id, number: row.number ?? '', label: labelOf(row), before: now, after };
    if (typed?.shown === undefined && (merged === 'changed' || overwrite)) changes.push(change);
    else kept.push(change);
  }
  return { changes, kept };
}
