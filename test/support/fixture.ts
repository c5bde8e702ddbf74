import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { showPlace } from '../../src/cli/place.ts';
import { readYaml } from '../../src/load/yaml.ts';
import type { Problem } from '../../src/model/problem.ts';
import { run } from '../../src/pipeline.ts';
import { newTemplate } from '../../src/render/template/index.ts';
import { AROUND, FILES, outline, UNIT } from './workspace.ts';

/** A file of a small workspace, with the codes that are expected on each of its lines; line 0 is the file itself. */
interface FixtureFile {
  readonly name: string;
  readonly lines: readonly string[];
  readonly expected: ReadonlyMap<number, readonly string[]>;
}

export interface FixtureCase {
  readonly name: string;
  readonly files: readonly FixtureFile[];
}

const MARKS = /\s*((?:⟦[a-z0-9-]+⟧\s*)+)$/u;
const MARK = /⟦([a-z0-9-]+)⟧/gu;

/** A line without its marks, and what they name. */
function marked(line: string): { readonly bare: string; readonly codes: readonly string[] } {
  const match = MARKS.exec(line);
  if (match === null) {
    if (/[⟦⟧]/u.test(line)) throw new Error(`marks stand at the end of a line: ${line}`);
    return { bare: line, codes: [] };
  }
  const codes = [...(match[1] ?? '').matchAll(MARK)].map(([, code = '']) => code);
  return { bare: line.slice(0, match.index), codes: codes.sort() };
}

class FileBuilder implements FixtureFile {
  readonly lines: string[] = [];
  readonly expected = new Map<number, readonly string[]>();

  constructor(readonly name: string) {}

  expect(line: number, codes: readonly string[]): void {
    if (codes.length > 0) this.expected.set(line, codes);
  }
}

/** A fixture's cases; what stands before the first `### ` goes into each of them. */
export function readFixture(text: string): readonly FixtureCase[] {
  const shared: FileBuilder[] = [];
  const cases: { name: string; files: FileBuilder[] }[] = [];
  let file: FileBuilder | undefined;
  for (const line of text.split('\n')) {
    if (line.startsWith('### ')) {
      cases.push({ name: line.slice(4).trim(), files: [] });
      file = undefined;
    } else if (line.startsWith('=== ')) {
      const { bare, codes } = marked(line.slice(4));
      file = new FileBuilder(bare.trim());
      file.expect(0, codes);
      (cases.at(-1)?.files ?? shared).push(file);
    } else if (file !== undefined) {
      const { bare, codes } = marked(line);
      file.lines.push(bare);
      file.expect(file.lines.length, codes);
    } else if (line.trim() !== '' && !line.startsWith('#')) {
      throw new Error(`this line belongs to no file: ${line}`);
    }
  }
  const chosen = cases.length === 0 ? [{ name: 'all', files: [] }] : cases;
  return chosen.map(({ name, files }) => {
    const names = new Set(files.map((own) => own.name));
    return { name, files: [...shared.filter((other) => !names.has(other.name)), ...files] };
  });
}

/** The slots of a case's reports, in order: what its template must have when it brings none of its own. */
function slotsOf(files: readonly FixtureFile[]): readonly string[] {
  const slots = new Set<string>();
  for (const { name, lines } of files.filter((file) => file.name.startsWith('data/bao-cao/'))) {
    const node = readYaml(lines.join('\n'), name).value;
    const narrative = node?.kind === 'map' ? node.entries.find(([key]) => key === 'noi_dung')?.[1] : undefined;
    if (narrative?.kind === 'map') for (const [slot] of narrative.entries) slots.add(slot);
  }
  return [...slots];
}

function contentOf(file: FixtureFile): string | Uint8Array {
  const text = file.lines.join('\n');
  return file.name.endsWith('.docx') ? newTemplate(outline(text)) : text;
}

function filesOf(fixture: FixtureCase): ReadonlyMap<string, string | Uint8Array> {
  const slots = slotsOf(fixture.files).map((slot) => `  - { tieu_de: Mục ${slot}, khe: ${slot}, tuy_chon: true }`);
  return new Map<string, string | Uint8Array>([
    [FILES.unit, UNIT],
    [FILES.template, newTemplate(outline(['muc:', ...slots, 'phu_luc: {}'].join('\n')))],
    ...fixture.files.map((file) => [file.name, contentOf(file)] as const),
  ]);
}

/** A case's text with marks; two of them compare line by line. */
function annotated(files: readonly FixtureFile[], codesAt: (file: string, line: number) => readonly string[]): string {
  const line = (text: string, codes: readonly string[]): string =>
    codes.length === 0 ? text : `${text} ${codes.map((code) => `⟦${code}⟧`).join(' ')}`;
  return files
    .flatMap(({ name, lines }) => [
      line(`=== ${name}`, codesAt(name, 0)),
      ...lines.map((text, i) => line(text, codesAt(name, i + 1))),
    ])
    .join('\n');
}

export interface FixtureOutcome {
  /** The fixture with the marks as written, and as found. */
  readonly expected: string;
  readonly found: string;
  /** What was said, for whoever looks at a failure; and findings in files that the fixture does not show. */
  readonly messages: readonly string[];
  readonly elsewhere: readonly string[];
}

/** Checks a case in a workspace of its own, as `gen check` does. */
export async function checkFixture(fixture: FixtureCase): Promise<FixtureOutcome> {
  const root = mkdtempSync(path.join(tmpdir(), 'fixture '));
  try {
    const contents = filesOf(fixture);
    for (const [file, content] of contents) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), content);
    }
    const { problems } = await run({ root, choices: [], mode: 'check', strict: false, around: AROUND });
    const text = (file: string): string | undefined => {
      const content = contents.get(file);
      return typeof content === 'string' ? content : undefined;
    };
    const lineOf = ({ at }: Problem): number => showPlace(at, text, 'vi').frame?.line ?? 0;
    const names = new Set(fixture.files.map(({ name }) => name));
    const at = new Map<string, string[]>();
    const messages: string[] = [];
    const elsewhere: string[] = [];
    for (const problem of problems) {
      const key = `${problem.at.file}:${lineOf(problem)}`;
      at.set(key, [...(at.get(key) ?? []), problem.code].sort());
      messages.push(`${key} ${problem.severity} ${problem.code}: ${problem.message.vi}`);
      if (!names.has(problem.at.file)) elsewhere.push(`${key} ${problem.code}`);
    }
    const expected = new Map(fixture.files.map(({ name, expected: codes }) => [name, codes]));
    return {
      expected: annotated(fixture.files, (file, line) => expected.get(file)?.get(line) ?? []),
      found: annotated(fixture.files, (file, line) => at.get(`${file}:${line}`) ?? []),
      messages,
      elsewhere,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
