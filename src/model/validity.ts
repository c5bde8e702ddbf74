import { type FullDate, shortDate } from './date.ts';
import type { AgencyType } from './words.ts';

/** From which day to which day something applies; an open end has no limit. */
export interface Validity {
  readonly from?: FullDate;
  readonly to?: FullDate;
  /** What takes its place: names of units, templates or catalogues, as their keeper typed them. */
  readonly successors: readonly string[];
}

/** What begins on a day, and ends on one. */
export type DatedThing = 'unit' | 'agency-type' | 'catalogue' | 'template';

/** What templates/hieu-luc.yaml says of a template. */
export interface TemplateValidity {
  readonly validity: Validity;
  readonly file: string;
}

export const ALWAYS: Validity = { successors: [] };

/**
 * When agency types reported. District bodies ended with 30/6/2025: local government has two tiers, province and commune,
 * since 1/7/2025 (Nghị quyết số 203/2025/QH15; Luật Tổ chức chính quyền địa phương số 72/2025/QH15).
 */
export const AGENCY_VALIDITY: Readonly<Record<AgencyType, Validity>> = {
  so: ALWAYS,
  'van-phong': ALWAYS,
  'ubnd-huyen': { to: { day: 30, month: 6, year: 2025 }, successors: ['ubnd-xa'] satisfies AgencyType[] },
  'ubnd-xa': ALWAYS,
  'ubnd-tinh': ALWAYS,
};

const ordinal = ({ day, month, year }: FullDate): number => (year * 100 + month) * 100 + day;

/** Whether the last day comes before the first, so that nothing is ever valid. */
export const isEmpty = ({ from, to }: Validity): boolean =>
  from !== undefined && to !== undefined && ordinal(to) < ordinal(from);

/** Which end of its validity a day lies beyond; `undefined` when it lies within. */
export function beyond(validity: Validity, day: FullDate): 'from' | 'to' | undefined {
  const { from, to } = validity;
  // Dates the wrong way round were told of where they stand.
  if (isEmpty(validity)) return undefined;
  if (to !== undefined && ordinal(day) > ordinal(to)) return 'to';
  return from !== undefined && ordinal(day) < ordinal(from) ? 'from' : undefined;
}

/** `30/6/2025`, as the decree writes dates. */
export const validityDate = (validity: Validity, end: 'from' | 'to'): string => {
  const date = validity[end];
  return date === undefined ? '' : shortDate(date);
};
