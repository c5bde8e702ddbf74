import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fieldOf, textOf } from '../diff/outline.ts';
import { type ReportFile, Workspace } from '../load/workspace.ts';
import type { Outcome, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { type ReportResult, type RunResult, type RunSurroundings, run } from '../pipeline.ts';
import { VERSION } from '../version.ts';
import { Fingerprints, hashOf } from '../write/fingerprint.ts';
import { History, type IssueInfo } from '../write/history.ts';
import { Manifest } from '../write/manifest.ts';
import { takeRunLock } from '../write/run-lock.ts';
import { IssueTargets } from './issue-target.ts';
import { ReportPath } from './report-path.ts';
import { type ReportChoice, selectReports } from './selection.ts';

export interface IssueRequest {
  readonly root: string;
  readonly choices: readonly ReportChoice[];
  readonly strict: boolean;
  readonly around: RunSurroundings;
}

export interface IssuedReport {
  readonly unitId: string;
  readonly period: string;
  /** 1 is the report itself, 2 its first correction. `undefined`: it was not issued. */
  readonly issue: number | undefined;
  /** The file to send, relative to the root. */
  readonly output: string;
  /** Where the issue is kept. */
  readonly folder: string | undefined;
}

export interface IssueResult {
  readonly reports: readonly IssuedReport[];
  readonly problems: readonly Problem[];
  /** The reports as they were brought up to date, with what was found in each, and why one was not issued. */
  readonly made: readonly ReportResult[];
  readonly stopped: boolean;
}

/**
 * `gen phat-hanh`: brings the chosen reports up to date and freezes each: its output, its content as data, and the state
 * of everything that it was made from go into the history. From then on a change makes a correction.
 * Reports what a run reports, and `phat-hanh-co-loi`, `phat-hanh-ban-sua-tay`, `phat-hanh-khong-doi`,
 * `phat-hanh-dang-doi`.
 */
export async function issue(request: IssueRequest): Promise<IssueResult> {
  const { root, choices, strict, around } = request;
  const workspace = new Workspace(root);
  const selected = selectReports(workspace.reportFiles().value, choices, workspace.unitNames());
  const changed = selected.value.map((file) => changedByHand(root, file)).filter((found) => found !== undefined);
  if (changed.length > 0) return { reports: [], problems: changed, made: [], stopped: false };
  const made = await run({ root, choices, mode: 'all', strict, around });
  const lock = takeRunLock(root, around.pid, around.alive);
  if (lock.value === undefined) {
    return { reports: [], problems: [...made.problems, ...lock.problems], made: made.reports, stopped: false };
  }
  try {
    const freezing = new Freezing(request, made);
    const frozen = selected.value.map((file) => freezing.one(file));
    const refusals = new Map(frozen.map(({ value, problems }) => [`${value.period}/${value.unitId}`, problems]));
    return {
      reports: frozen.map(({ value }) => value),
      problems: [...made.problems, ...frozen.flatMap(({ problems }) => problems)],
      made: made.reports.map((report) => ({
        ...report,
        problems: [...report.problems, ...(refusals.get(`${report.period}/${report.unitId}`) ?? [])],
      })),
      stopped: made.stopped,
    };
  } finally {
    lock.value.release();
  }
}

const nameOf = ({ unitId, period }: ReportFile): string => `${period.id}/${unitId}`;

/** Before the run, which would keep the changed copy aside and write a new one. */
function changedByHand(root: string, file: ReportFile): Problem | undefined {
  const fingerprints = new Fingerprints(root);
  const manifest = new Manifest(root, fingerprints);
  const output =
    manifest.note(nameOf(file))?.output.file ?? new IssueTargets(root, new History(root)).next(nameOf(file));
  if (!existsSync(path.join(root, output)) || manifest.isOurs(nameOf(file), output)) return undefined;
  return problem('phat-hanh-ban-sua-tay', {}, { kind: 'file', file: output });
}

class Freezing {
  private readonly history: History;
  private readonly targets: IssueTargets;
  private readonly manifest: Manifest;
  private readonly path: ReportPath;

  constructor(
    private readonly request: IssueRequest,
    private readonly made: RunResult,
  ) {
    const { root } = request;
    this.history = new History(root);
    this.targets = new IssueTargets(root, this.history);
    this.manifest = new Manifest(root, new Fingerprints(root));
    this.path = new ReportPath(new Workspace(root));
  }

  one(file: ReportFile): Outcome<IssuedReport> {
    const name = nameOf(file);
    const result = this.made.reports.find(
      (report) => report.unitId === file.unitId && report.period === file.period.id,
    );
    const output = result?.output ?? this.targets.next(name);
    const report = { unitId: file.unitId, period: file.period.id, output };
    const refused = (problem: Problem): Outcome<IssuedReport> => ({
      value: { ...report, issue: undefined, folder: undefined },
      problems: [problem],
    });
    const at = { kind: 'file', file: output } as const;
    if (result === undefined || result.outcome === 'failed') {
      return refused(problem('phat-hanh-co-loi', {}, { kind: 'file', file: file.file }));
    }
    const count = this.history.count(name);
    if (output === this.targets.issued(name)) return refused(problem('phat-hanh-khong-doi', { issue: count }, at));
    const frozen = this.freeze(file, output, count + 1);
    if (frozen.value === undefined) {
      return { value: { ...report, issue: undefined, folder: undefined }, problems: frozen.problems };
    }
    return { value: { ...report, issue: count + 1, folder: frozen.value }, problems: frozen.problems };
  }

  /** Made once more from the files as they are now: only what agrees with the output on disk is kept. */
  private freeze(file: ReportFile, output: string, issue: number): Outcome<string | undefined> {
    const { root, around } = this.request;
    const moving: Outcome<undefined> = {
      value: undefined,
      problems: [problem('phat-hanh-dang-doi', {}, { kind: 'file', file: file.file })],
    };
    const name = nameOf(file);
    const note = this.manifest.note(name);
    const again = this.path.make(file);
    const bytes = readOrNothing(path.join(root, output));
    if (note?.output.file !== output || again.value === undefined || bytes === undefined) return moving;
    const hash = hashOf(bytes);
    if (hash !== hashOf(again.value.bytes)) return moving;
    const inputs = new Map<string, Uint8Array>();
    const hashes: Record<string, string | null> = {};
    for (const input of [...again.inputs].sort()) {
      const content = readOrNothing(path.join(root, input));
      if (content !== undefined) inputs.set(input, content);
      hashes[input] = content === undefined ? null : hashOf(content);
      if (hashes[input] !== (note.inputs[input]?.hash ?? null)) return moving;
    }
    const { snapshot } = again.value;
    const { fields } = snapshot.document;
    const info: IssueInfo = {
      lan: issue,
      luc: around.now().toISOString(),
      so_hieu: textOf(fieldOf(fields, 'so_hieu')),
      ngay: textOf(fieldOf(fields, 'ngay_ngan')),
      tep: output,
      bam: hash,
      co: bytes.length,
      phien_ban: VERSION,
      dau_vao: hashes,
    };
    return this.history.add(name, { info, output: bytes, snapshot, inputs });
  }
}

function readOrNothing(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
