import { inSmallLetters } from './letters.ts';

/**
 * Dates as reports carry them: the day and the month may be left blank in a draft, to be written in by hand.
 * Spelling after Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4: days below 10 and months 1 and 2 have a leading zero.
 */
export interface ReportDate {
  readonly day?: number;
  readonly month?: number;
  readonly year: number;
}

export interface FullDate {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

export const isFullDate = (date: ReportDate): date is FullDate => date.day !== undefined && date.month !== undefined;

const SPELLING = /^(\d{1,2}|_+|\.+|…)\s*\/\s*(\d{1,2}|_+|\.+|…)\s*\/\s*(\d{4})$/;

/** What is wrong with a typed date: its form, or a day that the calendar does not have. */
export type DateFault = 'form' | 'impossible';

export function daysInMonth(month: number, year: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Reads `15/6/2022`, `__/3/2021`, `__/__/2021`. */
export function readDate(text: string): ReportDate | DateFault {
  const match = SPELLING.exec(text.trim());
  if (match === null) return 'form';
  const [, dayText = '', monthText = '', yearText = ''] = match;
  const day = /\d/.test(dayText) ? Number(dayText) : undefined;
  const month = /\d/.test(monthText) ? Number(monthText) : undefined;
  const year = Number(yearText);
  if (year < 1945 || year > 2200) return 'impossible';
  if (day !== undefined && month === undefined) return 'form';
  if (month !== undefined && (month < 1 || month > 12)) return 'impossible';
  if (day !== undefined && (day < 1 || day > daysInMonth(month ?? 1, year))) return 'impossible';
  return {
    ...(day === undefined ? {} : { day }),
    ...(month === undefined ? {} : { month }),
    year,
  };
}

/** Room for a hand to write a number in: no-break spaces, so that neither Word nor a line end swallows it. */
export const BLANK = '\u00a0'.repeat(6);

const twoDigitDay = (day: number): string => String(day).padStart(2, '0');
const monthDigits = (month: number): string => (month <= 2 ? `0${month}` : String(month));

/** `ngày 15 tháng 6 năm 2022`, with room left for what is blank. */
export function longDate(date: ReportDate): string {
  const day = date.day === undefined ? BLANK : twoDigitDay(date.day);
  const month = date.month === undefined ? BLANK : monthDigits(date.month);
  return `ngày ${day} tháng ${month} năm ${date.year}`;
}

/** `15/6/2022`, with room left for what is blank. */
export function shortDate(date: ReportDate): string {
  const day = date.day === undefined ? BLANK : twoDigitDay(date.day);
  const month = date.month === undefined ? BLANK : monthDigits(date.month);
  return `${day}/${month}/${date.year}`;
}

/** `2022-06-15T00:00:00Z` for the document properties; what is blank counts as the last of the month or year. */
export function isoDate(date: ReportDate): string {
  const month = date.month ?? 12;
  const day = date.day ?? daysInMonth(month, date.year);
  return `${date.year}-${String(month).padStart(2, '0')}-${twoDigitDay(day)}T00:00:00Z`;
}

/** A date in a text: `12/01/2021`, `ngày 12 tháng 01 năm 2021`. */
export interface WrittenDate extends FullDate {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** In small letters. */
const DATE =
  /(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?![\d/])|(?<=ngày\s+)(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/g;

/** Most texts hold no date: that is seen sooner than found out, by what stands before its year. */
const MAY_HOLD_DATE = /\d\s?[/.-]\s?\d{4}|\d\s+\S{3}\s+\d{4}/;

/** The dates of a text, possible ones or not, in reading order. */
export function datesIn(text: string): readonly WrittenDate[] {
  if (!MAY_HOLD_DATE.test(text)) return [];
  return [...inSmallLetters(text).matchAll(DATE)].map((match) => ({
    day: Number(match[1] ?? match[4]),
    month: Number(match[2] ?? match[5]),
    year: Number(match[3] ?? match[6]),
    text: text.slice(match.index, match.index + match[0].length),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
