import type { Problem } from './problem.ts';
import { WORDS } from './words.ts';

/** The line of `giai_trinh` that answers for a problem, ready to paste; its reason is left to write. */
export function justificationLine({
  code,
  about = {},
  basis,
}: Pick<Problem, 'code'> & Partial<Pick<Problem, 'about' | 'basis'>>): string {
  const words = WORDS.justification;
  const fields = [
    [words.code, code],
    [words.indicator, about.indicator],
    [words.slot, about.slot],
    [words.basis, basis],
    [words.reason, '""'],
  ];
  return `{ ${fields.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`])).join(', ')} }`;
}
