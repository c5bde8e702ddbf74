import { parentPort } from 'node:worker_threads';
import type { WorkerAnswer, WorkerTask } from '../jobs/pool.ts';
import { Running } from '../jobs/running.ts';
import { Workspace } from '../load/workspace.ts';

/** A thread that makes its part of a run's reports; the thread that started it holds the lock on out/. */
let running: Running | undefined;
parentPort?.on('message', ({ root, mode, strict, formats, files }: WorkerTask) => {
  const around = { now: () => new Date(), pid: 0, alive: () => true };
  running ??= new Running({ root, mode, strict, formats, choices: [], around }, new Workspace(root));
  const here = running;
  const answer: WorkerAnswer = { results: files.map((file) => here.one(file)) };
  parentPort?.postMessage(answer);
});
