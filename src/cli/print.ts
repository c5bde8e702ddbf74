import type { Problem } from '../model/problem.ts';
import type { ReportResult, RunResult } from '../pipeline.ts';
import type { Language } from './language.ts';
import { type ReadText, type ShownPlace, showPlace } from './place.ts';

const WORDS = {
  vi: {
    loi: 'LỖI',
    canh_bao: 'CẢNH BÁO',
    related: 'xem thêm',
    new: 'mới',
    changed: 'đã cập nhật',
    unchanged: 'không đổi',
    failed: 'CHƯA LẬP ĐƯỢC',
    checked: 'kiểm tra xong',
  },
  en: {
    loi: 'ERROR',
    canh_bao: 'WARNING',
    related: 'see also',
    new: 'new',
    changed: 'updated',
    unchanged: 'unchanged',
    failed: 'NOT MADE',
    checked: 'checked',
  },
} as const;

/** Longest stretch of a line that is shown: narrative paragraphs are one line of a thousand characters. */
const FRAME_WIDTH = 100;

function frameLines(frame: NonNullable<ShownPlace['frame']>): readonly string[] {
  const from = Math.max(0, Math.min(frame.column - 1 - FRAME_WIDTH / 2, frame.text.length - FRAME_WIDTH));
  const cut = `${from > 0 ? '…' : ''}${frame.text.slice(from, from + FRAME_WIDTH)}${from + FRAME_WIDTH < frame.text.length ? '…' : ''}`;
  const number = String(frame.line);
  const caret = ' '.repeat(Math.max(0, frame.column - 1 - from + (from > 0 ? 1 : 0)));
  return [`  ${number} | ${cut}`, `  ${' '.repeat(number.length)} | ${caret}^`];
}

/** A problem as people read it: where, what, the line, the remedy. */
export function problemText(problem: Problem, readText: ReadText, language: Language): string {
  const words = WORDS[language];
  const place = showPlace(problem.at, readText, language);
  return [
    `${words[problem.severity]} ${place.address} [${problem.code}]`,
    `  ${problem.message[language]}`,
    ...(place.frame === undefined ? [] : frameLines(place.frame)),
    ...(problem.hint === undefined ? [] : [`  → ${problem.hint[language]}`]),
    ...(problem.related ?? []).map((other) => `  ${words.related}: ${showPlace(other, readText, language).address}`),
  ].join('\n');
}

export const reportLine = (report: ReportResult, language: Language): string =>
  `${report.outcome === 'failed' ? '✗' : '✓'} ${report.output}  ${WORDS[language][report.outcome]}`;

/** `5 báo cáo: 1 mới, 4 không đổi; 0 lỗi, 2 cảnh báo`. */
export function summary({ reports, problems }: RunResult, language: Language): string {
  const words = WORDS[language];
  const outcomes = ['new', 'changed', 'unchanged', 'checked', 'failed'] as const;
  const counted = outcomes
    .map((outcome) => [outcome, reports.filter((report) => report.outcome === outcome).length] as const)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count} ${words[outcome].toLowerCase()}`);
  const errors = problems.filter((problem) => problem.severity === 'loi').length;
  const warnings = problems.length - errors;
  const list = counted.length === 0 ? '' : `: ${counted.join(', ')}`;
  return language === 'vi'
    ? `${reports.length} báo cáo${list}; ${errors} lỗi, ${warnings} cảnh báo`
    : `${reports.length} reports${list}; ${errors} errors, ${warnings} warnings`;
}

/** What `--json` prints: everything that the text says, for programs. */
export function runJson({ reports, problems }: RunResult, readText: ReadText, language: Language): string {
  const shown = problems.map((problem) => {
    const { address, frame } = showPlace(problem.at, readText, language);
    return {
      code: problem.code,
      severity: problem.severity,
      message: problem.message[language],
      hint: problem.hint?.[language],
      address,
      line: frame?.line,
      column: frame?.column,
      at: problem.at,
      related: problem.related,
    };
  });
  const made = reports.map(({ unitId, period, output, outcome }) => ({ don_vi: unitId, ky: period, output, outcome }));
  return JSON.stringify({ bao_cao: made, van_de: shown }, null, 2);
}
