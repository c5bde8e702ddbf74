import { Worker } from 'node:worker_threads';
import type { ReportFile } from '../load/workspace.ts';
import type { BesideFormat } from './appendix-workbooks.ts';
import type { ReportResult, RunMode } from './running.ts';
import { THREAD } from './thread.ts';
import { nextTurn } from './turn.ts';

/** What a thread is given to do. */
export interface WorkerTask {
  readonly root: string;
  readonly mode: RunMode;
  readonly strict: boolean;
  readonly formats?: readonly BesideFormat[];
  readonly files: readonly ReportFile[];
}

export interface WorkerAnswer {
  readonly results: readonly ReportResult[];
}

export interface Threads {
  readonly count: number;
  /** What a thread runs: it does the work of src/cli/worker.ts. */
  readonly script: URL;
  /** From so many stale reports on they are used; starting them takes a while. */
  readonly least: number;
}

/** Most of what a report leaves behind is rubbish at once: little room for it keeps memory low, and costs no time. */
const ROOM = { maxYoungGenerationSizeMb: 32 } as const;

/** Reports that a thread takes at a time: few enough that all end together, enough that asking costs nothing. */
const PORTION = 20;

/**
 * Spreads reports over threads; the one that calls is the first of them, and does its own with `one`. The results come in
 * the order of the reports, whatever the order of the work; `done` is told after each portion, and no further portion is
 * begun once `stopped` says so.
 */
export async function spread(
  threads: Threads,
  task: WorkerTask,
  one: (file: ReportFile) => Promise<ReportResult>,
  done: (results: readonly ReportResult[]) => void,
  stopped: () => boolean,
): Promise<readonly ReportResult[]> {
  const answers = new Map<number, readonly ReportResult[]>();
  let next = 0;
  const work = async (make: (files: readonly ReportFile[]) => Promise<readonly ReportResult[]>): Promise<void> => {
    while (next < task.files.length && !stopped()) {
      const first = next;
      next += PORTION;
      const results = await make(task.files.slice(first, first + PORTION));
      answers.set(first, results);
      done(results);
    }
  };
  const here = async (files: readonly ReportFile[]): Promise<readonly ReportResult[]> => {
    const results: ReportResult[] = [];
    for (const file of files) {
      if (stopped()) break;
      results.push(await one(file));
      await nextTurn();
    }
    return results;
  };
  const others = Array.from(
    { length: threads.count - 1 },
    () => new Worker(threads.script, { argv: [THREAD], resourceLimits: ROOM }),
  );
  const works = [...others.map((worker) => work((files) => ask(worker, { ...task, files }))), work(here)];
  try {
    await Promise.all(works);
  } finally {
    // When one failed the others end what they have begun: the lock on out/ is let go after this.
    next = task.files.length;
    await Promise.allSettled(works);
    await Promise.all(others.map((worker) => worker.terminate()));
  }
  return [...answers].sort(([a], [b]) => a - b).flatMap(([, results]) => results);
}

function ask(worker: Worker, task: WorkerTask): Promise<readonly ReportResult[]> {
  return new Promise((resolve, reject) => {
    // The listeners are taken off by name: others on a worker are Node's own, without which no answer comes.
    const onMessage = ({ results }: WorkerAnswer): void => end(() => resolve(results));
    const onError = (error: unknown): void => end(() => reject(error));
    const onExit = (): void => end(() => reject(new Error('a thread ended before its work')));
    const end = (act: () => void): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(task);
  });
}
