import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { Snapshot } from '../model/snapshot.ts';

/** What was last written of each report, as data: `gen diff` compares with it. */
const FOLDER = 'out/.gen/van-ban';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isSnapshot = (value: unknown): value is Snapshot =>
  isRecord(value) &&
  Array.isArray(value['outline']) &&
  typeof value['template'] === 'string' &&
  isRecord(value['document']) &&
  isRecord(value['document']['fields']) &&
  isRecord(value['document']['slots']) &&
  Array.isArray(value['document']['appendix']) &&
  Array.isArray(value['document']['footnotes']);

/** `undefined`: no such snapshot, or not whole. */
export function readSnapshot(file: string): Snapshot | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isSnapshot(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export const snapshotText = (snapshot: Snapshot): string => `${JSON.stringify(snapshot)}\n`;

/**
 * Keeps what is written now of a report. Not flushed: when it is lost, the report's next writing brings it back.
 * Reports `khong-ghi-duoc`.
 */
export function keepSnapshot(root: string, report: string, snapshot: Snapshot): readonly Problem[] {
  const shown = `${FOLDER}/${report}.json`;
  const file = path.join(root, shown);
  const temporary = `${file}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(temporary, snapshotText(snapshot));
    renameSync(temporary, file);
    return [];
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return [problem('khong-ghi-duoc', { cause }, { kind: 'file', file: shown })];
  }
}

export const lastSnapshot = (root: string, report: string): Snapshot | undefined =>
  readSnapshot(path.join(root, FOLDER, `${report}.json`));
