import { setFlagsFromString } from 'node:v8';
import { type ReportResult, type Run, Running } from './jobs/running.ts';
import { oldSchemas } from './jobs/schema-age.ts';
import { type ReportChoice, selectReports } from './jobs/selection.ts';
import { nextTurn } from './jobs/turn.ts';
import { type ReportFile, Workspace } from './load/workspace.ts';
import type { Problem } from './model/problem.ts';
import { VERSION } from './version.ts';
import { ReadingFiles } from './write/reading-cache.ts';
import { takeRunLock } from './write/run-lock.ts';

export type { ReportOutcome, ReportResult, Run, RunMode, RunSurroundings } from './jobs/running.ts';

export interface RunResult {
  readonly reports: readonly ReportResult[];
  /** All problems, each once, those of no single report first. */
  readonly problems: readonly Problem[];
  /** The run was asked to stop before its end. */
  readonly stopped: boolean;
}

/**
 * A run over the chosen reports: plan what is stale, make it, write it. Each report goes it alone: what is wrong with
 * one does not stop the others, and a report with an error is not written.
 */
export async function run(options: Run): Promise<RunResult> {
  const writes = options.mode === 'stale' || options.mode === 'all';
  const workspace = new Workspace(options.root, new ReadingFiles(options.root, VERSION, writes));
  const files = workspace.reportFiles();
  const selected = selectReports(files.value, options.choices, workspace.unitNames());
  const general = [...files.problems.filter((found) => concerns(found, options.choices)), ...selected.problems];
  const lock = writes ? takeRunLock(options.root, options.around.pid, options.around.alive) : undefined;
  if (lock !== undefined && lock.value === undefined) {
    return { reports: [], problems: [...general, ...lock.problems], stopped: false };
  }
  try {
    return await goThrough(options, workspace, ofShare(selected.value, options.share), general);
  } finally {
    lock?.value?.release();
  }
}

/** The share of a report follows from its name alone, so that every machine divides the work the same way. */
function ofShare(files: readonly ReportFile[], share: Run['share']): readonly ReportFile[] {
  if (share === undefined) return files;
  return files.filter(({ unitId, period }) => shareOf(`${period.id}/${unitId}`, share.of) === share.index);
}

/** FNV-1a: spreads names evenly, the same on every machine. Shares count from 1. */
export function shareOf(name: string, of: number): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(name, 'utf8')) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return (hash % of) + 1;
}

/** Misnamed files are told of when their unit is chosen, or all are. */
function concerns({ at }: Problem, choices: readonly ReportChoice[]): boolean {
  const units = choices.filter(({ kind }) => kind === 'unit');
  return units.length === 0 || units.some(({ typed }) => at.file.includes(`/${typed.replace(/[*?].*$/, '')}`));
}

function unique(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Map(
    problems.map((found) => [JSON.stringify([found.code, found.at, found.message.vi, found.justified]), found]),
  );
  return [...seen.values()];
}

/** More reports than that, and the problems of those that stay as they are, are counted only. */
export const MANY_REPORTS = 30;

async function goThrough(
  options: Run,
  workspace: Workspace,
  files: readonly ReportFile[],
  general: readonly Problem[],
): Promise<RunResult> {
  const { around, mode, strict, root, formats } = options;
  const isLong = files.length > MANY_REPORTS;
  // A report needs little, and V8 would let rubbish pile up to several times that before it clears away: collecting
  // sooner keeps memory flat over thousands of reports, in each thread, and costs next to no time.
  if (isLong) setFlagsFromString('--heap-growing-percent=40');
  const running = await Running.begin(options, workspace, isLong);
  const writes = mode === 'stale' || mode === 'all';
  const { threads } = around;
  const stopped = (): boolean => around.stopped?.() === true;
  const many = threads !== undefined && threads.count > 1 && writes && files.length >= threads.least;
  const forThreads = many ? files.filter((file) => running.isStale(file)) : [];
  const reports: ReportResult[] = [];
  const tell = (result: ReportResult): void => {
    reports.push(result);
    around.progress?.(reports.length, files.length, result);
  };
  const apart = new Set(threads !== undefined && forThreads.length >= threads.least ? forThreads : []);
  if (threads !== undefined && apart.size > 0) {
    const { spread } = await import('./jobs/pool.ts');
    await spread(
      threads,
      { root, mode, strict, formats, files: [...apart] },
      (file) => running.one(file),
      (results) => results.forEach(tell),
      stopped,
    );
  }
  for (const file of files) {
    if (apart.has(file)) continue;
    if (stopped()) break;
    const result = await running.one(file);
    tell(result);
    // Lets a key press or a signal in between two reports.
    if (result.outcome !== 'fresh') await nextTurn();
  }
  // The threads wrote into the manifest on their own: it is read again before it is made short.
  if (writes) (apart.size > 0 ? await Running.begin(options, workspace, isLong) : running).end();
  const old = writes ? oldSchemas(root) : [];
  if (old.length > 0) {
    const { refreshSchemas } = await import('./jobs/schemas.ts');
    refreshSchemas(workspace, old);
  }
  const order = new Map(files.map(({ unitId, period }, i) => [`${period.id}/${unitId}`, i]));
  const at = ({ unitId, period }: ReportResult): number => order.get(`${period}/${unitId}`) ?? 0;
  reports.sort((a, b) => at(a) - at(b));
  const own = reports.flatMap((report) => report.problems);
  const unused =
    options.choices.length === 0
      ? [...running.templateFaults(), ...(mode === 'check' ? workspace.sharedFaults() : [])]
      : [];
  const problems = unique([...general, ...workspace.folderProblems, ...unused, ...own]);
  return { reports, problems, stopped: reports.length < files.length };
}
