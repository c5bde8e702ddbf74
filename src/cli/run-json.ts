import { justificationLine } from '../model/justification.ts';
import type { RunResult } from '../pipeline.ts';
import { groupFindings, justifiable, ownersOf } from './findings.ts';
import type { Language } from './language.ts';
import type { ReadText } from './place.ts';
import { problemJson } from './print.ts';

/** What `--json` prints: everything that the text says, in the same order, for programs. */
export function runJson(result: RunResult, readText: ReadText, language: Language): string {
  const owners = ownersOf(result);
  const problems = groupFindings(result, readText).flatMap((group) => group.problems);
  const count = (severity: string): number =>
    problems.filter((found) => found.justified === undefined && found.severity === severity).length;
  return JSON.stringify(
    {
      bao_cao: result.reports.map(({ unitId, period, output, outcome, beside }) => ({
        don_vi: unitId,
        ky: period,
        output,
        outcome,
        ...(beside === undefined ? {} : { kem_theo: beside }),
      })),
      van_de: problems.map((found) => ({
        ...problemJson(found, readText, language),
        bao_cao: owners(found).map(({ unitId, period }) => ({ don_vi: unitId, ky: period })),
        giai_trinh: justifiable(found) ? justificationLine(found) : undefined,
      })),
      tong: {
        loi: count('loi'),
        canh_bao: count('canh_bao'),
        goi_y: count('goi_y'),
        da_giai_trinh: problems.filter(({ justified }) => justified !== undefined).length,
      },
    },
    null,
    2,
  );
}
