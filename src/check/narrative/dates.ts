import { datesIn, daysInMonth, type FullDate, type ReportDate, type WrittenDate } from '../../model/date.ts';
import type { Block } from './report-text.ts';

const read = new WeakMap<Block, readonly WrittenDate[]>();

/** The dates of a block; found once, however many rules ask. */
export function datesOf(block: Block): readonly WrittenDate[] {
  const made = read.get(block) ?? datesIn(block.text);
  read.set(block, made);
  return made;
}

export const isPossible = ({ day, month, year }: FullDate): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(month, year);

/** Days as numbers that compare. */
export const ordinal = ({ day, month, year }: FullDate): number => (year * 100 + month) * 100 + day;

/** The last day that a report's date can mean, where a draft leaves the day or the month open. */
export function latest({ day, month, year }: ReportDate): FullDate {
  const last = month ?? 12;
  return { day: day ?? daysInMonth(last, year), month: last, year };
}

/** `12/01/2021`. */
export const spelled = ({ day, month, year }: FullDate): string =>
  `${String(day).padStart(2, '0')}/${month <= 2 ? `0${month}` : month}/${year}`;
