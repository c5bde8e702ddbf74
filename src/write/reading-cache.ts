import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from './fingerprint.ts';

/** Templates and catalogues as they were read, so that the next run need not read them again. May be deleted any time. */
const FOLDER = 'out/.gen/da-doc';
/** A country has some dozen templates and catalogues; each change of one leaves its old reading behind. */
const LIMIT = 100;

/**
 * Keeps JSON by the hash of what it was made from. Each file begins with the hash of the rest: what is cut off, damaged
 * or made by another version of the program is as good as not there. Nothing that goes wrong here is told: it costs
 * time only.
 */
export class ReadingFiles {
  constructor(
    private readonly root: string,
    private readonly tool: string,
    /** Whether this run writes anything at all. */
    private readonly writes: boolean,
  ) {}

  get(what: string, content: Uint8Array): unknown {
    try {
      const bytes = readFileSync(this.fileOf(what, content));
      const end = bytes.indexOf('\n');
      const rest = bytes.subarray(end + 1);
      return bytes.toString('latin1', 0, end) === hashOf(rest) ? JSON.parse(rest.toString('utf8')) : undefined;
    } catch {
      return undefined;
    }
  }

  put(what: string, content: Uint8Array, reading: unknown): void {
    if (!this.writes) return;
    const file = this.fileOf(what, content);
    const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      const json = Buffer.from(JSON.stringify(reading), 'utf8');
      writeFileSync(temporary, `${hashOf(json)}\n${json}`);
      renameSync(temporary, file);
      this.sweep();
    } catch {
      discard(temporary);
    }
  }

  private fileOf(what: string, content: Uint8Array): string {
    const hash = createHash('sha256').update(`${this.tool}\n${what}\n`).update(content).digest('hex');
    return path.join(this.root, FOLDER, `${hash}.json`);
  }

  /** Deletes the oldest beyond the limit, half-written ones among them. */
  private sweep(): void {
    const folder = path.join(this.root, FOLDER);
    const names = readdirSync(folder);
    if (names.length <= LIMIT) return;
    const files = names.map((name) => path.join(folder, name));
    const dated = files.map((file) => ({ file, time: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }));
    dated.sort((a, b) => b.time - a.time);
    for (const { file } of dated.slice(LIMIT)) rmSync(file, { force: true });
  }
}

/** What cannot be deleted either is swept up by a later run. */
function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {}
}
