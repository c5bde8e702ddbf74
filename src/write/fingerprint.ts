import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What a file was like: enough to tell whether it changed. Times in milliseconds. */
export interface Fingerprint {
  readonly hash: string;
  readonly size: number;
  readonly modified: number;
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Stat {
  readonly size: number;
  readonly modified: number;
}

/**
 * Tells whether files changed: size and time first, the hash only where these leave a doubt. A file whose time is as
 * young as the note about it may have been written again within the same tick (git calls it racy), so it is hashed.
 * Stats are taken once a run: many reports share their unit, catalogue and template.
 */
export class Fingerprints {
  private readonly stats = new Map<string, Stat | undefined>();
  private readonly hashes = new Map<string, string | undefined>();

  constructor(private readonly root: string) {}

  /** `undefined`: the file is not there. */
  of(file: string): Fingerprint | undefined {
    const stat = this.stat(file);
    const hash = stat === undefined ? undefined : this.hash(file);
    return stat === undefined || hash === undefined ? undefined : { ...stat, hash };
  }

  /** Whether a file is still what it was when noted at the time `notedAt`; `null` stands for "was not there". */
  unchanged(file: string, before: Fingerprint | null, notedAt: number): boolean {
    if (this.surelyUnchanged(file, before, notedAt)) return true;
    return before !== null && this.stat(file)?.size === before.size && this.hash(file) === before.hash;
  }

  /** Whether size and time alone tell that a file is what it was when noted. */
  surelyUnchanged(file: string, before: Fingerprint | null, notedAt: number): boolean {
    const now = this.stat(file);
    if (now === undefined || before === null) return now === undefined && before === null;
    return now.size === before.size && now.modified === before.modified && now.modified < notedAt - RACY;
  }

  sizeAndTime = (file: string): Pick<Fingerprint, 'size' | 'modified'> | undefined => this.stat(file);
  exists = (file: string): boolean => this.stat(file) !== undefined;

  /** Forgets what is known of a file that was written meanwhile. */
  forget(file: string): void {
    this.stats.delete(file);
    this.hashes.delete(file);
  }

  private stat(file: string): Stat | undefined {
    if (this.stats.has(file)) return this.stats.get(file);
    const found = statSync(path.join(this.root, file), { throwIfNoEntry: false });
    const stat = found?.isFile() ? { size: found.size, modified: found.mtimeMs } : undefined;
    this.stats.set(file, stat);
    return stat;
  }

  private hash(file: string): string | undefined {
    if (this.hashes.has(file)) return this.hashes.get(file);
    let hash: string | undefined;
    try {
      // A pipe would never end.
      if (this.stat(file) !== undefined) hash = hashOf(readFileSync(path.join(this.root, file)));
    } catch {
      hash = undefined;
    }
    this.hashes.set(file, hash);
    return hash;
  }
}

/** Coarsest time stamp of the file systems in use (FAT: 2 s). */
const RACY = 2000;
