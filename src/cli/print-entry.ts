import type { MadeForm } from '../jobs/form.ts';
import type { Problem } from '../model/problem.ts';
import type { Written } from '../write/file.ts';
import type { Language } from './language.ts';
import type { ReadText } from './place.ts';
import { problemJson } from './print.ts';

const OUTCOMES = {
  vi: { new: 'mới', changed: 'đã cập nhật', unchanged: 'không đổi', failed: 'CHƯA GHI ĐƯỢC' },
  en: { new: 'new', changed: 'updated', unchanged: 'unchanged', failed: 'NOT WRITTEN' },
} as const;

export const fileLine = (file: string, outcome: Written, language: Language): string =>
  `${outcome === 'failed' ? '✗' : '✓'} ${file}  ${OUTCOMES[language][outcome]}`;

/** What `gen form --json` prints. */
export function formsJson(
  forms: readonly MadeForm[],
  problems: readonly Problem[],
  readText: ReadText,
  language: Language,
): string {
  const made = forms.map(({ unitId, period, file, outcome }) => ({ don_vi: unitId, ky: period, tep: file, outcome }));
  return JSON.stringify(
    { bieu: made, van_de: problems.map((found) => problemJson(found, readText, language)) },
    null,
    2,
  );
}
