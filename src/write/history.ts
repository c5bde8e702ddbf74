import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { Outcome } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { readSnapshot, snapshotText } from './snapshots.ts';

/** Every issue of every report: out/lich-su/<kỳ>/<đơn vị>/<NN>/. Nothing in it is ever written over. */
const HISTORY = 'out/lich-su';
const FILES = { output: 'bao-cao.docx', snapshot: 'van-ban.json', info: 'thong-tin.json', inputs: 'dau-vao' } as const;
const ISSUE = /^\d{2,}$/;

/** thong-tin.json: about an issue, in the officials' words. */
export interface IssueInfo {
  readonly lan: number;
  /** When it was issued, ISO. */
  readonly luc: string;
  readonly so_hieu: string;
  readonly ngay: string;
  /** The output that was issued, relative to the root. */
  readonly tep: string;
  /** SHA-256 and size of that output. */
  readonly bam: string;
  readonly co: number;
  readonly phien_ban: string;
  /** SHA-256 of every input; `null`: it was looked for and was not there. */
  readonly dau_vao: Readonly<Record<string, string | null>>;
}

/** An issue to be kept. */
export interface Issue {
  readonly info: IssueInfo;
  readonly output: Uint8Array;
  readonly snapshot: Snapshot;
  /** The inputs that there are, by their file relative to the root. */
  readonly inputs: ReadonlyMap<string, Uint8Array>;
}

export interface KeptIssue {
  readonly info: IssueInfo;
  readonly snapshot: Snapshot;
  readonly output: Uint8Array;
  /** An input as it was; `undefined`: there was none. */
  readonly input: (file: string) => Uint8Array | undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isInfo = (value: unknown): value is IssueInfo =>
  isRecord(value) &&
  typeof value['lan'] === 'number' &&
  typeof value['bam'] === 'string' &&
  typeof value['co'] === 'number' &&
  typeof value['tep'] === 'string' &&
  isRecord(value['dau_vao']);

/** Name of the n-th issue's folder: `01`. */
const folderName = (issue: number): string => String(issue).padStart(2, '0');

/** The output of the n-th issue: the report itself, then its corrections, each under a name of its own. */
export const outputOfIssue = (report: string, issue: number): string =>
  issue === 1 ? `out/${report}.docx` : `out/${report} (đính chính ${issue - 1}).docx`;

export class History {
  private readonly counts = new Map<string, number>();
  /** Periods → units that have a folder; read once a run, so that what was never issued costs nothing. */
  private readonly units = new Map<string, ReadonlySet<string>>();

  constructor(private readonly root: string) {}

  /** How often a report was issued. */
  count(report: string): number {
    const known = this.counts.get(report);
    if (known !== undefined) return known;
    const [period = '', unit = ''] = report.split('/');
    const units = this.units.get(period) ?? new Set(this.list(period));
    this.units.set(period, units);
    const issues = units.has(unit) ? this.list(report).filter((name) => ISSUE.test(name)) : [];
    const count = Math.max(0, ...issues.map(Number));
    this.counts.set(report, count);
    return count;
  }

  folder = (report: string, issue: number): string => `${HISTORY}/${report}/${folderName(issue)}`;

  /** Reports `lich-su-hong`. */
  read(report: string, issue: number): Outcome<KeptIssue | undefined> {
    const folder = this.folder(report, issue);
    const file = (name: string): string => path.join(this.root, folder, name);
    try {
      const info: unknown = JSON.parse(readFileSync(file(FILES.info), 'utf8'));
      const snapshot = readSnapshot(file(FILES.snapshot));
      const output = readFileSync(file(FILES.output));
      if (isInfo(info) && snapshot !== undefined) {
        const input = (name: string): Uint8Array | undefined => readOrNothing(path.join(file(FILES.inputs), name));
        return { value: { info, snapshot, output, input }, problems: [] };
      }
    } catch {
      // Told below, with the same remedy as files that hold something else.
    }
    return { value: undefined, problems: [problem('lich-su-hong', { issue }, { kind: 'file', file: folder })] };
  }

  /**
   * Keeps an issue, whole or not at all: into a temporary folder, flushed, then renamed. Returns its folder.
   * Reports `khong-ghi-duoc`.
   */
  add(report: string, issue: Issue): Outcome<string | undefined> {
    const shown = this.folder(report, issue.info.lan);
    const folder = path.join(this.root, shown);
    const temporary = path.join(
      path.dirname(folder),
      `.${path.basename(folder)}.${randomBytes(6).toString('hex')}.tmp`,
    );
    const files: readonly (readonly [string, Uint8Array])[] = [
      [FILES.output, issue.output],
      [FILES.snapshot, Buffer.from(snapshotText(issue.snapshot), 'utf8')],
      [FILES.info, Buffer.from(`${JSON.stringify(issue.info, null, 2)}\n`, 'utf8')],
      ...[...issue.inputs].map(([name, bytes]) => [`${FILES.inputs}/${name}`, bytes] as const),
    ];
    try {
      this.sweep(report);
      for (const [name, bytes] of files) writeFlushed(path.join(temporary, name), bytes);
      renameSync(temporary, folder);
      this.counts.set(report, issue.info.lan);
      return { value: shown, problems: [] };
    } catch (error) {
      rmSync(temporary, { recursive: true, force: true });
      const cause = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      return { value: undefined, problems: [problem('khong-ghi-duoc', { cause }, { kind: 'file', file: shown })] };
    }
  }

  /** Takes away what a kill left half-written. */
  private sweep(report: string): void {
    for (const name of this.list(report).filter((entry) => entry.startsWith('.') && entry.endsWith('.tmp'))) {
      rmSync(path.join(this.root, HISTORY, report, name), { recursive: true, force: true });
    }
  }

  private list(folder: string): readonly string[] {
    try {
      return readdirSync(path.join(this.root, HISTORY, folder));
    } catch {
      return [];
    }
  }
}

function readOrNothing(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function writeFlushed(file: string, bytes: Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const handle = openSync(file, 'wx');
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
