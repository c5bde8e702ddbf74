import { daysInMonth, type FullDate, type ReportDate } from '../../model/date.ts';

/** A date in a text: `12/01/2021`, `ngày 12 tháng 01 năm 2021`. */
export interface WrittenDate extends FullDate {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const DATE =
  /(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?![\d/])|(?<=ngày\s+)(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/giu;

export function datesIn(text: string): readonly WrittenDate[] {
  return [...text.matchAll(DATE)].map((match) => ({
    day: Number(match[1] ?? match[4]),
    month: Number(match[2] ?? match[5]),
    year: Number(match[3] ?? match[6]),
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
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
