import { watch as watchFolder } from 'node:fs';

/** Editors write a file in several steps: what comes within this time is one change. */
const QUIET = 150;

/** Calls back after each burst of changes in the folders, one call at a time, until `stopped`. */
export function watchFolders(
  folders: readonly string[],
  changed: () => Promise<void>,
  stopped: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let busy = false;
    let again = false;
    const work = async (): Promise<void> => {
      if (busy) {
        again = true;
        return;
      }
      busy = true;
      do {
        again = false;
        await changed();
      } while (again);
      busy = false;
    };
    const watchers = folders.map((folder) =>
      watchFolder(folder, { recursive: true }, () => {
        clearTimeout(timer);
        timer = setTimeout(() => work().catch(reject), QUIET);
      }),
    );
    const end = (): void => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      resolve();
    };
    if (stopped.aborted) end();
    else stopped.addEventListener('abort', end, { once: true });
  });
}
