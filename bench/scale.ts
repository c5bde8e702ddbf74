import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { median } from './measure.ts';
import { PERIOD, writeWorkspace } from './typical.ts';

/** A whole process of `gen` over a workspace. */
export interface RunFigures {
  readonly seconds: number;
  readonly peakMegabytes: number;
  /** What it said at its end. */
  readonly summary: string;
}

/** Has a process say its peak memory, kilobytes, when it ends. */
const TELL_PEAK = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak='+process.resourceUsage().maxRSS))`;

export function runGen(gen: string, root: string, args: readonly string[] = []): RunFigures {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', TELL_PEAK, gen, ...args, '--thu-muc', root], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  const seconds = (performance.now() - start) / 1000;
  const peak = /\npeak=(\d+)$/.exec(stderr);
  if (status !== 0 || peak === null) throw new Error(`the run in ${root} failed:\n${stderr.slice(-2000)}`);
  const summary = stderr.slice(0, peak.index).trim().split('\n').at(-1) ?? '';
  return { seconds, peakMegabytes: Number(peak[1]) / 1024, summary };
}

function hashSeconds(hash: string, root: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [hash, root], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - start) / 1000;
}

/** Scripts that are run as processes of their own. */
export interface Programs {
  readonly gen: string;
  readonly hash: string;
}

export interface Scale {
  readonly first: Readonly<Record<100 | 1000, RunFigures>>;
  readonly again: RunFigures;
  readonly hashedSeconds: number;
}

/** 100 and 1,000 reports, each in a process; then the 1,000 again with nothing changed, and their inputs only hashed. */
export function scale({ gen, hash }: Programs, folder: string): Scale {
  const roots = { 100: path.join(folder, 'r100'), 1000: path.join(folder, 'r1000') };
  for (const count of [100, 1000] as const) {
    mkdirSync(roots[count]);
    writeWorkspace(roots[count], count);
  }
  const first = { 100: runGen(gen, roots[100]), 1000: runGen(gen, roots[1000]) };
  // A file that changed within the last moments is hashed again, as git does: let the moment pass.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000);
  const [, ...again] = [0, 1, 2, 3].map(() => runGen(gen, roots[1000]));
  const seconds = median(again.map((figures) => figures.seconds));
  const [one] = again;
  return {
    first,
    again: { seconds, peakMegabytes: one?.peakMegabytes ?? 0, summary: one?.summary ?? '' },
    hashedSeconds: median([0, 1, 2].map(() => hashSeconds(hash, roots[1000]))),
  };
}

export interface ColdStart {
  /** The very first report of a workspace: its template and catalogue were never read before. */
  readonly first: number;
  /** A report as on any day. */
  readonly report: number;
  readonly empty: number;
}

/** Whole processes, milliseconds: `gen` making one report, against Node doing nothing. */
export function coldStart(gen: string, folder: string): ColdStart {
  const root = mkdtempSync(path.join(folder, 'cold-'));
  writeWorkspace(root, 1);
  const time = (args: readonly string[]): number => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return performance.now() - start;
  };
  const times = { first: [] as number[], report: [] as number[], empty: [] as number[] };
  for (let i = 0; i < 21; i += 1) {
    rmSync(path.join(root, 'out'), { recursive: true, force: true });
    const first = time([gen, '--thu-muc', root]);
    rmSync(path.join(root, 'out', PERIOD), { recursive: true });
    const report = time([gen, '--thu-muc', root]);
    const empty = time(['-e', '0']);
    // The first of each finds cold disk caches.
    if (i > 0) times.first.push(first);
    if (i > 0) times.report.push(report);
    if (i > 0) times.empty.push(empty);
  }
  return { first: median(times.first), report: median(times.report), empty: median(times.empty) };
}
