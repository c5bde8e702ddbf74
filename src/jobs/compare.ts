import { compareSnapshots } from '../diff/compare.ts';
import { correctionDocument } from '../diff/correction.ts';
import { redline } from '../diff/redline.ts';
import { readTemplate } from '../load/template.ts';
import { type ReportFile, Workspace } from '../load/workspace.ts';
import { type Changes, countChanges } from '../model/changes.ts';
import type { Document } from '../model/document.ts';
import { hasErrors, type Outcome, type Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Template } from '../model/template.ts';
import type { RunSurroundings } from '../pipeline.ts';
import { Fingerprints } from '../write/fingerprint.ts';
import { History } from '../write/history.ts';
import { Manifest } from '../write/manifest.ts';
import { type RunLock, takeRunLock } from '../write/run-lock.ts';
import { lastSnapshot } from '../write/snapshots.ts';
import { Papers } from './paper.ts';
import { ReportPath, snapshotOf } from './report-path.ts';
import { type ReportChoice, selectReports } from './selection.ts';

/** What is compared: the working data with the last output, the last issue or issue N; or two issues. */
export type Against =
  | { readonly kind: 'output' }
  | { readonly kind: 'last-issue' }
  | { readonly kind: 'issue'; readonly issue: number }
  | { readonly kind: 'between'; readonly first: number; readonly second: number };

export interface CompareRequest {
  readonly root: string;
  readonly choices: readonly ReportChoice[];
  readonly against: Against;
  /** Also write the table of corrections. */
  readonly docx: boolean;
  /** Also write the whole report with tracked changes. */
  readonly redline: boolean;
  readonly around: RunSurroundings;
}

export type Version =
  | { readonly kind: 'working' }
  | { readonly kind: 'output' }
  | { readonly kind: 'issue'; readonly issue: number };

export interface Comparison {
  readonly unitId: string;
  readonly period: string;
  readonly before: Version;
  readonly after: Version;
  readonly changes: Changes;
  /** The template changed too: fixed words and headings, which are the template's own, may differ. */
  readonly templateChanged: boolean;
  /** Files that were written, relative to the root. */
  readonly written: readonly string[];
}

/** `gen diff`. Reports what putting the reports together reports, and `chua-lap`, `khong-co-lan-phat-hanh`, `lich-su-hong`, `thieu-mau-dinh-chinh`. */
export function compare(request: CompareRequest): Outcome<readonly Comparison[]> {
  const workspace = new Workspace(request.root);
  const files = workspace.reportFiles();
  const selected = selectReports(files.value, request.choices, workspace.unitNames());
  const { root, around } = request;
  const writes = request.docx || request.redline;
  const lock: Outcome<RunLock | undefined> = writes
    ? takeRunLock(root, around.pid, around.alive)
    : { value: undefined, problems: [] };
  if (lock.problems.length > 0) return { value: [], problems: lock.problems };
  try {
    const comparing = new Comparing(request, workspace);
    const value: Comparison[] = [];
    const problems: Problem[] = [...selected.problems];
    for (const file of selected.value) {
      const one = comparing.one(file);
      problems.push(...one.problems);
      if (one.value !== undefined) value.push(one.value);
    }
    return { value, problems };
  } finally {
    lock.value?.release();
  }
}

/** One version of a report: what it says, and the template that prints it. */
interface Side {
  readonly version: Version;
  readonly snapshot: Snapshot;
  /** Hash of its template; `undefined`: not known. */
  readonly templateHash: string | undefined;
  /** Read when it is needed. */
  readonly template: () => Outcome<Template | undefined>;
}

const NONE: Outcome<undefined> = { value: undefined, problems: [] };

class Comparing {
  private readonly history: History;
  private readonly path: ReportPath;
  private readonly fingerprints: Fingerprints;
  private readonly manifest: Manifest;
  private readonly written: Papers;

  constructor(
    private readonly request: CompareRequest,
    private readonly workspace: Workspace,
  ) {
    this.history = new History(request.root);
    this.path = new ReportPath(workspace);
    this.fingerprints = new Fingerprints(request.root);
    this.manifest = new Manifest(request.root, this.fingerprints);
    this.written = new Papers(request.root, request.around.now, this.fingerprints, this.manifest);
  }

