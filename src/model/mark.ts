const LETTERS = 6;

/**
 * A short mark of a text, the same on every machine: six letters, so that it stands in YAML without quotes and is never
 * taken for a number. FNV-1a over the UTF-16 units.
 */
export function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  let mark = '';
  for (let i = 0; i < LETTERS; i += 1) {
    mark += String.fromCharCode(97 + (hash % 26));
    hash = Math.floor(hash / 26);
  }
  return mark;
}
