import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { median } from './measure.ts';
import { reportFile, writeWorkspace } from './typical.ts';

/** A whole process of `gen` over a workspace. */
export interface RunFigures {
  readonly seconds: number;
  /** Of the processor, in all its threads: what else the machine does changes it little. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  /** What it said at its end. */
  readonly summary: string;
}

/** Has a process say its peak memory, kilobytes, and its processor time, microseconds, when it ends. */
const TELL_USE = `data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('\\npeak='+u.maxRSS+' cpu='+(u.userCPUTime+u.systemCPUTime))})`;

export function runGen(gen: string, root: string, args: readonly string[] = []): RunFigures {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', TELL_USE, gen, ...args, '--thu-muc', root], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  const seconds = (performance.now() - start) / 1000;
  const use = /\npeak=(\d+) cpu=(\d+)$/.exec(stderr);
  if (status !== 0 || use === null) throw new Error(`the run in ${root} failed:\n${stderr.slice(-2000)}`);
  const summary = stderr.slice(0, use.index).trim().split('\n').at(-1) ?? '';
  return { seconds, cpuSeconds: Number(use[2]) / 1e6, peakMegabytes: Number(use[1]) / 1024, summary };
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

const COUNTS = [100, 1000] as const;
const WORKERS = [1, 2] as const;

export interface Scale {
  /** Workers → reports → everything made. */
  readonly made: Readonly<Record<(typeof WORKERS)[number], Readonly<Record<(typeof COUNTS)[number], RunFigures>>>>;
  /** The 1,000 again, with nothing changed. */
  readonly again: RunFigures;
  /** All inputs of the 1,000 read and hashed, in a process of its own. */
  readonly hashedSeconds: number;
  /** The 1,000 only checked, by one worker. */
  readonly checked: RunFigures;
  /** How many times as fast two processes that know nothing of each other are as one after the other. */
  readonly ceiling: number;
}

/** The machine's ceiling: its cores share caches, memory and disk, and may be halves of one. */
async function ceilingOfTwo(gen: string, folder: string): Promise<number> {
  const roots = ['half-1', 'half-2'].map((name) => path.join(folder, name));
  for (const root of roots) {
    mkdirSync(root);
    writeWorkspace(root, 300);
  }
  const run = (root: string): Promise<unknown> => {
    rmSync(path.join(root, 'out'), { recursive: true, force: true });
    const child = spawn(process.execPath, [gen, '--luong', '1', '--thu-muc', root], { stdio: 'ignore' });
    return new Promise((resolve) => child.on('exit', resolve));
  };
  const seconds = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const turns: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const one = await seconds(async () => {
      for (const root of roots) await run(root);
    });
    turns.push(one / (await seconds(() => Promise.all(roots.map(run)))));
  }
  return median(turns);
}

/** What several turns took, and the most that any needed. */
const middle = (turns: readonly RunFigures[]): RunFigures => ({
  seconds: median(turns.map(({ seconds }) => seconds)),
  cpuSeconds: median(turns.map(({ cpuSeconds }) => cpuSeconds)),
  peakMegabytes: Math.max(...turns.map(({ peakMegabytes }) => peakMegabytes)),
  summary: turns[0]?.summary ?? '',
});

/** 100 and 1,000 reports, each run a process of its own; then the 1,000 again with nothing changed, and only checked. */
export async function scale({ gen, hash }: Programs, folder: string): Promise<Scale> {
  const roots = { 100: path.join(folder, 'r100'), 1000: path.join(folder, 'r1000') };
  for (const count of COUNTS) {
    mkdirSync(roots[count]);
    writeWorkspace(roots[count], count);
  }
  const make = (workers: number, count: (typeof COUNTS)[number]): RunFigures => {
    rmSync(path.join(roots[count], 'out'), { recursive: true, force: true });
    return runGen(gen, roots[count], ['--luong', String(workers)]);
  };
  // One thread and two take turns, so that a machine that slows down slows both.
  const turns = (count: (typeof COUNTS)[number]) => {
    const pairs = [0, 1, 2].map(() => ({ one: make(1, count), two: make(2, count) }));
    return { one: middle(pairs.map(({ one }) => one)), two: middle(pairs.map(({ two }) => two)) };
  };
  const [few, many] = [turns(100), turns(1000)];
  const made = { 1: { 100: few.one, 1000: many.one }, 2: { 100: few.two, 1000: many.two } };
  // A file that changed within the last moments is hashed again, as git does: let the moment pass.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000);
  const [, ...again] = [0, 1, 2, 3, 4, 5].map(() => ({
    gen: runGen(gen, roots[1000]),
    hashed: hashSeconds(hash, roots[1000]),
  }));
  const [one] = again;
  return {
    made,
    again: {
      seconds: median(again.map((turn) => turn.gen.seconds)),
      cpuSeconds: median(again.map((turn) => turn.gen.cpuSeconds)),
      peakMegabytes: one?.gen.peakMegabytes ?? 0,
      summary: one?.gen.summary ?? '',
    },
    hashedSeconds: median(again.map((turn) => turn.hashed)),
    checked: runGen(gen, roots[1000], ['check']),
    ceiling: await ceilingOfTwo(gen, folder),
  };
}

export interface ColdStart {
  /** The very first report of a workspace: its template and catalogue were never read before. */
  readonly first: number;
  /** A figure was corrected, as on any day. */
  readonly report: number;
  readonly empty: number;
}

/** Whole processes, milliseconds: `gen` making one report, against Node doing nothing. */
export function coldStart(gen: string, folder: string): ColdStart {
  const root = mkdtempSync(path.join(folder, 'cold-'));
  writeWorkspace(root, 1);
  const file = reportFile(root, 0);
  const text = readFileSync(file, 'utf8');
  const correct = (value: number): void =>
    writeFileSync(
      file,
      text.replace(/^( {2}chi_tieu_1: )\d+/m, (_, key: string) => `${key}${value}`),
    );
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
    correct(3000 + i);
    const report = time([gen, '--thu-muc', root]);
    const empty = time(['-e', '0']);
    // The first of each finds cold disk caches.
    if (i > 0) times.first.push(first);
    if (i > 0) times.report.push(report);
    if (i > 0) times.empty.push(empty);
  }
  return { first: median(times.first), report: median(times.report), empty: median(times.empty) };
}
