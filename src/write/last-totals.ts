import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../model/problem.ts';
import { writeFile } from './file.ts';

/** What consolidation last put into a report, by indicator: a figure that differs from it was typed by hand since. */
export type LastTotals = Readonly<Record<string, string>>;

const FOLDER = 'out/.gen/tong-hop';
const fileOf = (report: string): string => `${FOLDER}/${report}.json`;

/** Empty when nothing was ever put in, or what was cannot be read: every figure then counts as typed by hand. */
export function lastTotals(root: string, report: string): LastTotals {
  try {
    const value: unknown = JSON.parse(readFileSync(path.join(root, fileOf(report)), 'utf8'));
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).flatMap(([id, text]) => (typeof text === 'string' ? [[id, text]] : [])),
    );
  } catch {
    return {};
  }
}

/** Reports `khong-ghi-duoc`. */
export const keepTotals = (root: string, report: string, totals: LastTotals): readonly Problem[] =>
  writeFile(root, fileOf(report), Buffer.from(`${JSON.stringify(totals)}\n`, 'utf8')).problems;
