import { availableParallelism } from 'node:os';
import { THREAD } from '../jobs/thread.ts';
import { main } from './program.ts';
import { watchFolders } from './watch.ts';

/** From so many stale reports on, starting threads pays (measured: docs/do-toc-do.md). */
const WORTH_THREADS = 150;

const { stderr, stdout } = process;
const interrupt = new AbortController();
// The first Ctrl-C lets the report at hand be finished; the second ends at once.
process.once('SIGINT', () => interrupt.abort());

// Whoever reads along may stop (`gen … | head`): the work goes on to its end all the same.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Whether a process of this machine runs: signal 0 only asks. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function start(): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2), {
      folder: process.cwd(),
      print: (text) => stdout.write(`${text}\n`),
      complain: (text) => stderr.write(`${text}\n`),
      now: () => new Date(),
      pid: process.pid,
      alive,
      stopped: () => interrupt.signal.aborted,
      threads: {
        count: availableParallelism(),
        script: new URL(import.meta.url),
        least: WORTH_THREADS,
      },
      // no-color.org: set and not empty means no colours.
      coloured: stderr.isTTY && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb',
      screen: stderr.isTTY
        ? {
            width: stderr.columns ?? 80,
            draw: (line) => stderr.write(`\r${line}\u001b[K`),
            clear: () => stderr.write('\r\u001b[K'),
          }
        : undefined,
      watch: (folders, changed) => watchFolders(folders, changed, interrupt.signal),
    });
  } catch (error) {
    stderr.write('Lỗi của chương trình gen, không phải của dữ liệu. Xin gửi đoạn dưới đây cho người phụ trách:\n');
    stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 3;
  }
}

// The threads of a long run are this program too.
if (process.argv[2] === THREAD) import('./worker.ts');
else start();
