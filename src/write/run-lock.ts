import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Outcome } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';

const LOCK = 'out/.gen/dang-chay';

export interface RunLock {
  readonly release: () => void;
}

/** `alive`: whether a process with this number runs on this machine. */
export type Alive = (pid: number) => boolean;

/**
 * One run at a time writes into out/. A lock whose process is gone (it was killed) is taken over.
 * Reports `dang-chay`, `khong-ghi-duoc`.
 */
export function takeRunLock(root: string, pid: number, alive: Alive): Outcome<RunLock | undefined> {
  const file = path.join(root, LOCK);
  const at = { kind: 'file', file: 'out' } as const;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      const handle = openSync(file, 'wx');
      writeSync(handle, String(pid));
      closeSync(handle);
      return { value: { release: () => rmSync(file, { force: true }) }, problems: [] };
    } catch (error) {
      const cause = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      if (cause !== 'EEXIST') return { value: undefined, problems: [problem('khong-ghi-duoc', { cause }, at)] };
      const owner = ownerOf(file);
      if (owner !== undefined && owner !== pid && alive(owner)) {
        return { value: undefined, problems: [problem('dang-chay', { pid: owner }, at)] };
      }
      rmSync(file, { force: true });
    }
  }
  return { value: undefined, problems: [problem('dang-chay', { pid: 0 }, at)] };
}

/** `undefined`: the file went away, or a kill left it empty. */
function ownerOf(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