  one(file: ReportFile): Outcome<Comparison | undefined> {
    const before = this.before(file);
    if (before.value === undefined) return { value: undefined, problems: before.problems };
    const after = this.after(file);
    if (after.value === undefined) return { value: undefined, problems: after.problems };
    const changes = compareSnapshots(before.value.snapshot, after.value.snapshot);
    const comparison = {
      unitId: file.unitId,
      period: file.period.id,
      before: before.value.version,
      after: after.value.version,
      changes,
      templateChanged: before.value.templateHash !== after.value.templateHash,
    };
    const papers = countChanges(changes) === 0 ? [] : this.papers(file, before.value, after.value, changes);
    return {
      value: { ...comparison, written: papers.flatMap(({ value }) => (value === undefined ? [] : [value])) },
      problems: papers.flatMap(({ problems }) => problems),
    };
  }

  private before(file: ReportFile): Outcome<Side | undefined> {
    const { against, choices, root } = this.request;
    const name = nameOf(file);
    switch (against.kind) {
      case 'issue':
        return this.issue(name, against.issue);
      case 'between':
        return this.issue(name, against.first);
      case 'last-issue':
        return this.issue(name, this.history.count(name));
      case 'output': {
        const snapshot = lastSnapshot(root, name);
        if (snapshot === undefined) {
          // Among all reports those that were never made are passed over; one that was named is not.
          if (choices.length === 0) return NONE;
          return { value: undefined, problems: [problem('chua-lap', {}, { kind: 'file', file: file.file })] };
        }
        const templateHash = this.manifest.note(name)?.inputs[snapshot.template]?.hash;
        const version = { kind: 'output' } as const;
        return { value: { version, snapshot, templateHash, template: () => NONE }, problems: [] };
      }
    }
  }

  private after(file: ReportFile): Outcome<Side | undefined> {
    const { against } = this.request;
    if (against.kind === 'between') return this.issue(nameOf(file), against.second);
    const { value, problems } = this.path.compose(file);
    if (value === undefined) return { value, problems };
    const template = (): Outcome<Template> => ({ value: value.template, problems: [] });
    const templateHash = this.fingerprints.of(value.template.file)?.hash;
    const version = { kind: 'working' } as const;
    return { value: { version, snapshot: snapshotOf(value), templateHash, template }, problems: [] };
  }

  private issue(name: string, issue: number): Outcome<Side | undefined> {
    const known = this.history.count(name);
    if (issue < 1 || issue > known) {
      if (this.request.choices.length === 0) return NONE;
      const at = { kind: 'file', file: `out/${name}.docx` } as const;
      return { value: undefined, problems: [problem('khong-co-lan-phat-hanh', { issue, known }, at)] };
    }
    const { value, problems } = this.history.read(name, issue);
    if (value === undefined) return { value, problems };
    const { snapshot, input } = value;
    const file = snapshot.template;
    const template = (): Outcome<Template | undefined> => {
      const bytes = input(file);
      const kept = `${this.history.folder(name, issue)}/dau-vao/${file}`;
      return bytes === undefined
        ? { value: undefined, problems: [problem('lich-su-hong', { issue }, { kind: 'file', file: kept })] }
        : readTemplate(bytes, kept, kept);
    };
    const templateHash = value.info.dau_vao[file] ?? undefined;
    return { value: { version: { kind: 'issue', issue }, snapshot, templateHash, template }, problems: [] };
  }

  private papers(
    file: ReportFile,
    before: Side,
    after: Side,
    changes: Changes,
  ): readonly Outcome<string | undefined>[] {
    const base = `out/${nameOf(file)}`;
    const papers: Outcome<string | undefined>[] = [];
    if (this.request.docx) {
      const template = this.workspace.template('dinh-chinh');
      const missing = problem('thieu-mau-dinh-chinh', {}, { kind: 'file', file: 'templates/dinh-chinh.docx' });
      const document = correctionDocument(before.snapshot, after.snapshot, changes);
      papers.push(this.paper(`${base} (bảng đính chính).docx`, template, document, [missing]));
    }
    if (this.request.redline) {
      const document = redline(before.snapshot, after.snapshot);
      papers.push(this.paper(`${base} (so sánh).docx`, after.template(), document, []));
    }
    return papers;
  }

  /** A copy that someone wrote into, such as its number, is kept aside as with any output. */
  private paper(
    file: string,
    template: Outcome<Template | undefined>,
    document: Document,
    missing: readonly Problem[],
  ): Outcome<string | undefined> {
    if (template.value === undefined || hasErrors(template.problems)) {
      return { value: undefined, problems: template.problems.length === 0 ? missing : template.problems };
    }
    const rendered = this.path.rendererOf(template.value).render(document);
    if (rendered.value === undefined) return { value: undefined, problems: rendered.problems };
    return this.written.put(file, rendered.value);
  }
}

const nameOf = ({ unitId, period }: ReportFile): string => `${period.id}/${unitId}`;
