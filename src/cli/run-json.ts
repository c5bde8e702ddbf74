import { justificationLine } from '../model/justification.ts';
import { type Tally, tallyOf } from '../model/problem.ts';
import type { RunResult } from '../pipeline.ts';
import { groupFindings, justifiable, ownersOf } from './findings.ts';
import type { Language } from './language.ts';
import type { ReadText } from './place.ts';
import { problemJson } from './print.ts';

/** What `--json` prints: everything that the text says, in the same order, for programs. */
export function runJson(result: RunResult, readText: ReadText, language: Language): string {
  const owners = ownersOf(result);
  const problems = groupFindings(result, readText).flatMap((group) => group.problems);
  return JSON.stringify(
    {
      bao_cao: result.reports.map(({ unitId, period, output, outcome, earlier, beside }) => ({
        don_vi: unitId,
        ky: period,
        output,
        outcome,
        ...(earlier === undefined ? {} : { da_bao_khi_lap: tallyJson(earlier) }),
        ...(beside === undefined ? {} : { kem_theo: beside }),
      })),
      van_de: problems.map((found) => ({
        ...problemJson(found, readText, language),
        bao_cao: owners(found).map(({ unitId, period }) => ({ don_vi: unitId, ky: period })),
        giai_trinh: justifiable(found) ? justificationLine(found) : undefined,
      })),
      tong: tallyJson(tallyOf(problems)),
    },
    null,
    2,
  );
}

const tallyJson = ({ justified, ...counts }: Tally) => ({ ...counts, da_giai_trinh: justified });
