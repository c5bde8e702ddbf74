import { parentPort } from 'node:worker_threads';
import type { WorkerAnswer, WorkerTask } from '../jobs/pool.ts';
import { type ReportResult, Running } from '../jobs/running.ts';
import { Workspace } from '../load/workspace.ts';
import { VERSION } from '../version.ts';
import { ReadingFiles } from '../write/reading-cache.ts';

/** A thread that makes its part of a run's reports; the thread that started it holds the lock on out/. */
let running: Promise<Running> | undefined;
parentPort?.on('message', async ({ files, ...asked }: WorkerTask) => {
  const { root } = asked;
  const around = { now: () => new Date(), pid: 0, alive: () => true };
  running ??= Running.begin(
    { ...asked, choices: [], around },
    new Workspace(root, new ReadingFiles(root, VERSION, true)),
    true,
  );
  const here = await running;
  const results: ReportResult[] = [];
  for (const file of files) results.push(await here.one(file));
  const answer: WorkerAnswer = { results };
  parentPort?.postMessage(answer);
});
