import type { DataPath, Outcome } from '../model/problem.ts';
import type { Template } from '../model/template.ts';
import { readTemplate } from './template.ts';
import { readYaml, type YamlNode } from './yaml.ts';

/**
 * Keeps what was read from a file for the next run. `what` tells how it was read; together with the content, and the
 * program's version, it is all that the reading depends on. What comes back may be anything: it is looked at again.
 */
export interface ReadingCache {
  readonly get: (what: string, content: Uint8Array) => unknown;
  readonly put: (what: string, content: Uint8Array, reading: unknown) => void;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

type KeptTemplate = Omit<Template, 'bytes'>;
const isTemplate = (value: unknown): value is KeptTemplate =>
  isRecord(value) &&
  typeof value['id'] === 'string' &&
  typeof value['file'] === 'string' &&
  isRecord(value['parts']) &&
  Object.values(value['parts']).every(Array.isArray) &&
  isRecord(value['styles']) &&
  [value['outline'], value['fields'], value['prototypes']].every(Array.isArray) &&
  [value['freeBookmark'], value['freeFootnote']].every(Number.isInteger);

/** `readTemplate`, or what it gave in an earlier run. A template with problems is read anew each time. */
export function readTemplateOnce(
  bytes: Uint8Array,
  id: string,
  file: string,
  cache: ReadingCache,
): Outcome<Template | undefined> {
  const what = `mau ${id} ${file}`;
  const kept = cache.get(what, bytes);
  if (isTemplate(kept)) return { value: { ...kept, bytes }, problems: [] };
  const read = readTemplate(bytes, id, file);
  if (read.value !== undefined && read.problems.length === 0) {
    const { bytes: _, ...rest } = read.value;
    cache.put(what, bytes, rest);
  }
  return read;
}

/** A node without its path, which follows from where it stands: a text, `null`, a list, or the entries of a map. */
type KeptNode = string | null | readonly KeptNode[] | { readonly m: readonly (readonly [string, KeptNode])[] };

function keptNode(node: YamlNode): KeptNode {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'empty':
      return null;
    case 'list':
      return node.items.map(keptNode);
    case 'map':
      return { m: node.entries.map(([key, child]) => [key, keptNode(child)]) };
  }
}

/** `undefined`: that was no kept node. */
function nodeOf(kept: unknown, path: DataPath): YamlNode | undefined {
  if (typeof kept === 'string') return { kind: 'text', text: kept, path };
  if (kept === null) return { kind: 'empty', path };
  if (Array.isArray(kept)) {
    const items = kept.map((item, i) => nodeOf(item, [...path, i])).filter((item) => item !== undefined);
    return items.length === kept.length ? { kind: 'list', items, path } : undefined;
  }
  const pairs = isRecord(kept) ? kept['m'] : undefined;
  if (!Array.isArray(pairs)) return undefined;
  const entries: (readonly [string, YamlNode])[] = [];
  for (const pair of pairs) {
    const [key, child]: readonly unknown[] = Array.isArray(pair) ? pair : [];
    const node = typeof key === 'string' ? nodeOf(child, [...path, key]) : undefined;
    if (typeof key !== 'string' || node === undefined) return undefined;
    entries.push([key, node]);
  }
  return { kind: 'map', entries, path };
}

/** `readYaml`, or what it gave in an earlier run. A file with problems is read anew each time. */
export function readYamlOnce(text: string, file: string, cache: ReadingCache): Outcome<YamlNode | undefined> {
  const content = Buffer.from(text, 'utf8');
  const kept = nodeOf(cache.get('yaml', content), []);
  if (kept !== undefined) return { value: kept, problems: [] };
  const read = readYaml(text, file);
  if (read.value !== undefined && read.problems.length === 0) cache.put('yaml', content, keptNode(read.value));
  return read;
}
