import type { DataPlace, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { nearest } from '../model/text.ts';
import type { WordTable } from '../model/words.ts';
import type { YamlNode } from './yaml.ts';

/**
 * Takes typed data out of YAML nodes. A decoder gives the value or `undefined` after it has reported what is wrong; all
 * problems of a file are found in one go.
 */
export interface Decoding {
  readonly file: string;
  readonly problems: Problem[];
}

export type Decoder<T> = (node: YamlNode, decoding: Decoding) => T | undefined;

export const placeOf = (node: YamlNode, { file }: Decoding): DataPlace => ({ kind: 'data', file, path: node.path });

const keyOf = (node: YamlNode): string => String(node.path.at(-1) ?? '');

type Expected = 'text' | 'map' | 'list' | 'yes-no' | 'number';

function wrongShape(node: YamlNode, decoding: Decoding, expected: Expected): undefined {
  decoding.problems.push(problem('sai-dang', { expected, key: keyOf(node) }, placeOf(node, decoding)));
  return undefined;
}

/** One line of text, trimmed; an empty one is no text. */
export const text: Decoder<string> = (node, decoding) => {
  if (node.kind === 'text') return node.text.trim();
  const [first] = node.kind === 'map' ? node.entries : [];
  if (first === undefined || typeof node.path.at(-1) !== 'number') return wrongShape(node, decoding, 'text');
  // `- Lưu: VT, NV`: the colon made a key of it.
  decoding.problems.push(problem('thieu-dau-nhay', { text: `${first[0]}:` }, placeOf(node, decoding)));
  return undefined;
};

/** Text whose lines matter; the end is trimmed. */
export const lines: Decoder<string> = (node, decoding) => {
  if (node.kind === 'text') return node.text.trimEnd();
  if (node.kind === 'empty') return '';
  return wrongShape(node, decoding, 'text');
};

export const yesNo: Decoder<boolean> = (node, decoding) => {
  if (node.kind === 'text' && /^(true|có)$/i.test(node.text.trim())) return true;
  if (node.kind === 'text' && /^(false|không)$/i.test(node.text.trim())) return false;
  return wrongShape(node, decoding, 'yes-no');
};

/** One of a closed set of words. */
export function oneOf<T extends string>(allowed: readonly T[]): Decoder<T> {
  return (node, decoding) => {
    const typed = text(node, decoding);
    if (typed === undefined) return undefined;
    const found = allowed.find((word) => word === typed);
    if (found !== undefined) return found;
    const near = nearest(typed, allowed);
    decoding.problems.push(
      problem('gia-tri-la', { key: keyOf(node), value: typed, near, allowed }, placeOf(node, decoding)),
    );
    return undefined;
  };
}

export function listOf<T>(item: Decoder<T>): Decoder<readonly T[]> {
  return (node, decoding) => {
    if (node.kind === 'empty') return [];
    if (node.kind !== 'list') return wrongShape(node, decoding, 'list');
    return node.items
      .map((child) => {
        if (child.kind !== 'empty' && !(child.kind === 'text' && child.text.trim() === ''))
          return item(child, decoding);
        decoding.problems.push(problem('muc-trong', { key: keyOf(node) }, placeOf(child, decoding)));
        return undefined;
      })
      .filter((value) => value !== undefined);
  };
}

/** A list of lines; a single text is a list of one. */
export const textList: Decoder<readonly string[]> = (node, decoding) =>
  node.kind === 'text' ? [node.text.trim()] : listOf(text)(node, decoding);

/** A group with keys of the user's choosing. Key order is kept. */
export function mapOf<T>(value: Decoder<T>): Decoder<ReadonlyMap<string, T>> {
  return (node, decoding) => {
    if (node.kind === 'empty') return new Map();
    if (node.kind !== 'map') return wrongShape(node, decoding, 'map');
    const result = new Map<string, T>();
    for (const [key, child] of node.entries) {
      const decoded = value(child, decoding);
      if (decoded !== undefined) result.set(key, decoded);
    }
    return result;
  };
}

/** A group with known keys: takes them one by one, and reports the keys that are not known. */
export class Fields<W extends WordTable> {
  private readonly byKey: ReadonlyMap<string, YamlNode>;

  private constructor(
    private readonly node: YamlNode,
    private readonly words: W,
    private readonly decoding: Decoding,
    entries: readonly (readonly [string, YamlNode])[],
  ) {
    this.byKey = new Map(entries);
    const allowed = Object.values(words);
    for (const [key, child] of entries) {
      if (allowed.includes(key)) continue;
      const at: DataPlace = { kind: 'data', file: decoding.file, path: child.path, key: true };
      if (/^[\d.,%]+$/.test(key)) {
        // `{ gia_tri: 95,9 }`: the comma parted the number.
        decoding.problems.push(problem('thieu-dau-nhay', { text: key }, at));
        continue;
      }
      decoding.problems.push(problem('khoa-la', { key, near: nearest(key, allowed), allowed }, at));
    }
  }

  static of<W extends WordTable>(node: YamlNode, words: W, decoding: Decoding): Fields<W> | undefined {
    if (node.kind !== 'map') return wrongShape(node, decoding, 'map');
    return new Fields(node, words, decoding, node.entries);
  }

  /** The node of a field, when it is there and not empty. */
  nodeOf(field: keyof W & string): YamlNode | undefined {
    const found = this.byKey.get(this.words[field] ?? field);
    const blank = found === undefined || found.kind === 'empty' || (found.kind === 'text' && found.text.trim() === '');
    return blank ? undefined : found;
  }

  /** `""` was typed. */
  isEmptyText(field: keyof W & string): boolean {
    const found = this.byKey.get(this.words[field] ?? field);
    return found?.kind === 'text' && found.text === '';
  }

  optional<T>(field: keyof W & string, decoder: Decoder<T>): T | undefined {
    const child = this.nodeOf(field);
    return child === undefined ? undefined : decoder(child, this.decoding);
  }

  /** Where a field stands, or the group when it is not there. */
  placeOf = (field: keyof W & string): DataPlace => placeOf(this.nodeOf(field) ?? this.node, this.decoding);

  /** A problem of a field's value that shows only beside other fields. */
  report(field: keyof W & string, make: (at: DataPlace) => Problem): void {
    this.decoding.problems.push(make(this.placeOf(field)));
  }

  /** Reports `thieu-truong` when the field is not there. */
  required<T>(field: keyof W & string, decoder: Decoder<T>): T | undefined {
    const child = this.nodeOf(field);
    if (child !== undefined) return decoder(child, this.decoding);
    const key = this.words[field] ?? field;
    const empty = this.byKey.get(key);
    this.decoding.problems.push(problem('thieu-truong', { key }, placeOf(empty ?? this.node, this.decoding)));
    return undefined;
  }
}
