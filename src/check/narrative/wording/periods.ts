import { inSmallLetters, LETTER } from '../../../model/letters.ts';
import { dataWindow, longPeriodName, type Period, type PeriodKind } from '../../../model/period.ts';

/** A period that a text names. */
export interface SaidPeriod {
  readonly kind: PeriodKind;
  readonly ordinal: number;
  /** Left out: the report's own. */
  readonly year?: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };
const YEAR = String.raw`(?:\s*(?:\/|năm)\s*(\d{4}))?`;
const SAID = new RegExp(
  String.raw`(?<![${LETTER}])(?:quý\s+(i{1,3}|iv|[1-4])(?![${LETTER}\d])${YEAR}|0?6\s+tháng\s+đầu\s+năm(?:\s+(\d{4}))?|0?9\s+tháng(?:\s+đầu)?\s+năm(?:\s+(\d{4}))?)`,
  'g',
);
/** Most texts name no period: that is seen sooner than found out. */
const MAY_NAME_PERIOD = /quý\s|[69]\s+tháng/;

export function periodsIn(text: string): readonly SaidPeriod[] {
  const lower = inSmallLetters(text);
  if (!MAY_NAME_PERIOD.test(lower)) return [];
  return [...lower.matchAll(SAID)].map((match) => {
    const [all, quarter, quarterYear, sixYear, nineYear] = match;
    const year = quarterYear ?? sixYear ?? nineYear;
    const half = /^0?6/.test(all) ? 'six-months' : 'nine-months';
    return {
      kind: quarter === undefined ? half : 'quarter',
      ordinal: ROMAN[quarter ?? '1'] ?? 1,
      ...(year === undefined ? {} : { year: Number(year) }),
      text: text.slice(match.index, match.index + all.length),
      start: match.index,
      end: match.index + all.length,
    };
  });
}

const LENGTH: Readonly<Record<PeriodKind, number>> = {
  month: 1,
  quarter: 3,
  'six-months': 6,
  'nine-months': 9,
  year: 12,
};

/** How a said period lies to the report's: the same, a part of it, or neither. */
export function relation(said: SaidPeriod, period: Period): 'same' | 'part' | 'other' {
  const year = said.year ?? period.year;
  if (said.kind === period.kind && said.ordinal === period.ordinal && year === period.year) return 'same';
  if (year !== period.year || LENGTH[said.kind] >= LENGTH[period.kind]) return 'other';
  return LENGTH[said.kind] * said.ordinal <= dataWindow(period).to.month ? 'part' : 'other';
}

export const nameOf = (period: Period): string => longPeriodName(period, false);
