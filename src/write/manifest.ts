import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Problem, type Tally, tallyOf } from '../model/problem.ts';
import { writeFile } from './file.ts';
import type { Fingerprint, Fingerprints } from './fingerprint.ts';

/**
 * What was made, and from what. One line of JSON a note, the last note of a report counts: parts of it simply add up. The
 * line before a note may hold the problems that it told of, as a list: a long run need not read these.
 */
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
  /** The problems that were told when it was made, and are kept to be told again while nothing changes. */
  readonly told: Tally;
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
  isRecord(value) &&
  typeof value['report'] === 'string' &&
  [value['inputs'], value['output'], value['told']].every(isRecord);
const isProblems = (value: unknown): value is readonly Problem[] => Array.isArray(value) && value.every(isRecord);
const isIntent = (value: unknown): value is Intent =>
  isRecord(value) && typeof value['intent'] === 'string' && typeof value['hash'] === 'string';

const LINE_BREAK = 0x0a;
const LIST = 0x5b;

/** A note, and the problems that it told of as they stand in the file. */
interface Kept {
  readonly note: Note;
  readonly problems: Buffer | undefined;
}

const someTold = ({ loi, canh_bao, goi_y, justified }: Tally): boolean => loi + canh_bao + goi_y + justified > 0;

export class Manifest {
  private readonly notes = new Map<string, Kept>();
  /** Output file → hashes that an unfinished run may have put there. */
  private readonly intents = new Map<string, Set<string>>();
  private lines = 0;
  /** Notes changed without being written down. */
  private renewed = false;

  constructor(
    private readonly root: string,
    private readonly fingerprints: Fingerprints,
  ) {
    const file = path.join(root, MANIFEST);
    if (!existsSync(file)) return;
    const bytes = readFileSync(file);
    let problems: Buffer | undefined;
    for (let start = 0; start < bytes.length; ) {
      const next = bytes.indexOf(LINE_BREAK, start);
      const end = next === -1 ? bytes.length : next;
      const line = bytes.subarray(start, end);
      if (line[0] !== LIST) this.take(line, problems);
      problems = line[0] === LIST ? line : undefined;
      start = end + 1;
    }
  }

  /** A line that was cut off by a kill, or is no note of ours, is passed over: its report is then simply made again. */
  private take(line: Buffer, problems: Buffer | undefined): void {
    let value: unknown;
    try {
      value = JSON.parse(line.toString('utf8'));
    } catch {
      return;
    }
    this.lines += 1;
    if (isNote(value)) {
      const some = someTold(value.told);
      if (some && problems === undefined) return;
      this.notes.set(value.report, { note: value, problems: some ? problems : undefined });
      this.intents.delete(value.output.file);
    } else if (isIntent(value)) {
      const known = this.intents.get(value.intent) ?? new Set<string>();
      this.intents.set(value.intent, known.add(value.hash));
    }
  }

  note = (report: string): Note | undefined => this.notes.get(report)?.note;

  /** What was told of a report when it was made; `undefined`: it cannot be read. */
  told(report: string): readonly Problem[] | undefined {
    const problems = this.notes.get(report)?.problems;
    if (problems === undefined) return [];
    try {
      const kept: unknown = JSON.parse(problems.toString('utf8'));
      return isProblems(kept) ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  /** Why a report must be made again; `undefined`: nothing that it rests on changed. */
  reason(report: string, tool: string): Reason | undefined {
    const note = this.note(report);
    if (note === undefined) return { kind: 'new' };
    if (this.intents.has(note.output.file)) return { kind: 'unfinished' };
    if (note.tool !== tool) return { kind: 'tool' };
    for (const [file, before] of Object.entries(note.inputs)) {
      if (!this.fingerprints.unchanged(file, before, note.at)) return { kind: 'input', file };
    }
    return this.fingerprints.exists(note.output.file) ? undefined : { kind: 'output-gone' };
  }

  /** Whether a file holds what this program last put there. */
  isOurs(report: string, file: string): boolean {
    const note = this.note(report);
    if (note?.output.file === file && this.fingerprints.unchanged(file, note.output, note.at)) return true;
    const hash = this.fingerprints.of(file)?.hash;
    return hash !== undefined && (this.intents.get(file)?.has(hash) ?? false);
  }

  /** `undefined`, or why it could not be written down (a full disk): the output must then be left as it is. */
  intend(file: string, hash: string): string | undefined {
    return this.append({ intent: file, hash });
  }

  /** A note that cannot be written down costs work only: its report is made again next time. */
  add(facts: Omit<Note, 'told'>, told: readonly Problem[] = []): void {
    const note = { ...facts, told: tallyOf(told) };
    const problems = told.length === 0 ? undefined : Buffer.from(JSON.stringify(told), 'utf8');
    this.append(note, problems);
    this.notes.set(note.report, { note, problems });
    this.intents.delete(note.output.file);
  }

  /**
   * Of a report of which all is as noted: where size or time of a file left a doubt, and its hash had to tell, it is noted
   * anew, so that the next run need not hash it. `at`: a moment before the hashing.
   */
  renew(report: string, at: number): void {
    const kept = this.notes.get(report);
    if (kept === undefined) return;
    if (this.isSure(kept.note)) return;
    const { inputs, output, ...rest } = kept.note;
    const now = (file: string): Partial<Fingerprint> => this.fingerprints.sizeAndTime(file) ?? {};
    const anew = Object.entries(inputs).map(([file, before]) => [file, before && { ...before, ...now(file) }] as const);
    const note = { ...rest, at, inputs: Object.fromEntries(anew), output: { ...output, ...now(output.file) } };
    // What changed only just now stays in doubt.
    if (!this.isSure(note)) return;
    this.notes.set(report, { ...kept, note });
    this.renewed = true;
  }

  /** Whether no file need be hashed to know that it is as noted. */
  private isSure({ at, inputs, output }: Note): boolean {
    const sure = (file: string, noted: Fingerprint | null) => this.fingerprints.surelyUnchanged(file, noted, at);
    return sure(output.file, output) && Object.entries(inputs).every(([file, noted]) => sure(file, noted));
  }

  private append(value: Note | Intent, problems?: Buffer): string | undefined {
    const file = path.join(this.root, MANIFEST);
    try {
      if (this.lines === 0) mkdirSync(path.dirname(file), { recursive: true });
      // A line may follow one that a kill cut off: the line break comes first.
      const list = problems === undefined ? '' : `\n${problems}`;
      appendFileSync(file, `${list}\n${JSON.stringify(value)}`);
      this.lines += 1;
      return undefined;
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : String(error);
    }
  }

  /** Leaves one note a report when the file has grown to several times that, or notes were renewed. */
  compact(): void {
    if (!this.renewed && this.lines < 2 * this.notes.size + 20) return;
    const intents = [...this.intents].flatMap(([intent, hashes]) => [...hashes].map((hash) => ({ intent, hash })));
    const lineBreak = Buffer.of(LINE_BREAK);
    // Other parts may be put before this one, and end without a line break.
    const lines = [
      lineBreak,
      ...[...this.notes.values()].flatMap(({ note, problems }) => [
        ...(problems === undefined ? [] : [problems, lineBreak]),
        Buffer.from(`${JSON.stringify(note)}\n`, 'utf8'),
      ]),
      ...intents.map((intent) => Buffer.from(`${JSON.stringify(intent)}\n`, 'utf8')),
    ];
    writeFile(this.root, MANIFEST, Buffer.concat(lines));
  }
}
