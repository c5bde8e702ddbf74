import type { FullDate } from './date.ts';
import { byName, nearestAll } from './text.ts';

/** Reporting period: `2021-Q1`, `2022-6T`, `2022-9T`, `2021-N` (year), `2021-T03` (month). */
export type PeriodKind = 'month' | 'quarter' | 'six-months' | 'nine-months' | 'year';

export interface Period {
  readonly id: string;
  readonly kind: PeriodKind;
  readonly year: number;
  /** Month 1–12 or quarter 1–4; 1 for the others. */
  readonly ordinal: number;
}

const SPELLING = /^(\d{4})-(?:Q([1-4])|(6T)|(9T)|(N)|T(0[1-9]|1[0-2]))$/;

export function readPeriod(id: string): Period | undefined {
  const match = SPELLING.exec(id);
  if (match === null) return undefined;
  const [, yearText = '', quarter, six, nine, whole, month] = match;
  const year = Number(yearText);
  if (quarter !== undefined) return { id, kind: 'quarter', year, ordinal: Number(quarter) };
  if (month !== undefined) return { id, kind: 'month', year, ordinal: Number(month) };
  if (six !== undefined) return { id, kind: 'six-months', year, ordinal: 1 };
  if (nine !== undefined) return { id, kind: 'nine-months', year, ordinal: 1 };
  return whole === undefined ? undefined : { id, kind: 'year', year, ordinal: 1 };
}

function idOf(kind: PeriodKind, year: number, ordinal: number): string {
  switch (kind) {
    case 'month':
      return `${year}-T${String(ordinal).padStart(2, '0')}`;
    case 'quarter':
      return `${year}-Q${ordinal}`;
    case 'six-months':
      return `${year}-6T`;
    case 'nine-months':
      return `${year}-9T`;
    case 'year':
      return `${year}-N`;
  }
}

const make = (kind: PeriodKind, year: number, ordinal = 1): Period => ({
  id: idOf(kind, year, ordinal),
  kind,
  year,
  ordinal,
});

/** All periods of a year, for suggestions. */
export function periodsOf(year: number): Period[] {
  return [
    ...[1, 2, 3, 4].map((n) => make('quarter', year, n)),
    make('six-months', year),
    make('nine-months', year),
    make('year', year),
    ...Array.from({ length: 12 }, (_, n) => make('month', year, n + 1)),
  ];
}

/** The period that a mistyped one must mean: `2022-6t`, `Q1/2022`; none where two are as near (`2022-Q5`). */
export function nearPeriod(typed: string): string | undefined {
  const year = /\d{4}/.exec(typed)?.[0];
  if (year === undefined) return undefined;
  const mark = typed.replace(year, '').replace(/[^\p{L}\d]/gu, '');
  const marks = periodsOf(Number(year)).map(({ id }) => id.slice(year.length + 1));
  const [near, another] = nearestAll(mark, marks);
  return near === undefined || another !== undefined ? undefined : `${year}-${near}`;
}

/** The same period a year earlier (`cung_ky`). */
export const yearBefore = (period: Period): Period => make(period.kind, period.year - 1, period.ordinal);

/**
 * The report before this one in the yearly round (`ky_truoc`): quarter by quarter, month by month; six months look back
 * to quarter I, nine months to six months, a year to the year before.
 */
export function periodBefore(period: Period): Period {
  switch (period.kind) {
    case 'month':
      return period.ordinal === 1 ? make('month', period.year - 1, 12) : make('month', period.year, period.ordinal - 1);
    case 'quarter':
      return period.ordinal === 1
        ? make('quarter', period.year - 1, 4)
        : make('quarter', period.year, period.ordinal - 1);
    case 'six-months':
      return make('quarter', period.year, 1);
    case 'nine-months':
      return make('six-months', period.year);
    case 'year':
      return make('year', period.year - 1);
  }
}

