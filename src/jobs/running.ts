import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ReportFile, Workspace } from '../load/workspace.ts';
import { type Outcome, type Problem, stops, type Tally } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { VERSION } from '../version.ts';
import type { Written } from '../write/file.ts';
import { type Fingerprint, Fingerprints } from '../write/fingerprint.ts';
import { History } from '../write/history.ts';
import { Manifest, type Note, type Reason } from '../write/manifest.ts';
import { putOutput } from '../write/output.ts';
import type { Alive } from '../write/run-lock.ts';
import { keepSnapshot } from '../write/snapshots.ts';
import type { AppendixWorkbooks, BesideFormat, BesideResult } from './appendix-workbooks.ts';
import type { FormatCheck } from './format-check.ts';
import { IssueTargets, type MadeReport, type Target } from './issue-target.ts';
import { differences } from './paper.ts';
import type { Threads } from './pool.ts';
import { ReportPath } from './report-path.ts';
import type { ReportChoice } from './selection.ts';

/** What a run is asked for. */
export interface Run {
  readonly root: string;
  readonly choices: readonly ReportChoice[];
  readonly mode: RunMode;
  /** Warnings stop a report as errors do. */
  readonly strict: boolean;
  /** What is made beside the .docx (`--dang`). */
  readonly formats?: readonly BesideFormat[];
  /** `--phan i/n`: only the i-th of n shares of the reports. */
  readonly share?: { readonly index: number; readonly of: number };
  /** `check --the-thuc`: the format of the reports and their templates is measured too. */
  readonly measureFormat?: boolean;
  readonly around: RunSurroundings;
}

/** `stale`: what changed; `all`: everything (`--het`); `plan`: say what would be done (`--xem`); `check`: write nothing. */
export type RunMode = 'stale' | 'all' | 'plan' | 'check';

/** What a run takes from outside: the clock, the process, and who watches it. */
export interface RunSurroundings {
  readonly now: () => Date;
  readonly pid: number;
  readonly alive: Alive;
  /** Told after each report. */
  readonly progress?: (done: number, total: number, last: ReportResult) => void;
  readonly stopped?: () => boolean;
  /** Threads for long runs; without them all is done here. */
  readonly threads?: Threads;
}

/** `as-issued`: the content is that of the last issue, whose file stays as it is. */
export type ReportOutcome = Written | 'checked' | 'planned' | 'fresh' | 'as-issued';

export interface ReportResult {
  readonly unitId: string;
  readonly period: string;
  /** Relative to the root. */
  readonly output: string;
  readonly outcome: ReportOutcome;
  /** Why it was, or would be, made. */
  readonly reason?: Reason;
  readonly problems: readonly Problem[];
  /** Of a fresh report on a long run: how much was told when it was made, instead of telling it all again. */
  readonly earlier?: Tally;
  /** What was made beside it. */
  readonly beside?: readonly BesideResult[];
}

/** A run's work on one report after the other: what is stale, made and written. */
export class Running {
  private readonly fingerprints: Fingerprints;
  private readonly manifest: Manifest;
  private readonly path: ReportPath;
  private readonly targets: IssueTargets;
  /** When this run began to look at files. */
  private readonly start: number;
  private format: FormatCheck | undefined;
  private workbooks: AppendixWorkbooks | undefined;

  private constructor(
    private readonly options: Run,
    workspace: Workspace,
    private readonly isLong: boolean,
  ) {
    this.start = options.around.now().getTime();
    this.targets = new IssueTargets(options.root, new History(options.root));
    this.fingerprints = new Fingerprints(options.root);
    this.manifest = new Manifest(options.root, this.fingerprints);
    this.path = new ReportPath(workspace);
  }

  /**
   * Begins a run; what few runs ask for is loaded for those only. `isLong`: so many reports that the problems of fresh
   * ones are counted, not told again.
   */
  static async begin(options: Run, workspace: Workspace, isLong: boolean): Promise<Running> {
    const running = new Running(options, workspace, isLong);
    if (options.measureFormat === true) {
      const { FormatCheck } = await import('./format-check.ts');
      running.format = new FormatCheck(workspace);
    }
    if (options.formats?.includes('xlsx')) {
      const { AppendixWorkbooks } = await import('./appendix-workbooks.ts');
      const { path, manifest, fingerprints } = running;
      running.workbooks = new AppendixWorkbooks(options, path, manifest, fingerprints);
    }
    return running;
  }

  /** One report: left, planned or made, and told of; then what is made beside it. */
  async one(file: ReportFile): Promise<ReportResult> {
    const report = this.report(file);
    return this.workbooks === undefined ? report : this.workbooks.beside(file, report);
  }

