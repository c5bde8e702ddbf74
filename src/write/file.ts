import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { Outcome } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';

/** What came of writing a file. */
export type Written = 'new' | 'changed' | 'unchanged' | 'failed';

/** How a rename fails when another program holds the file. */
const HELD = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY']);

/** Word's lock file beside a document: `~$` in place of the first two letters of a long name, or before a short one. */
function lockFiles(file: string): readonly string[] {
  const folder = path.dirname(file);
  const name = path.basename(file);
  return [`~$${name}`, `~$${name.slice(1)}`, `~$${name.slice(2)}`].map((lock) => path.join(folder, lock));
}

/** Whether Word has a file open, as far as can be seen from its lock file. */
export const isOpenInWord = (root: string, shown: string): boolean =>
  lockFiles(path.join(root, shown)).some((lock) => existsSync(lock));

function current(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

const causeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/**
 * Writes a file whole or not at all: into a temporary file beside it, flushed, then renamed. A file that holds the same
 * bytes already is left alone. `shown` is the name for messages.
 * Reports `tep-dang-mo`, `khong-ghi-duoc`.
 */
export function writeFile(root: string, shown: string, bytes: Uint8Array): Outcome<Written> {
  const file = path.join(root, shown);
  const at = { kind: 'file', file: shown } as const;
  // One name, not a random one: what a killed run left behind is used up by the next.
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.tmp`);
  const before = current(file);
  if (before !== undefined && Buffer.compare(before, bytes) === 0) {
    rmSync(temporary, { force: true });
    return { value: 'unchanged', problems: [] };
  }
  if (isOpenInWord(root, shown)) {
    return { value: 'failed', problems: [problem('tep-dang-mo', {}, at)] };
  }
  let opened = false;
  let flushed = false;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const handle = openSync(temporary, 'w');
    opened = true;
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    flushed = true;
    renameSync(temporary, file);
    return { value: before === undefined ? 'new' : 'changed', problems: [] };
  } catch (error) {
    if (opened) rmSync(temporary, { force: true });
    const cause = causeOf(error);
    const held = flushed && before !== undefined && HELD.has(cause);
    const fault = held ? problem('tep-dang-mo', {}, at) : problem('khong-ghi-duoc', { cause }, at);
    return { value: 'failed', problems: [fault] };
  }
}
