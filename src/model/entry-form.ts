import type { CatalogueRow } from './catalogue.ts';

/**
 * What an entry form carries unseen: on a hidden sheet whose form it is, in hidden columns which indicator a row is for.
 * Rows that are moved, renamed or sorted are known again by it.
 */
export const FORM_SHEET = 'gen';
export const FORM_KIND = 'bieu-nhap';

/** Keys on the hidden sheet, in column A; their values stand in column B. */
export const FORM_KEYS = {
  kind: 'loai',
  unit: 'don_vi',
  period: 'ky',
  catalogue: 'danh_muc',
  hash: 'bam_danh_muc',
} as const;

/** Columns of the entry sheet, counted from 1. The first four are hidden. */
export const FORM_COLUMNS = {
  id: 1,
  /** What the indicator meant when the form was made. */
  meaning: 2,
  /** Value and note that the form was handed out with: what differs from them was typed since. */
  givenValue: 3,
  givenNote: 4,
  number: 5,
  label: 6,
  unit: 7,
  value: 8,
  note: 9,
  reportedBy: 10,
  before: 11,
} as const;

/** Kind and codes of an indicator: a value that was typed for another meaning must not be taken. */
export const meaningOf = ({ kind, codes }: CatalogueRow): string =>
  kind === 'code' ? `${kind}:${[...codes].map(([code, meaning]) => `${code}=${meaning}`).join(';')}` : kind;

/** How lists offer a code; the code stands before the sign. */
export const codeChoice = (code: string, meaning: string): string => `${code} – ${meaning}`;
export const codeOfChoice = (text: string): string => /^(\S+) – /.exec(text)?.[1] ?? text;
