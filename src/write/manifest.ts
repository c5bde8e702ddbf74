import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../model/problem.ts';
import { writeFile } from './file.ts';
import type { Fingerprint, Fingerprints } from './fingerprint.ts';

/** What was made, and from what. One line of JSON a note, the last note of a report counts: parts of it simply add up. */
export const MANIFEST = 'out/.gen/so-ghi.jsonl';

/** A note about one report. */
export interface Note {
  /** `2022-6T/ubnd-huong-khe`. */
  readonly report: string;
  readonly tool: string;
  /** When it was noted, in milliseconds; tells which time stamps are too young to be trusted. */
  readonly at: number;
  readonly inputs: Readonly<Record<string, Fingerprint | null>>;
  readonly output: { readonly file: string } & Fingerprint;
  /** Warnings, to be shown again while nothing changes. */
  readonly warnings: readonly Problem[];
}

/** Written before an output is put in its place: if the program is killed in between, the output is known to be ours. */
interface Intent {
  readonly intent: string;
  readonly hash: string;
}

/** Why a report is made again. */
export type Reason =
  | { readonly kind: 'new' }
  | { readonly kind: 'asked' }
  | { readonly kind: 'tool' }
  | { readonly kind: 'input'; readonly file: string }
  | { readonly kind: 'output-gone' }
  /** An issue was added or taken away since. */
  | { readonly kind: 'history' }
  | { readonly kind: 'unfinished' };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isNote = (value: unknown): value is Note =>
  isRecord(value) && typeof value['report'] === 'string' && isRecord(value['inputs']) && isRecord(value['output']);
const isIntent = (value: unknown): value is Intent =>
  isRecord(value) && typeof value['intent'] === 'string' && typeof value['hash'] === 'string';

export class Manifest {
  private readonly notes = new Map<string, Note>();
  /** Output file → hashes that an unfinished run may have put there. */
  private readonly intents = new Map<string, Set<string>>();
  private lines = 0;

  constructor(
    private readonly root: string,
    private readonly fingerprints: Fingerprints,
  ) {
    const file = path.join(root, MANIFEST);
    if (!existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n')) this.take(line);
  }

  /** A line that was cut off by a kill, or is no note of ours, is passed over: its report is then simply made again. */
  private take(line: string): void {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return;
    }
    this.lines += 1;
    if (isNote(value)) {
      this.notes.set(value.report, value);
      this.intents.delete(value.output.file);
    } else if (isIntent(value)) {
      const known = this.intents.get(value.intent) ?? new Set<string>();
      this.intents.set(value.intent, known.add(value.hash));
    }
  }

  note = (report: string): Note | undefined => this.notes.get(report);

  /** Why a report must be made again; `undefined`: nothing that it rests on changed. */
  reason(report: string, tool: string): Reason | undefined {
    const note = this.notes.get(report);
    if (note === undefined) return { kind: 'new' };
    if (this.intents.has(note.output.file)) return { kind: 'unfinished' };
    if (note.tool !== tool) return { kind: 'tool' };
    for (const [file, before] of Object.entries(note.inputs)) {
      if (!this.fingerprints.unchanged(file, before, note.at)) return { kind: 'input', file };
    }
    return this.fingerprints.of(note.output.file) === undefined ? { kind: 'output-gone' } : undefined;
  }

  /** Whether a file holds what this program last put there. */
  isOurs(report: string, file: string): boolean {
    const note = this.notes.get(report);
    if (note?.output.file === file && this.fingerprints.unchanged(file, note.output, note.at)) return true;
    const hash = this.fingerprints.of(file)?.hash;
    return hash !== undefined && (this.intents.get(file)?.has(hash) ?? false);
  }

  /** `undefined`, or why it could not be written down (a full disk): the output must then be left as it is. */
  intend(file: string, hash: string): string | undefined {
    return this.append({ intent: file, hash });
  }

  /** A note that cannot be written down costs work only: its report is made again next time. */
  add(note: Note): void {
    this.append(note);
    this.notes.set(note.report, note);
    this.intents.delete(note.output.file);
  }

  private append(value: Note | Intent): string | undefined {
    const file = path.join(this.root, MANIFEST);
    try {
      if (this.lines === 0) mkdirSync(path.dirname(file), { recursive: true });
      // A line may follow one that a kill cut off: the line break comes first.
      appendFileSync(file, `\n${JSON.stringify(value)}`);
      this.lines += 1;
      return undefined;
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : String(error);
    }
  }

  /** Leaves one line a report when the file has grown to several times that. */
  compact(): void {
    if (this.lines < 2 * this.notes.size + 20) return;
    const intents = [...this.intents].flatMap(([intent, hashes]) => [...hashes].map((hash) => ({ intent, hash })));
    const lines = [...this.notes.values(), ...intents].map((value) => JSON.stringify(value));
    writeFile(this.root, MANIFEST, Buffer.from(`${lines.join('\n')}\n`, 'utf8'));
  }
}
