import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { run } from '../src/pipeline.ts';
import { median } from './measure.ts';
import { writeWorkspace } from './typical.ts';

/** What a child process tells of its run. */
export interface RunFigures {
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly outcomes: Readonly<Record<string, number>>;
}

const CHILD = '--run';

/** In a child: one run over a workspace; prints its figures. */
export async function runChild(root: string): Promise<void> {
  const start = performance.now();
  const around = { now: () => new Date(2022, 5, 15), pid: process.pid, alive: () => false };
  const { reports } = await run({ root, choices: [], mode: 'stale', strict: false, around });
  const outcomes: Record<string, number> = {};
  for (const { outcome } of reports) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  const figures: RunFigures = {
    seconds: (performance.now() - start) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    outcomes,
  };
  process.stdout.write(JSON.stringify(figures));
}

export const isChild = (argv: readonly string[]): string | undefined => (argv[0] === CHILD ? argv[1] : undefined);

const isFigures = (value: unknown): value is RunFigures =>
  typeof value === 'object' && value !== null && 'peakMegabytes' in value && 'outcomes' in value;

function runIn(root: string): RunFigures {
  const { stdout, stderr } = spawnSync(process.execPath, [process.argv[1] ?? '', CHILD, root], { encoding: 'utf8' });
  const figures: unknown = stdout === '' ? undefined : JSON.parse(stdout);
  if (!isFigures(figures)) throw new Error(`the run in ${root} failed:\n${stderr}`);
  return figures;
}

/** Reads and hashes every input of a workspace with nothing but Node, milliseconds. */
function hashInputs(root: string): number {
  const start = performance.now();
  for (const folder of ['data', 'templates']) {
    for (const entry of readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      if (entry.isFile() && statSync(file).size > 0) createHash('sha256').update(readFileSync(file)).digest();
    }
  }
  return performance.now() - start;
}

export interface Scale {
  readonly first: Readonly<Record<100 | 1000, RunFigures>>;
  readonly again: RunFigures;
  readonly hashedSeconds: number;
}

/** Two runs over 1,000 reports, one over 100. */
export function scale(folder: string): Scale {
  const roots = { 100: path.join(folder, 'r100'), 1000: path.join(folder, 'r1000') };
  for (const count of [100, 1000] as const) {
    mkdirSync(roots[count]);
    writeWorkspace(roots[count], count);
  }
  const first = { 100: runIn(roots[100]), 1000: runIn(roots[1000]) };
  // A file that changed within the last moments is hashed again, as git does: let the moment pass.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000);
  runIn(roots[1000]);
  const again = runIn(roots[1000]);
  const hashed = median([0, 1, 2].map(() => hashInputs(roots[1000])));
  return { first, again, hashedSeconds: hashed / 1000 };
}

export interface ColdStart {
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
  const times = { report: [] as number[], empty: [] as number[] };
  for (let i = 0; i < 21; i += 1) {
    rmSync(path.join(root, 'out'), { recursive: true, force: true });
    const report = time([gen, '--thu-muc', root]);
    const empty = time(['-e', '0']);
    // The first of each finds cold disk caches.
    if (i > 0) times.report.push(report);
    if (i > 0) times.empty.push(empty);
  }
  return { report: median(times.report), empty: median(times.empty) };
}