  private report(file: ReportFile): ReportResult {
    const { mode, strict } = this.options;
    const name = `${file.period.id}/${file.unitId}`;
    const base = { unitId: file.unitId, period: file.period.id, output: this.targets.next(name) };
    const note = this.manifest.note(name);
    const forced = mode === 'all' || mode === 'check' || (strict && (note?.told.canh_bao ?? 0) > 0);
    const stale: Reason | undefined = forced ? { kind: 'asked' } : this.reason(name, note);
    const fresh = stale === undefined && note !== undefined ? this.fresh(name, note) : undefined;
    if (fresh !== undefined) return { ...base, ...fresh };
    const reason = stale ?? { kind: 'unfinished' };
    // What was never issued goes where it always goes; else only the content tells whether there is a correction.
    const never = this.targets.issued(name) === undefined;
    if (mode === 'plan' && never) return { ...base, outcome: 'planned', reason, problems: [] };
    const made = this.path.make(file);
    const found = [...made.problems, ...(this.format?.of(made, base.output) ?? [])];
    const stopped = made.value === undefined || stops(found, strict);
    if (stopped || mode === 'check') {
      const outcome = mode === 'plan' ? 'planned' : stopped ? 'failed' : 'checked';
      return { ...base, outcome, reason, problems: found };
    }
    const target = this.targets.of(name, made.value);
    if (target.value === undefined) return { ...base, outcome: 'failed', reason, problems: target.problems };
    const output = target.value.file;
    const planned = { ...base, output, reason, problems: [] };
    if (mode === 'plan') return { ...planned, outcome: target.value.issued === undefined ? 'planned' : 'as-issued' };
    const written = this.put(name, target.value, made.value);
    if (written.value !== 'failed') this.noteDown(name, target.value, made.inputs, made.problems);
    const standing = written.value === 'as-issued' ? this.standing(name, output) : [];
    const problems = [...made.problems, ...written.problems, ...standing];
    return { ...base, output, outcome: written.value, reason, problems };
  }

  /** Whether a report is to be made; a quick look that makes nothing. */
  isStale(file: ReportFile): boolean {
    const name = `${file.period.id}/${file.unitId}`;
    return this.options.mode === 'all' || this.reason(name, this.manifest.note(name)) !== undefined;
  }

  /** `check --the-thuc` of all templates, used or not. */
  templateFaults = (): readonly Problem[] => this.format?.allTemplates() ?? [];

  /** Leaves the manifest short. */
  end(): void {
    this.manifest.compact();
  }

  private reason(report: string, note: Note | undefined): Reason | undefined {
    const reason = this.manifest.reason(report, VERSION);
    if (reason !== undefined || note === undefined) return reason;
    return this.targets.fits(report, note.output.file) ? undefined : { kind: 'history' };
  }

  /** `undefined`: what was told of it when it was made was lost. */
  private fresh(report: string, note: Note): Omit<ReportResult, 'unitId' | 'period'> | undefined {
    const output = note.output.file;
    const standing = this.standing(report, output);
    if (standing.length === 0) this.manifest.renew(report, this.start);
    if (this.isLong) return { output, outcome: 'fresh', problems: standing, earlier: note.told };
    const told = this.manifest.told(report);
    return told === undefined ? undefined : { output, outcome: 'fresh', problems: [...told, ...standing] };
  }

  /** What is to be said of an output that stays as it is. Reports `khac-du-lieu`, `dinh-chinh-thua`. */
  private standing(report: string, output: string): readonly Problem[] {
    return [
      ...(this.manifest.isOurs(report, output) ? [] : [problem('khac-du-lieu', {}, { kind: 'file', file: output })]),
      ...(output === this.targets.issued(report) ? this.targets.leftOver(report) : []),
    ];
  }

  /** An issued file is put back when it is gone, or all is made anew; else it is not touched. */
  private put(report: string, { file, issued }: Target, made: MadeReport): Outcome<ReportOutcome> {
    const restored = this.options.mode === 'all' || !existsSync(path.join(this.options.root, file));
    const bytes = issued === undefined ? made.bytes : issued.output;
    const written: Outcome<ReportOutcome> =
      issued === undefined || restored ? this.write(report, file, bytes) : { value: 'unchanged', problems: [] };
    if (written.value === 'failed') return written;
    const kept = keepSnapshot(this.options.root, report, made.snapshot);
    if (kept.length > 0) return { value: 'failed', problems: [...written.problems, ...kept] };
    return issued !== undefined && written.value === 'unchanged' ? { ...written, value: 'as-issued' } : written;
  }

  private write(report: string, file: string, bytes: Uint8Array) {
    const { root, around } = this.options;
    return putOutput({ root, file, report, bytes, now: around.now(), differences }, this.manifest, this.fingerprints);
  }

  private noteDown(report: string, target: Target, inputs: readonly string[], warnings: readonly Problem[]): void {
    const { file, issued } = target;
    const there = this.fingerprints.of(file);
    // Of an issued file only what was issued is ours, whatever someone made of it since.
    const output: Fingerprint | undefined =
      issued === undefined || there?.hash === issued.info.bam
        ? there
        : { hash: issued.info.bam, size: issued.info.co, modified: 0 };
    if (output === undefined) return;
    const note = {
      report,
      tool: VERSION,
      at: this.options.around.now().getTime(),
      inputs: Object.fromEntries(inputs.map((input) => [input, this.fingerprints.of(input) ?? null])),
      output: { file, ...output },
    };
    this.manifest.add(note, warnings);
  }
}
