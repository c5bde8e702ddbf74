import type { WrittenDate } from '../../../model/date.ts';
import type { Resolved } from '../../../model/resolved.ts';
import type { Template } from '../../../model/template.ts';
import { type Reference, referencesIn } from './references.ts';

export interface Dated extends Reference {
  readonly date: WrittenDate;
}

const isDated = (reference: Reference): reference is Dated => reference.date !== undefined;

const UPPER_BODY = /(?:tỉnh|thành phố|Chính phủ|Bộ)\b/iu;

/**
 * The unit's own documents, by symbol: each symbol is one run of numbers. `KH-UBND` may be the district's or the
 * province's; where the text names another body, before or after, it is not the unit's own.
 */
export function ownSeries(resolved: Resolved, template: Template): readonly (readonly Dated[])[] {
  const { unit } = resolved;
  const shared = unit.symbol === 'UBND';
  const series = new Map<string, Dated[]>();
  for (const reference of referencesIn(resolved, template).filter(isDated)) {
    const { symbol, block, start, issuer = '' } = reference;
    if (!symbol.split('-').includes(unit.symbol)) continue;
    const around = `${block.text.slice(Math.max(0, start - 60), start)} ${issuer}`;
    if (shared && UPPER_BODY.test(around)) continue;
    series.set(symbol, [...(series.get(symbol) ?? []), reference]);
  }
  return [...series.values()];
}
