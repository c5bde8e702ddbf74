import type { DataPath, DataPlace, Outcome, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { forbiddenCharacter } from '../model/text.ts';
import { syntaxFaults } from './yaml-faults.ts';
import { type SourceNode, type SourcePair, type SourceScalar, TOO_NESTED, yamlSource } from './yaml-source.ts';

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
/** Tags that say what every scalar is here: text. */
const STRING_TAGS = new Set(['!!str', '!<tag:yaml.org,2002:str>']);
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
  /^\w+$/.test(text)
    ? text
    : text
        .replace(/\u00a0/g, ' ')
        .trim()
        .normalize('NFC');

class TooComplex extends Error {
  constructor(readonly limit: number) {
    super();
  }
}

class Reader {
  readonly problems: Problem[] = [];
  private count = 0;

  constructor(private readonly file: string) {}

  /** Signs that mean something else to YAML: what follows them would be lost without a word. */
  private unquoted(sign: string, path: DataPath): void {
    this.problems.push(problem('thieu-dau-nhay', { text: sign }, { kind: 'data', file: this.file, path }));
  }

  read(node: SourceNode | undefined, path: DataPath, depth: number): YamlNode {
    this.count += 1;
    if (this.count > NODE_LIMIT) throw new TooComplex(NODE_LIMIT);
    if (depth > DEPTH_LIMIT) throw new TooComplex(DEPTH_LIMIT);
    switch (node?.kind) {
      case undefined:
        return { kind: 'empty', path };
      case 'alias':
        if (node.target !== undefined) return this.read(node.target, path, depth + 1);
        this.unquoted(`*${node.name}`, path);
        return { kind: 'empty', path };
      case 'map':
        return { kind: 'map', entries: this.entries(node.pairs, path, depth), path };
      case 'list':
        return { kind: 'list', items: node.items.map((item, i) => this.read(item, [...path, i], depth + 1)), path };
      case 'scalar':
        return this.scalar(node, path);
    }
  }

  private entries(pairs: readonly SourcePair[], path: DataPath, depth: number): (readonly [string, YamlNode])[] {
    const entries = new Map<string, YamlNode>();
    for (const pair of pairs) {
      const key = pair.key.kind === 'scalar' ? keyText(pair.key.text) : '';
      const here = [...path, key];
      const at = (): DataPlace => ({ kind: 'data', file: this.file, path: here });
      if (FORBIDDEN_KEYS.has(key)) {
        this.problems.push(problem('khoa-cam', { key }, { ...at(), key: true }));
      } else if (entries.has(key)) {
        this.problems.push(problem('khoa-trung', { key }, { ...at(), key: true }, [at()]));
      } else {
        entries.set(key, this.read(pair.value, here, depth + 1));
      }
    }
    return [...entries];
  }

  private scalar({ text: typed, style, sign }: SourceScalar, path: DataPath): YamlNode {
    // What is composed stays composed; an escape within double quotes may stand for anything.
    const text = style === 'double' ? typed.normalize('NFC') : typed;
    if (sign !== undefined && !STRING_TAGS.has(sign)) this.unquoted(sign, path);
    if (text === '' && style === 'plain') return { kind: 'empty', path };
    // Outside of quotes the library refuses them.
    const forbidden = style === 'single' || style === 'double' ? forbiddenCharacter(text) : undefined;
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

/**
 * Reads a YAML file.
 * Reports the syntax errors (`yaml-sai`, `yaml-tab`), `khoa-trung`, `khoa-cam`, `thieu-dau-nhay`, `yaml-qua-phuc-tap`,
 * `ky-tu-cam`; the value is `undefined` when the syntax is broken.
 */
export function readYaml(text: string, file: string): Outcome<YamlNode | undefined> {
  const tooComplex = (limit: number): Outcome<undefined> => ({
    value: undefined,
    problems: [problem('yaml-qua-phuc-tap', { limit }, { kind: 'file', file })],
  });
  const source = yamlSource(text);
  if ('fault' in source) {
    if (source.fault === TOO_NESTED) return tooComplex(DEPTH_LIMIT);
    return { value: undefined, problems: syntaxFaults(text, file, source) };
  }
  const reader = new Reader(file);
  try {
    return { value: reader.read(source.root, [], 0), problems: reader.problems };
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    return tooComplex(error.limit);
  }
}
