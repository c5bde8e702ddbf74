import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hasErrors, type Outcome, type Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { type Written, writeFile } from './file.ts';
import { type Fingerprints, hashOf } from './fingerprint.ts';
import type { Manifest } from './manifest.ts';

export interface Output {
  readonly root: string;
  /** Relative to the root. */
  readonly file: string;
  /** The report's name in the manifest. */
  readonly report: string;
  readonly bytes: Uint8Array;
  readonly now: Date;
  /** Tells how a copy that was changed by hand differs from the new one. */
  readonly differences: (byHand: Uint8Array, anew: Uint8Array) => readonly string[];
}

/** `2026-11-21 08.30.05`: no colon, which Windows does not allow. */
export function stamp(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day} ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`;
}

function keptName(root: string, file: string, now: Date): string {
  const ending = path.extname(file);
  const base = file.slice(0, file.length - ending.length);
  for (let n = 1; ; n += 1) {
    const name = `${base} (sửa tay ${stamp(now)}${n === 1 ? '' : ` ${n}`})${ending}`;
    if (!existsSync(path.join(root, name))) return name;
  }
}

/**
 * Puts a report in its place. A copy that someone changed in Word is kept beside it under a dated name first; at every
 * moment the place holds the old file or the new one, whole.
 * Reports `ban-sua-tay`, `tep-dang-mo`, `khong-ghi-duoc`.
 */
export function putOutput(output: Output, manifest: Manifest, fingerprints: Fingerprints): Outcome<Written> {
  const { root, file, bytes, report } = output;
  const absolute = path.join(root, file);
  const problems: Problem[] = [];
  if (existsSync(absolute) && !manifest.isOurs(report, file)) {
    const byHand = readFileSync(absolute);
    if (Buffer.compare(byHand, bytes) !== 0) {
      const kept = keptName(root, file, output.now);
      const copied = writeFile(root, kept, byHand);
      if (hasErrors(copied.problems)) return { value: 'failed', problems: copied.problems };
      const differences = output.differences(byHand, bytes);
      problems.push(problem('ban-sua-tay', { kept, differences }, { kind: 'file', file }));
    }
  }
  const noted = manifest.intend(file, hashOf(bytes));
  if (noted !== undefined) {
    return {
      value: 'failed',
      problems: [...problems, problem('khong-ghi-duoc', { cause: noted }, { kind: 'file', file })],
    };
  }
  const written = writeFile(root, file, bytes);
  fingerprints.forget(file);
  return { value: written.value, problems: [...problems, ...written.problems] };
}