/** The reports of the same year that end before this one, the nearest first. Months are compared with months only. */
export const earlierInYear = (period: Period): readonly Period[] =>
  periodsOf(period.year)
    .filter(({ kind }) => (kind === 'month') === (period.kind === 'month'))
    .filter((other) => lastMonthOf(other) < lastMonthOf(period))
    .sort((a, b) => lastMonthOf(b) - lastMonthOf(a) || byName(a.id, b.id));

/** The periods that make the year so far together with this one: the months or quarters before it. The others start with the year. */
export function yearToDateBefore(period: Period): readonly Period[] {
  if (period.kind !== 'month' && period.kind !== 'quarter') return [];
  return Array.from({ length: period.ordinal - 1 }, (_, i) => make(period.kind, period.year, i + 1));
}

/**
 * First and last day of the data. Source: the lock rule of Nghị định 09/2019/NĐ-CP and the reporting guidance
 * 581/BNV-CCHC: a month or quarter runs from the 15th of the month before to the 14th of its last month; six months,
 * nine months and the year run from 15/12 of the year before.
 */
export function dataWindow(period: Period): { from: FullDate; to: FullDate } {
  const lastMonth = {
    month: period.ordinal,
    quarter: period.ordinal * 3,
    'six-months': 6,
    'nine-months': 9,
    year: 12,
  }[period.kind];
  const length = { month: 1, quarter: 3, 'six-months': 6, 'nine-months': 9, year: 12 }[period.kind];
  const before = lastMonth - length;
  return {
    from: before === 0 ? { day: 15, month: 12, year: period.year - 1 } : { day: 15, month: before, year: period.year },
    to: { day: 14, month: lastMonth, year: period.year },
  };
}

/** Year and last month of the data as one number, so that periods compare by time. */
export function lastMonthOf(period: Period): number {
  const { to } = dataWindow(period);
  return to.year * 12 + to.month;
}

const ROMAN = ['I', 'II', 'III', 'IV'];
const roman = (quarter: number): string => ROMAN[quarter - 1] ?? String(quarter);
const months = (count: number, leadingZero: boolean): string => `${leadingZero ? '0' : ''}${count} tháng`;

/** Short name: `quý I/2021`, `06 tháng đầu năm 2022`, `năm 2021`, `tháng 3/2021`. */
export function periodName(period: Period, leadingZero: boolean): string {
  switch (period.kind) {
    case 'month':
      return `tháng ${period.ordinal <= 2 ? '0' : ''}${period.ordinal}/${period.year}`;
    case 'quarter':
      return `quý ${roman(period.ordinal)}/${period.year}`;
    default:
      return longPeriodName(period, leadingZero);
  }
}

/** Long name: `quý I năm 2021`, `tháng 3 năm 2021`; the others as in the short name. */
export function longPeriodName(period: Period, leadingZero: boolean): string {
  switch (period.kind) {
    case 'month':
      return `tháng ${period.ordinal <= 2 ? '0' : ''}${period.ordinal} năm ${period.year}`;
    case 'quarter':
      return `quý ${roman(period.ordinal)} năm ${period.year}`;
    case 'six-months':
      return `${months(6, leadingZero)} đầu năm ${period.year}`;
    case 'nine-months':
      return `${months(9, leadingZero)} đầu năm ${period.year}`;
    case 'year':
      return `năm ${period.year}`;
  }
}

/** What comes after the period, as the heading of the tasks ahead names it (`ky_sau`): `quý II năm 2021`, `06 tháng cuối năm 2022`. */
export function nextPeriodName(period: Period, leadingZero: boolean): string {
  switch (period.kind) {
    case 'month':
      return longPeriodName(
        period.ordinal === 12 ? make('month', period.year + 1, 1) : make('month', period.year, period.ordinal + 1),
        leadingZero,
      );
    case 'quarter':
      return longPeriodName(
        period.ordinal === 4 ? make('quarter', period.year + 1, 1) : make('quarter', period.year, period.ordinal + 1),
        leadingZero,
      );
    case 'six-months':
      return `${months(6, leadingZero)} cuối năm ${period.year}`;
    case 'nine-months':
      return `${months(3, leadingZero)} cuối năm ${period.year}`;
    case 'year':
      return `năm ${period.year + 1}`;
  }
}
