import { existsSync } from 'node:fs';
import path from 'node:path';
import { compareSnapshots } from '../diff/compare.ts';
import { readDocxParagraphs } from '../load/docx-paragraphs.ts';
import { countChanges } from '../model/changes.ts';
import type { Outcome, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { hashOf } from '../write/fingerprint.ts';
import { type History, type KeptIssue, outputOfIssue } from '../write/history.ts';

/** A report as it was made just now. */
export interface MadeReport {
  readonly bytes: Uint8Array;
  readonly snapshot: Snapshot;
}

/** Where a report goes: `issued` is set when its content is that of the last issue, whose file then stays as it is. */
export interface Target {
  readonly file: string;
  readonly issued?: KeptIssue;
}

/**
 * Which file a report is written to, given what was issued of it: before the first issue the report itself, from then on
 * the correction to come. What was issued is never written over.
 */
export class IssueTargets {
  constructor(
    private readonly root: string,
    private readonly history: History,
  ) {}

  /** The file that a changed report is written to. */
  next = (report: string): string => outputOfIssue(report, this.history.count(report) + 1);

  /** The file of the last issue, if there is one. */
  issued(report: string): string | undefined {
    const count = this.history.count(report);
    return count === 0 ? undefined : outputOfIssue(report, count);
  }

  /** Whether a file can be this report's last output: after an issue was added or lost it cannot. */
  fits = (report: string, file: string): boolean => file === this.next(report) || file === this.issued(report);

  /** Reports `lich-su-hong`. */
  of(report: string, made: MadeReport): Outcome<Target | undefined> {
    const count = this.history.count(report);
    if (count === 0) return { value: { file: this.next(report) }, problems: [] };
    const { value: last, problems } = this.history.read(report, count);
    if (last === undefined) return { value: undefined, problems };
    const file = outputOfIssue(report, count);
    return { value: sameContent(last, made) ? { file, issued: last } : { file: this.next(report) }, problems: [] };
  }

  /** Reports `dinh-chinh-thua`: a correction was made, and then the data went back to what was issued. */
  leftOver(report: string): readonly Problem[] {
    const file = this.next(report);
    if (!existsSync(path.join(this.root, file))) return [];
    return [problem('dinh-chinh-thua', { issue: this.history.count(report) }, { kind: 'file', file })];
  }
}

/**
 * Content is what a reader reads: another version of the program may pack the same words into other bytes, and a
 * template's keeper may mend a margin; neither calls for a correction.
 */
function sameContent(issue: KeptIssue, made: MadeReport): boolean {
  if (issue.info.bam === hashOf(made.bytes)) return true;
  if (countChanges(compareSnapshots(issue.snapshot, made.snapshot)) > 0) return false;
  const words = (bytes: Uint8Array): string =>
    JSON.stringify((readDocxParagraphs(bytes) ?? []).map((paragraph) => paragraph.text));
  return words(issue.output) === words(made.bytes);
}
