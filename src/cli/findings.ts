import { justificationLine } from '../model/justification.ts';
import { type Place, type Problem, type Severity, tallyOf } from '../model/problem.ts';
import { byName } from '../model/text.ts';
import type { ReportResult, RunResult } from '../pipeline.ts';
import type { Language } from './language.ts';
import type { Paint } from './paint.ts';
import { type ReadText, showPlace } from './place.ts';
import { justifiedText, problemText, tallyText } from './print.ts';

/** The problems of one report, or (without a report) those that are of no single one. */
export interface FindingGroup {
  readonly report?: ReportResult;
  readonly problems: readonly Problem[];
}

const SEVERITIES: readonly Severity[] = ['loi', 'canh_bao', 'goi_y'];

/** Which reports of a run a problem was found in. */
export function ownersOf({ reports }: RunResult): (found: Problem) => readonly ReportResult[] {
  const keyOf = (found: Problem): string =>
    JSON.stringify([found.code, found.at, found.message.vi, found.justified?.at]);
  const owners = new Map<string, ReportResult[]>();
  for (const report of reports) {
    for (const key of new Set(report.problems.map(keyOf))) owners.set(key, [...(owners.get(key) ?? []), report]);
  }
  return (found) => owners.get(keyOf(found)) ?? [];
}

/**
 * The findings of a run by report, those of no single report first. In a report they stand as in its file, then those of
 * other files; at one place the graver first. What several reports find in a file that they share is told once.
 */
export function groupFindings(result: RunResult, readText: ReadText): readonly FindingGroup[] {
  const owners = ownersOf(result);
  const byReport = new Map<ReportResult | undefined, Problem[]>();
  for (const found of result.problems) {
    const mine = owners(found);
    const owner = mine.length === 1 ? mine[0] : undefined;
    byReport.set(owner, [...(byReport.get(owner) ?? []), found]);
  }
  return [undefined, ...result.reports].flatMap((report) => {
    const problems = byReport.get(report) ?? [];
    return problems.length === 0 ? [] : [{ report, problems: inOrder(problems, report, readText) }];
  });
}

/** Whether a place stands in a report's own file. */
const ownFile = ({ unitId, period }: ReportResult, { file }: Place): boolean =>
  file.startsWith(`data/bao-cao/${unitId}/${period}.`);

function inOrder(
  problems: readonly Problem[],
  report: ReportResult | undefined,
  readText: ReadText,
): readonly Problem[] {
  const placed = problems.map((found) => {
    const { frame } = showPlace(found.at, readText, 'vi');
    const foreign = report === undefined || !ownFile(report, found.at) ? 1 : 0;
    return { found, foreign, line: frame?.line ?? 0, column: frame?.column ?? 0 };
  });
  placed.sort(
    (a, b) =>
      a.foreign - b.foreign ||
      byName(a.found.at.file, b.found.at.file) ||
      a.line - b.line ||
      a.column - b.column ||
      SEVERITIES.indexOf(a.found.severity) - SEVERITIES.indexOf(b.found.severity),
  );
  return placed.map(({ found }) => found);
}

const WORDS = {
  vi: {
    general: 'Chung cho nhiều báo cáo',
    justified: 'Đã giải trình:',
    advice:
      'Cảnh báo đúng với thực tế thì ghi lý do vào giai_trinh của báo cáo; npx gen check --giai-trinh in sẵn dòng để dán. Giải thích một mã: npx gen giai-thich <mã>.',
  },
  en: {
    general: 'Of no single report',
    justified: 'Justified:',
    advice:
      'A warning that is right gets its reason in giai_trinh of the report; npx gen check --giai-trinh prints the line to paste. A code explained: npx gen giai-thich <code>.',
  },
} as const;

/** The findings as people read them: a heading for each report, then its problems, then what was answered for. */
export function findingsText(
  groups: readonly FindingGroup[],
  readText: ReadText,
  language: Language,
  paint: Paint,
): readonly string[] {
  const headed = groups.length > 1 || groups.some(({ report }) => report !== undefined);
  return groups.flatMap(({ report, problems }) => {
    const open = problems.filter(({ justified }) => justified === undefined);
    const answered = problems.filter(({ justified }) => justified !== undefined);
    const name = report === undefined ? WORDS[language].general : `${report.unitId} ${report.period}`;
    const title = `${paint('title', `═══ ${name}`)}: ${tallyText(tallyOf(problems), language)}\n`;
    // A remedy that holds for all of a kind is given with the first.
    const hinted = new Set<string>();
    return [
      ...(headed ? [title] : []),
      ...open.map((found) => {
        const hint = `${found.code} ${found.hint?.[language]}`;
        const shown = hinted.has(hint) ? { ...found, hint: undefined } : found;
        hinted.add(hint);
        return `${problemText(shown, readText, language, paint)}\n`;
      }),
      ...(answered.length === 0
        ? []
        : [
            [
              paint('title', WORDS[language].justified),
              ...answered.map((found) => justifiedText(found, readText, language)),
              '',
            ].join('\n'),
          ]),
    ];
  });
}

/** What to do with warnings that are right; said once, when there are any. */
export function advice(problems: readonly Problem[], language: Language): readonly string[] {
  const any = problems.some(({ severity, justified }) => severity === 'canh_bao' && justified === undefined);
  return any ? [WORDS[language].advice] : [];
}

/** Whether a reason in a report can answer for a problem. */
export const justifiable = ({ severity, justified, code }: Problem): boolean =>
  severity !== 'loi' && justified === undefined && !code.startsWith('giai-trinh-');

/** `--giai-trinh`: for every open warning and hint the line of `giai_trinh` that answers for it, ready to paste. */
export function justificationsText(
  groups: readonly FindingGroup[],
  readText: ReadText,
  language: Language,
): readonly string[] {
  const lineOf = (at: Place): string => showPlace(at, readText, language).address;
  return groups.flatMap(({ report, problems }) => {
    const open = problems.filter(justifiable);
    if (report === undefined || open.length === 0) return [];
    return [
      `# ${report.unitId} ${report.period}`,
      'giai_trinh:',
      ...open.flatMap((found) => [
        `  # ${lineOf(found.at)}: ${found.message[language].replace(/\s+/g, ' ')}`,
        `  - ${justificationLine(found)}`,
      ]),
      '',
    ];
  });
}
