import type { Rollup } from '../jobs/rollup.ts';
import type { TotalChange } from '../jobs/rollup-totals.ts';
import type { Problem } from '../model/problem.ts';
import type { Language } from './language.ts';
import type { ReadText } from './place.ts';
import { problemJson } from './print.ts';
import { VALUES_WRITTEN, VALUES_WRITTEN_KEY } from './values-written.ts';

/** What became of a consolidation, for the terminal. */
export function rollupLines(rollup: Rollup, language: Language): readonly string[] {
  const vi = language === 'vi';
  const { unitId, report, workbook, workbookOutcome, members, reported, late, changes, kept, notAdded, outcome } =
    rollup;
  const none = vi ? '(trống)' : '(blank)';
  const line = ({ id, number, label, before, after }: TotalChange, sign: string): string =>
    `  ${`${number} ${label}`.trim()} (${id}): ${before === '' ? none : before} ${sign} ${after === '' ? none : after}`;
  const counts = vi
    ? `${reported}/${members} đơn vị có báo cáo, ${late === undefined ? 'chưa rõ hạn gửi (nêu bằng --han)' : `${late} gửi chậm`}; ${notAdded} chỉ tiêu có số không cộng được`
    : `${reported}/${members} units reported, ${late === undefined ? 'deadline not known (--han names it)' : `${late} late`}; ${notAdded} indicators with figures that cannot be added`;
  const inBook = workbookOutcome === 'planned' ? [] : [`  ${workbook}`];
  return [
    `${unitId}: ${counts}`,
    ...inBook,
    `${report}: ${changes.length} ${vi ? 'thay đổi' : 'changes'}; ${VALUES_WRITTEN[language][outcome]}`,
    ...changes.map((change) => line(change, '→')),
    ...kept.map((change) => `${line(change, vi ? '≠ tổng hợp' : '≠ total')}, ${vi ? 'giữ nguyên' : 'left'}`),
  ];
}

/** What `gen rollup --json` prints. */
export function rollupJson(
  rollups: readonly Rollup[],
  problems: readonly Problem[],
  readText: ReadText,
  language: Language,
): string {
  const change = ({ id, number, label, before, after }: TotalChange) => ({
    id,
    stt: number,
    ten: label,
    truoc: before,
    sau: after,
  });
  const shown = rollups.map((one) => ({
    don_vi: one.unitId,
    bao_cao: one.report,
    tep_tong_hop: one.workbook,
    so_don_vi: one.members,
    da_bao_cao: one.reported,
    gui_cham: one.late ?? null,
    thay_doi: one.changes.map(change),
    giu_nguyen: one.kept.map(change),
    ket_qua: VALUES_WRITTEN_KEY[one.outcome],
  }));
  return JSON.stringify(
    { tong_hop: shown, van_de: problems.map((found) => problemJson(found, readText, language)) },
    null,
    2,
  );
}
