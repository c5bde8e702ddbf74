import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { DataPlace } from '../model/problem.ts';

export interface Position {
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

interface Parsed {
  readonly text: string;
  readonly document: ReturnType<typeof parseDocument>;
  readonly lineCounter: LineCounter;
}

let latest: Parsed | undefined;

/** Problems come file by file: the last file's reading is kept. */
function parsedOnce(text: string): Parsed {
  if (latest?.text !== text) {
    const lineCounter = new LineCounter();
    latest = {
      text,
      lineCounter,
      document: parseDocument(text, { schema: 'failsafe', lineCounter, uniqueKeys: false }),
    };
  }
  return latest;
}

const startOf = (node: unknown, otherwise: number): number =>
  isNode(node) ? (node.range?.[0] ?? otherwise) : otherwise;

/**
 * Line and column of a place in a YAML file. Worked out only when a problem is printed: stages speak in paths.
 * A path that is not there any more leads to the nearest place above it.
 */
export function positionOf(text: string, place: DataPlace): Position {
  const { document, lineCounter } = parsedOnce(text);
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
  const start = at(found);
  if (node.type === 'BLOCK_LITERAL') {
    const line = start.line + place.inside.line;
    const source = text.split('\n')[line - 1] ?? '';
    const firstContent =
      text
        .split('\n')
        .slice(start.line)
        .find((candidate) => candidate.trim() !== '') ?? '';
    const indent = firstContent.length - firstContent.trimStart().length;
    return { line, column: Math.min(indent + place.inside.column, source.length + 1) };
  }
  const quote = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
  return place.inside.line === 1 ? { line: start.line, column: start.column + quote + place.inside.column - 1 } : start;
}
