import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import type { DataPlace } from '../model/problem.ts';
import { yamlDocument } from './yaml-document.ts';

export interface Position {
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

const startOf = (node: unknown, otherwise: number): number =>
  isNode(node) ? (node.range?.[0] ?? otherwise) : otherwise;

/**
 * Line and column of a place in a YAML file. Worked out only when a problem is printed: stages speak in paths.
 * A path that is not there any more leads to the nearest place above it.
 */
export function positionOf(text: string, place: DataPlace): Position {
  const { document, lineCounter } = yamlDocument(text);
  const at = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  let node: Node | null = document.contents;
  let found = startOf(node, 0);
  for (const [index, step] of place.path.entries()) {
    const last = index === place.path.length - 1;
    if (isAlias(node)) node = node.resolve(document) ?? null;
    if (isMap(node)) {
      const pairs = node.items.filter((item) => isScalar(item.key) && String(item.key.value ?? '').trim() === step);
      // A doubled key is reported at its second place.
      const pair = place.key === true && last ? pairs.at(-1) : pairs[0];
      if (pair === undefined) return at(found);
      if (last && place.key === true) return at(startOf(pair.key, found));
      const keyStart = startOf(pair.key, found);
      node = isNode(pair.value) ? pair.value : null;
      const empty = isScalar(node) && node.range?.[0] === node.range?.[1];
      found = empty ? keyStart : startOf(node, keyStart);
    } else if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step];
      if (!isNode(item)) return at(found);
      node = item;
      found = startOf(item, found);
    } else {
      return at(found);
    }
  }
  if (place.inside === undefined || !isScalar(node)) return at(found);
  return at(offsetInside(text, node, place.inside));
}

/** What counts when a scalar's source is laid beside its text: blanks are folded, and letters may be composed either way. */
const COUNTS = /[^\s\p{M}]/u;

/** `\\u1ea1` and the like; in double quotes alone. */
const ESCAPE = /\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|\r?\n|.)/iy;
const ESCAPED_BLANK = /^\\[\stnvfrLP_]/;

/** Where in the file a place of a scalar's text stands: the same number of visible characters comes before it. */
function offsetInside(
  source: string,
  node: Scalar,
  inside: { readonly line: number; readonly column: number },
): number {
  const [start, end] = node.range ?? [0, 0];
  const lines = String(node.value).normalize('NFC').split('\n');
  const line = lines[inside.line - 1] ?? '';
  const before = [...lines.slice(0, inside.line - 1), line.slice(0, inside.column - 1)].join('\n');
  const blanks = /^[\s\p{M}]*/u.exec(line.slice(inside.column - 1))?.[0].length ?? 0;
  const endsTheLine = inside.column - 1 + blanks >= line.length;
  // At the end of a line the character before leads there, else the one after.
  let left = count(before) - (endsTheLine ? 1 : 0);
  let offset = isBlock(node) ? source.indexOf('\n', start) + 1 : start + (isQuoted(node) ? 1 : 0);
  while (offset < end) {
    ESCAPE.lastIndex = offset;
    const escaped = node.type === 'QUOTE_DOUBLE' ? ESCAPE.exec(source)?.[0] : undefined;
    const visible = escaped === undefined ? COUNTS.test(source[offset] ?? '') : !ESCAPED_BLANK.test(escaped);
    const length = escaped?.length ?? 1;
    if (visible && left === 0) {
      const trailing = before.length - before.trimEnd().length;
      return endsTheLine ? offset + length + trailing : offset - blanks;
    }
    if (visible) left -= 1;
    offset += length;
  }
  return start;
}

const count = (text: string): number => text.split('').filter((letter) => COUNTS.test(letter)).length;
const isBlock = ({ type }: Scalar): boolean => type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
const isQuoted = ({ type }: Scalar): boolean => type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
