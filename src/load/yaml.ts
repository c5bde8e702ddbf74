import { type Alias, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type YAMLParseError } from 'yaml';
import type { DataPath, Outcome, Problem, Wording } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { forbiddenCharacter } from '../model/text.ts';
import { yamlDocument } from './yaml-document.ts';

/**
 * A YAML file as typed: every scalar is the text that the user wrote, nothing is made a number, a date or a boolean.
 * Each node knows its path, from which its line is found again when a problem is printed.
 */
export type YamlNode =
  | { readonly kind: 'text'; readonly text: string; readonly path: DataPath }
  | { readonly kind: 'empty'; readonly path: DataPath }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [string, YamlNode])[]; readonly path: DataPath }
  | { readonly kind: 'list'; readonly items: readonly YamlNode[]; readonly path: DataPath };

const NODE_LIMIT = 50_000;
const DEPTH_LIMIT = 24;
const STRING_TAG = 'tag:yaml.org,2002:str';
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Text of a file: UTF-8 only, without byte order mark, lines ending in LF, letters composed (NFC).
 * Reports `khong-phai-utf8`.
 */
export function decodeText(bytes: Uint8Array, file: string): Outcome<string | undefined> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { value: text.replace(/\r\n?/g, '\n').normalize('NFC'), problems: [] };
  } catch {
    return { value: undefined, problems: [problem('khong-phai-utf8', {}, { kind: 'file', file })] };
  }
}

/** Keys are compared without the no-break spaces and stray blanks that copying from Word leaves in them. */
const keyText = (text: string): string =>
  text
    .replace(/\u00a0/g, ' ')
    .trim()
    .normalize('NFC');

class TooComplex extends Error {}

class Reader {
  readonly problems: Problem[] = [];
  private count = 0;

  constructor(
    private readonly file: string,
    private readonly anchors: (alias: Alias) => Node | undefined,
  ) {}

  /** Signs that mean something else to YAML: what follows them would be lost without a word. */
  private unquoted(sign: string, path: DataPath): void {
    this.problems.push(problem('thieu-dau-nhay', { text: sign }, { kind: 'data', file: this.file, path }));
  }

  read(node: unknown, path: DataPath, depth: number): YamlNode {
    this.count += 1;
    if (this.count > NODE_LIMIT || depth > DEPTH_LIMIT) throw new TooComplex();
    if (node === null || node === undefined) return { kind: 'empty', path };
    if (isAlias(node)) {
      const target = this.anchors(node);
      if (target !== undefined) return this.read(target, path, depth + 1);
      this.unquoted(`*${node.source}`, path);
      return { kind: 'empty', path };
    }
    if (isMap(node)) {
      const entries: [string, YamlNode][] = [];
      for (const pair of node.items) {
        const key = isScalar(pair.key) ? keyText(String(pair.key.value ?? '')) : '';
        const here = [...path, key];
        if (FORBIDDEN_KEYS.has(key)) {
          this.problems.push(problem('khoa-cam', { key }, { kind: 'data', file: this.file, path: here, key: true }));
          continue;
        }
        if (entries.some(([known]) => known === key)) {
          this.problems.push(
            problem('khoa-trung', { key }, { kind: 'data', file: this.file, path: here, key: true }, [
              { kind: 'data', file: this.file, path: here },
            ]),
          );
          continue;
        }
        entries.push([key, this.read(pair.value, here, depth + 1)]);
      }
      return { kind: 'map', entries, path };
    }
    if (isSeq(node)) {
      return { kind: 'list', items: node.items.map((item, i) => this.read(item, [...path, i], depth + 1)), path };
    }
    if (!isScalar(node)) return { kind: 'empty', path };
    const text = String(node.value ?? '').normalize('NFC');
    const sign = node.anchor === undefined ? node.tag : `&${node.anchor}`;
    if (sign !== undefined && sign !== STRING_TAG) this.unquoted(sign, path);
    if (text === '' && node.type === 'PLAIN') return { kind: 'empty', path };
    const forbidden = forbiddenCharacter(text);
    if (forbidden !== undefined) {
      const before = text.slice(0, forbidden.offset).split('\n');
      const inside = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
      this.problems.push(
        problem('ky-tu-cam', { name: forbidden.name }, { kind: 'data', file: this.file, path, inside }),
      );
    }
    return { kind: 'text', text, path };
  }
}

