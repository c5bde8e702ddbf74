import { readFileSync, statSync } from 'node:fs';
import type { Outcome, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';

/**
 * A file as it is on disk. It is looked at before it is opened: a pipe would never end, and what is too large must not
 * be held in memory. `file`: the name that problems carry; `limit` in bytes. Reports `khong-doc-duoc`, `tep-qua-lon`.
 */
export function readBytes(absolute: string, file: string, limit: number): Outcome<Uint8Array | undefined> {
  const refused = (found: Problem) => ({ value: undefined, problems: [found] });
  const unreadable = (cause: string) => refused(problem('khong-doc-duoc', { cause }, { kind: 'file', file }));
  try {
    const found = statSync(absolute);
    if (!found.isFile()) return unreadable(found.isDirectory() ? 'EISDIR' : 'ENOTFILE');
    if (found.size > limit) return refused(problem('tep-qua-lon', { size: found.size, limit }, { kind: 'file', file }));
    return { value: readFileSync(absolute), problems: [] };
  } catch (error) {
    return unreadable(error instanceof Error && 'code' in error ? String(error.code) : String(error));
  }
}
