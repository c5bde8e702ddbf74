import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
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

/** Keeps what is written now of a report. Not flushed: when it is lost, the report's next writing brings it back. */
export function keepSnapshot(root: string, report: string, snapshot: Snapshot): void {
  const file = path.join(root, FOLDER, `${report}.json`);
  const temporary = `${file}.tmp`;
  try {
    writeFileSync(temporary, snapshotText(snapshot));
  } catch {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(temporary, snapshotText(snapshot));
  }
  renameSync(temporary, file);
}

export const lastSnapshot = (root: string, report: string): Snapshot | undefined =>
  readSnapshot(path.join(root, FOLDER, `${report}.json`));