/** What the library says, in the users' words, by its code. */
const CAUSES: Readonly<Record<string, string>> = {
  BAD_INDENT: 'thụt đầu dòng không đều',
  BAD_SCALAR_START: 'giá trị bắt đầu bằng ký hiệu đặc biệt, cần đặt trong dấu nháy',
  BAD_DQ_ESCAPE: 'dấu \\ trong dấu nháy kép không đúng (gõ \\\\ để có dấu \\)',
  BLOCK_AS_IMPLICIT_KEY: 'có hai dấu ":" trên một dòng; đặt giá trị trong dấu nháy',
  BLOCK_IN_FLOW: 'trong dấu ngoặc không xuống dòng kiểu này được',
  MISSING_CHAR: 'thiếu dấu ":" hoặc dấu ngoặc, dấu nháy đóng',
  MULTILINE_IMPLICIT_KEY: 'thiếu dấu ":" sau khóa, hoặc khóa bị ngắt dòng',
  KEY_OVER_1024_CHARS: 'thiếu dấu ":" sau khóa',
  MULTIPLE_DOCS: 'dòng "---" chia tệp làm hai',
  UNEXPECTED_TOKEN: 'có ký hiệu không đúng chỗ',
  BAD_ALIAS: 'ký hiệu * không đúng chỗ; đặt giá trị trong dấu nháy',
  ALIAS_PROPS: 'ký hiệu * không đúng chỗ; đặt giá trị trong dấu nháy',
  TAG_RESOLVE_FAILED: 'ký hiệu ! không đúng chỗ; đặt giá trị trong dấu nháy',
};

const LONE_DASH: Wording = {
  vi: 'dấu gạch đứng một mình phải đặt trong dấu nháy: "-"',
  en: 'a dash that stands alone needs quotes: "-"',
};

function causeOf(error: YAMLParseError, text: string): Wording {
  if (/^-\s*$/m.exec(text.slice(error.pos[0]))?.index === 0) return LONE_DASH;
  return { vi: CAUSES[error.code] ?? 'không đúng cú pháp', en: error.message };
}

/**
 * The errors that a person has to mend: one slip breaks what comes after it many times over in the same way. Tabs are
 * each a slip of their own, and the cause of all others.
 */
function telling(errors: readonly YAMLParseError[], lineCounter: LineCounter): readonly YAMLParseError[] {
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  if (tabs.length > 0) return tabs;
  const lineOf = (error: YAMLParseError): number => lineCounter.linePos(error.pos[0]).line;
  const alike = (a: YAMLParseError, b: YAMLParseError): boolean => a.code === b.code || lineOf(a) === lineOf(b);
  return errors.filter((error, i) => errors.findIndex((earlier) => alike(earlier, error)) === i);
}

/**
 * Reads a YAML file.
 * Reports the syntax errors (`yaml-sai`, `yaml-tab`, `khoa-trung`), `khoa-cam`, `yaml-qua-phuc-tap`, `ky-tu-cam`; the
 * value is `undefined` when the syntax is broken.
 */
export function readYaml(text: string, file: string): Outcome<YamlNode | undefined> {
  const { document, lineCounter } = yamlDocument(text);
  if (document.errors.some((error) => error.message.includes('call stack'))) {
    return {
      value: undefined,
      problems: [problem('yaml-qua-phuc-tap', { limit: DEPTH_LIMIT }, { kind: 'file', file })],
    };
  }
  if (document.errors.length > 0) {
    return {
      value: undefined,
      problems: telling(document.errors, lineCounter).map((error) => {
        const { line, col } = lineCounter.linePos(error.pos[0]);
        const at = { kind: 'text', file, line, column: col } as const;
        if (error.code === 'TAB_AS_INDENT') return problem('yaml-tab', {}, at);
        return problem('yaml-sai', { cause: causeOf(error, text) }, at);
      }),
    };
  }
  const reader = new Reader(file, (alias) => alias.resolve(document));
  try {
    const value = reader.read(document.contents, [], 0);
    return { value, problems: reader.problems };
  } catch (error) {
    if (!(error instanceof TooComplex || error instanceof RangeError)) throw error;
    return {
      value: undefined,
      problems: [problem('yaml-qua-phuc-tap', { limit: NODE_LIMIT }, { kind: 'file', file })],
    };
  }
}
