import { Worker } from 'node:worker_threads';
import type { ReportFile } from '../load/workspace.ts';
import type { BesideFormat } from './appendix-workbooks.ts';
import type { ReportResult, RunMode } from './running.ts';

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
  /** The bundled src/cli/worker.ts. */
  readonly script: URL;
  /** From so many stale reports on they are used; starting them takes a while. */
  readonly least: number;
}

/** Most of what a report leaves behind is rubbish at once: little room for it keeps memory low, and costs no time. */
const ROOM = { maxYoungGenerationSizeMb: 16 } as const;

/** Reports that a thread takes at a time: few enough that all end together, enough that asking costs nothing. */
const PORTION = 20;

/**
 * Spreads reports over threads. The results come in the order of the reports, whatever the order of the work; `done` is
 * told after each portion, and no further portion is begun once `stopped` says so.
 */
export async function spread(
  threads: Threads,
  task: WorkerTask,
  done: (results: readonly ReportResult[]) => void,
  stopped: () => boolean,
): Promise<readonly ReportResult[]> {
  const answers = new Map<number, readonly ReportResult[]>();
  let next = 0;
  const work = async (worker: Worker): Promise<void> => {
    while (next < task.files.length && !stopped()) {
      const first = next;
      next += PORTION;
      const results = await ask(worker, { ...task, files: task.files.slice(first, first + PORTION) });
      answers.set(first, results);
      done(results);
    }
  };
  const workers = Array.from({ length: threads.count }, () => new Worker(threads.script, { resourceLimits: ROOM }));
  try {
    await Promise.all(workers.map(work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
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
