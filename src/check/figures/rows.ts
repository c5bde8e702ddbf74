import type { FormRow } from './form.ts';

/** What relations between the rows of a form are read from, besides their words: their kinds, units and places. */

export const isCount = ({ row }: FormRow): boolean => row.kind === 'count' || row.kind === 'money';
export const isPercent = ({ row }: FormRow): boolean => row.kind === 'percent';

const unitOf = ({ row }: FormRow): string => row.unitOfMeasure.trim().toLowerCase();

/** Whether a row counts in the kind and unit of another. */
export const alike = (a: FormRow, b: FormRow): boolean =>
  isCount(b) && a.row.kind === b.row.kind && unitOf(a) === unitOf(b);

/** The rows one level below: those of a "Trong đó" block, where there is one. */
export const belowOf = (row: FormRow): readonly FormRow[] => (row.parts.length > 0 ? row.parts : row.children);
