import { decimal } from '../model/decimal.ts';
import { type NumberStyle, proseStyle } from '../model/number.ts';
import {
  dataWindow,
  longPeriodName,
  nextPeriodName,
  type Period,
  periodBefore,
  periodName,
  yearBefore,
} from '../model/period.ts';
import type { EarlierValues, Resolved } from '../model/resolved.ts';
import { groupThing, type Thing, textThing } from './things.ts';

const yearThing = (year: number): Thing => textThing(String(year));

function periodEntries(period: Period, style: NumberStyle): Record<string, Thing> {
  const window = dataWindow(period);
  return {
    ten: textThing(periodName(period, style.leadingZero)),
    ten_day_du: textThing(longPeriodName(period, style.leadingZero)),
    nam: yearThing(period.year),
    nam_truoc: yearThing(period.year - 1),
    nam_sau: yearThing(period.year + 1),
    so_thu_tu: { kind: 'number', amount: decimal(BigInt(period.ordinal)) },
    tu_ngay: { kind: 'date', date: window.from },
    den_ngay: { kind: 'date', date: window.to },
  };
}

/** The indicators of a period, those that the catalogue knows but the period does not give included. */
function indicators({ catalogue }: Resolved, values: EarlierValues, prefix: string): Record<string, Thing> {
  const entries: Record<string, Thing> = {};
  for (const { id } of catalogue?.rows ?? []) {
    const value = values?.get(id);
    const name = `${prefix}${id}`;
    entries[id] = value === undefined ? { kind: 'missing', name } : { kind: 'value', name, value };
  }
  return entries;
}

/** Everything that `{{…}}` can name in a report: its indicators, and ky, ky_truoc, ky_sau, cung_ky, don_vi, bao_cao. */
export function narrativeRoot(resolved: Resolved): ReadonlyMap<string, Thing> {
  const { unit, report } = resolved;
  const style = proseStyle(unit.format);
  return new Map<string, Thing>([
    ...Object.entries(indicators(resolved, resolved.values, '')),
    ['ky', groupThing(periodEntries(report.period, style))],
    ['ky_sau', groupThing({ ten: textThing(nextPeriodName(report.period, style.leadingZero)) })],
    [
      'ky_truoc',
      groupThing({
        ...indicators(resolved, resolved.before, 'ky_truoc.'),
        ...periodEntries(periodBefore(report.period), style),
      }),
    ],
    [
      'cung_ky',
      groupThing({
        ...indicators(resolved, resolved.yearBefore, 'cung_ky.'),
        ...periodEntries(yearBefore(report.period), style),
      }),
    ],
    [
      'don_vi',
      groupThing({
        ten: textThing(unit.name),
        ten_ngan: textThing(unit.shortName),
        dia_danh: textThing(unit.placeName ?? ''),
        co_quan: textThing(unit.agency.join(' ')),
        ky_hieu: textThing(unit.symbol),
      }),
    ],
    [
      'bao_cao',
      groupThing({
        so: report.number === undefined ? { kind: 'missing', name: 'bao_cao.so' } : textThing(report.number),
        ngay: { kind: 'date', date: report.date },
        noi_nhan: { kind: 'list', items: resolved.recipients.map(textThing) },
        nguoi_ky: textThing(resolved.signatory?.name ?? ''),
      }),
    ],
  ]);
}
