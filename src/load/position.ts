import type { DataPlace } from '../model/problem.ts';
import { type SourceNode, type SourceScalar, yamlSource } from './yaml-source.ts';

export interface Position {
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** Line and column of an offset. */
function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** An alias stands for what it names, an empty value for its key. */
const meant = (node: SourceNode): SourceNode =>
  node.kind === 'alias' && node.target !== undefined ? meant(node.target) : node;
const isEmpty = (node: SourceNode): boolean => node.kind === 'scalar' && node.start === node.end;

/**
 * Line and column of a place in a YAML file. Worked out only when a problem is printed: stages speak in paths.
 * A path that is not there any more leads to the nearest place above it.
 */
export function positionOf(text: string, place: DataPlace): Position {
  const source = yamlSource(text);
  if ('fault' in source || source.root === undefined) return { line: 1, column: 1 };
  let node = source.root;
  let found = node.start;
  for (const [index, step] of place.path.entries()) {
    const last = index === place.path.length - 1;
    node = meant(node);
    if (node.kind === 'map') {
      const pairs = node.pairs.filter(({ key }) => key.kind === 'scalar' && key.text.trim() === step);
      // A doubled key is reported at its second place.
      const pair = place.key === true && last ? pairs.at(-1) : pairs[0];
      if (pair === undefined) return positionAt(text, found);
      if (last && place.key === true) return positionAt(text, pair.key.start);
      node = pair.value;
      found = isEmpty(node) ? pair.key.start : node.start;
    } else if (node.kind === 'list' && typeof step === 'number') {
      const item = node.items[step];
      if (item === undefined) return positionAt(text, found);
      node = item;
      found = item.start;
    } else {
      return positionAt(text, found);
    }
  }
  if (place.inside === undefined || node.kind !== 'scalar') return positionAt(text, found);
  return positionAt(text, offsetInside(text, node, place.inside));
}

/** What counts when a scalar's source is laid beside its text: blanks are folded, and letters may be composed either way. */
const COUNTS = /[^\s\p{M}]/u;

/** `\\u1ea1` and the like; in double quotes alone. */
const ESCAPE = /\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|\r?\n|.)/iy;
const ESCAPED_BLANK = /^\\[\stnvfrLP_]/;

/** Where in the file a place of a scalar's text stands: the same number of visible characters comes before it. */
function offsetInside(
  source: string,
  { text, style, start, end }: SourceScalar,
  inside: { readonly line: number; readonly column: number },
): number {
  const lines = text.normalize('NFC').split('\n');
  const line = lines[inside.line - 1] ?? '';
  const before = [...lines.slice(0, inside.line - 1), line.slice(0, inside.column - 1)].join('\n');
  const blanks = /^[\s\p{M}]*/u.exec(line.slice(inside.column - 1))?.[0].length ?? 0;
  const endsTheLine = inside.column - 1 + blanks >= line.length;
  // At the end of a line the character before leads there, else the one after.
  let left = count(before) - (endsTheLine ? 1 : 0);
  let offset = style === 'block' ? source.indexOf('\n', start) + 1 : start + (style === 'plain' ? 0 : 1);
  while (offset < end) {
    ESCAPE.lastIndex = offset;
    const escaped = style === 'double' ? ESCAPE.exec(source)?.[0] : undefined;
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
