import { type FSWatcher, readdirSync, statSync, watch as watchFolder } from 'node:fs';
import path from 'node:path';

/** Editors write a file in several steps: what comes within this time is one change. */
const QUIET = 150;

/** Where the system itself watches a folder with all that is below it. */
const WATCHES_BELOW = process.platform === 'win32' || process.platform === 'darwin';

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
    const watchers = new Watchers(() => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        watchers.follow(folders);
        work().catch(reject);
      }, QUIET);
    }, reject);
    const end = (): void => {
      clearTimeout(timer);
      watchers.close();
      resolve();
    };
    watchers.follow(folders);
    if (stopped.aborted) end();
    else stopped.addEventListener('abort', end, { once: true });
  });
}

/**
 * A watcher for each folder, not for each file: an editor that puts a new file in the old one's place would leave a
 * file's watcher with the old file. (Node's own `recursive` on Linux watches files, and then misses every later save.)
 */
class Watchers {
  private readonly known = new Map<string, { readonly inode: number; readonly watcher: FSWatcher }>();

  constructor(
    private readonly happened: () => void,
    private readonly failed: (error: Error) => void,
  ) {}

  /** Takes up folders that are new, and lets go those that are gone. */
  follow(folders: readonly string[]): void {
    const there = new Map(folders.flatMap((folder) => foldersIn(folder)));
    for (const [folder, { inode, watcher }] of this.known) {
      if (there.get(folder) === inode) continue;
      watcher.close();
      this.known.delete(folder);
    }
    for (const [folder, inode] of there) {
      if (this.known.has(folder)) continue;
      const watcher = watchFolder(folder, { recursive: WATCHES_BELOW }, this.happened);
      watcher.on('error', this.failed);
      this.known.set(folder, { inode, watcher });
    }
  }

  close(): void {
    for (const { watcher } of this.known.values()) watcher.close();
  }
}

/** A folder and those below it, with their inodes; nothing where it is gone. */
function foldersIn(folder: string): readonly (readonly [string, number])[] {
  try {
    const { ino } = statSync(folder);
    if (WATCHES_BELOW) return [[folder, ino]];
    const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return [[folder, ino], ...below.flatMap(({ name }) => foldersIn(path.join(folder, name)))];
  } catch {
    return [];
  }
}
