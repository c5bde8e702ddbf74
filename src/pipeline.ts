import { handEdits } from './diff/hand-edits.ts';
import { readDocxParagraphs } from './load/docx-paragraphs.ts';
import { type ReportFile, Workspace } from './load/workspace.ts';
import { hasErrors, type Problem } from './model/problem.ts';
import { problem } from './model/problem-codes.ts';
import { ReportPath } from './report-path.ts';
import { type ReportChoice, selectReports } from './selection.ts';
import { VERSION } from './version.ts';
import type { Written } from './write/file.ts';
import { Fingerprints } from './write/fingerprint.ts';
import { Manifest, type Reason } from './write/manifest.ts';
import { putOutput } from './write/output.ts';
import { type Alive, takeRunLock } from './write/run-lock.ts';

/**
 * A run over the chosen reports: plan what is stale, make it, write it. Each report goes it alone: what is wrong with
 * one does not stop the others, and a report with an error is not written.
 */
export interface Run {
  readonly root: string;
  readonly choices: readonly ReportChoice[];
  readonly mode: RunMode;
  /** Warnings stop a report as errors do. */
  readonly strict: boolean;
  /** `--phan i/n`: only the i-th of n shares of the reports. */
  readonly share?: { readonly index: number; readonly of: number };
  readonly around: RunSurroundings;
}

/** `stale`: what changed; `all`: everything (`--het`); `plan`: say what would be done (`--xem`); `check`: write nothing. */
export type RunMode = 'stale' | 'all' | 'plan' | 'check';

/** What a run takes from outside: the clock, the process, and who watches it. */
export interface RunSurroundings {
  readonly now: () => Date;
  readonly pid: number;
  readonly alive: Alive;
  /** Told after each report; `false` asks the run to stop there. */
  readonly progress?: (done: number, total: number, last: ReportResult) => void;
  readonly stopped?: () => boolean;
}

export type ReportOutcome = Written | 'checked' | 'planned' | 'fresh';

export interface ReportResult {
  readonly unitId: string;
  readonly period: string;
  /** Relative to the root. */
  readonly output: string;
  readonly outcome: ReportOutcome;
  /** Why it was, or would be, made. */
  readonly reason?: Reason;
  readonly problems: readonly Problem[];
}

export interface RunResult {
  readonly reports: readonly ReportResult[];
  /** All problems, each once, those of no single report first. */
  readonly problems: readonly Problem[];
  /** The run was asked to stop before its end. */
  readonly stopped: boolean;
}

export async function run(options: Run): Promise<RunResult> {
  const workspace = new Workspace(options.root);
  const files = workspace.reportFiles();
  const selected = selectReports(files.value, options.choices, workspace.unitNames());
  const general = [...(options.choices.length === 0 ? files.problems : []), ...selected.problems];
  const writes = options.mode === 'stale' || options.mode === 'all';
  const lock = writes ? takeRunLock(options.root, options.around.pid, options.around.alive) : undefined;
  if (lock !== undefined && lock.value === undefined) {
    return { reports: [], problems: [...general, ...lock.problems], stopped: false };
  }
  try {
    return await new Running(options, workspace).go(ofShare(selected.value, options.share), general);
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

function unique(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Map(problems.map((found) => [JSON.stringify([found.code, found.at, found.message.vi]), found]));
  return [...seen.values()];
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

class Running {
  private readonly fingerprints: Fingerprints;
  private readonly manifest: Manifest;
  private readonly path: ReportPath;

  constructor(
    private readonly options: Run,
    workspace: Workspace,
  ) {
    this.fingerprints = new Fingerprints(options.root);
    this.manifest = new Manifest(options.root, this.fingerprints);
    this.path = new ReportPath(workspace);
  }

  async go(files: readonly ReportFile[], general: readonly Problem[]): Promise<RunResult> {
    const { around } = this.options;
    const reports: ReportResult[] = [];
    for (const file of files) {
      if (around.stopped?.() === true) break;
      const result = this.one(file);
      reports.push(result);
      around.progress?.(reports.length, files.length, result);
      // Lets a key press or a signal in between two reports.
      if (result.outcome !== 'fresh') await nextTurn();
    }
    if (this.options.mode === 'stale' || this.options.mode === 'all') this.manifest.compact();
    const problems = unique([...general, ...reports.flatMap((report) => report.problems)]);
    return { reports, problems, stopped: reports.length < files.length };
  }

  private one(file: ReportFile): ReportResult {
    const { mode, strict } = this.options;
    const name = `${file.period.id}/${file.unitId}`;
    const output = `out/${name}.docx`;
    const base = { unitId: file.unitId, period: file.period.id, output };
    const note = this.manifest.note(name);
    const forced = mode === 'all' || mode === 'check' || (strict && (note?.warnings.length ?? 0) > 0);
    const reason: Reason | undefined = forced ? { kind: 'asked' } : this.manifest.reason(name, VERSION);
    if (reason === undefined) {
      const untouched = this.manifest.isOurs(name, output);
      const changed = untouched ? [] : [problem('khac-du-lieu', {}, { kind: 'file', file: output })];
      return { ...base, outcome: 'fresh', problems: [...(note?.warnings ?? []), ...changed] };
    }
    if (mode === 'plan') return { ...base, outcome: 'planned', reason, problems: [] };
    const made = this.path.make(file);
    const stopped = made.value === undefined || hasErrors(made.problems) || (strict && made.problems.length > 0);
    if (stopped || mode === 'check') {
      return { ...base, outcome: stopped ? 'failed' : 'checked', reason, problems: made.problems };
    }
    const { bytes } = made.value;
    const written = this.write(name, output, bytes);
    if (written.value !== 'failed') this.noteDown(name, output, made.inputs, made.problems);
    return { ...base, outcome: written.value, reason, problems: [...made.problems, ...written.problems] };
  }

  private write(report: string, file: string, bytes: Uint8Array) {
    const { root, around } = this.options;
    const differences = (byHand: Uint8Array, anew: Uint8Array): readonly string[] => {
      const [before, after] = [readDocxParagraphs(byHand), readDocxParagraphs(anew)];
      return before === undefined || after === undefined ? ['không đọc được bản sửa tay'] : handEdits(before, after);
    };
    return putOutput({ root, file, report, bytes, now: around.now(), differences }, this.manifest, this.fingerprints);
  }

  private noteDown(report: string, file: string, inputs: readonly string[], warnings: readonly Problem[]): void {
    const output = this.fingerprints.of(file);
    if (output === undefined) return;
    this.manifest.add({
      report,
      tool: VERSION,
      at: this.options.around.now().getTime(),
      inputs: Object.fromEntries(inputs.map((input) => [input, this.fingerprints.of(input) ?? null])),
      output: { file, ...output },
      warnings,
    });
  }
}
