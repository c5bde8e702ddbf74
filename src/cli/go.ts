import type { BesideFormat } from '../jobs/appendix-workbooks.ts';
import { readChoice } from '../jobs/selection.ts';
import { hasErrors } from '../model/problem.ts';
import { MANY_REPORTS, type ReportResult, type Run, type RunMode, type RunResult, run } from '../pipeline.ts';
import { advice, findingsText, groupFindings, justificationsText } from './findings.ts';
import type { Language } from './language.ts';
import { besideLines, earlierText, reportLine, summary } from './print.ts';
import { Progress } from './progress.ts';
import { runJson } from './run-json.ts';
import type { CommonOptions, Session } from './session.ts';
import type { Surroundings } from './surroundings.ts';

export interface GoOptions extends CommonOptions {
  readonly dang?: readonly BesideFormat[];
  readonly theThuc?: boolean;
  /** SARIF on standard output. */
  readonly sarif?: boolean;
  /** Lines of `giai_trinh` on standard output. */
  readonly giaiTrinh?: boolean;
  readonly phan?: { readonly index: number; readonly of: number };
  /** Threads asked for, however few reports there are. */
  readonly luong?: number;
}

/** Runs the path over the chosen reports, and tells how it went. */
export async function go(
  choices: readonly string[],
  options: GoOptions,
  mode: RunMode,
  session: Session,
): Promise<void> {
  const { around } = session;
  const root = session.root(options);
  const progress = new Progress(around, options.lang);
  const request: Run = {
    root,
    choices: choices.flatMap((typed) => readChoice(typed, around.folder)),
    mode,
    strict: options.strict === true,
    share: options.phan,
    measureFormat: options.theThuc === true,
    formats: options.dang ?? [],
    around: { ...around, ...threadsOf(around, options), progress: (...step) => progress.report(...step) },
  };
  const result = await run(request);
  progress.end();
  const readText = session.reader(root);
  const groups = groupFindings(result, readText);
  if (options.json) around.print(runJson(result, readText, options.lang));
  if (options.sarif) {
    const { runSarif } = await import('./sarif.ts');
    around.print(runSarif(result, root, readText, options.lang));
  }
  if (options.giaiTrinh) justificationsText(groups, readText, options.lang).forEach(around.print);
  findingsText(groups, readText, options.lang, session.paint).forEach(around.complain);
  for (const line of reportLines(result, options.lang)) around.complain(line);
  around.complain(summary(result, options.lang));
  earlierText(result, choices, options.lang).forEach(around.complain);
  if (mode === 'check' && !options.giaiTrinh) advice(result.problems, options.lang).forEach(around.complain);
  const failed = hasErrors(result.problems) || result.reports.some(isUnfinished);
  session.exitCode = failed || result.stopped ? 1 : 0;
}

const threadsOf = ({ threads }: Surroundings, { luong }: GoOptions): Pick<Surroundings, 'threads'> =>
  threads === undefined || luong === undefined ? {} : { threads: { ...threads, count: luong, least: luong } };

const isUnfinished = ({ outcome, beside = [] }: ReportResult): boolean =>
  outcome === 'failed' || beside.some((made) => made.outcome === 'failed');

/** On a long run only what is not as it was is worth a line. */
function reportLines({ reports }: RunResult, language: Language): readonly string[] {
  const quiet = reports.length > MANY_REPORTS;
  return reports
    .filter(({ outcome }) => !quiet || outcome === 'failed' || outcome === 'planned')
    .flatMap((report) => [reportLine(report, language), ...besideLines(report, language)]);
}
