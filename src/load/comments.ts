import { isMap, isNode, isScalar, parseDocument } from 'yaml';

/**
 * The comment lines above each entry of a group (`noi_dung`, `so_lieu`) in a YAML file, with their `#`, so that they go
 * along when the entry is copied. Empty where the file cannot be read or has no such group.
 */
export function commentsAbove(text: string, group: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const { contents, errors } = parseDocument(text, { schema: 'failsafe', uniqueKeys: false });
  const map = errors.length === 0 && isMap(contents) ? contents.get(group, true) : undefined;
  if (!isMap(map)) return found;
  for (const [index, pair] of map.items.entries()) {
    if (!isScalar(pair.key)) continue;
    // What stands above the first entry is taken for the group's.
    const above = [index === 0 ? map.commentBefore : undefined, isNode(pair.key) ? pair.key.commentBefore : undefined];
    const lines = above.flatMap((comment) => (comment ?? '').split('\n')).filter((line) => line.trim() !== '');
    found.set(
      String(pair.key.value).trim().normalize('NFC'),
      lines.map((line) => `#${line.normalize('NFC')}`),
    );
  }
  return found;
}
