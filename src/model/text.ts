/** Text work that several stages need in one same way. Pure; knows nothing of files or Word. */

/** Characters that XML 1.0 cannot carry, or that only break off half-way: controls, U+FFFE/U+FFFF, lone surrogates. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters that are looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** The first character that a Word file cannot hold, as `U+0007`, with its offset. */
export function forbiddenCharacter(text: string): { name: string; offset: number } | undefined {
  const match = FORBIDDEN.exec(text);
  if (match === null) return undefined;
  const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return { name: `U+${code}`, offset: match.index };
}

/** Lower case without tone marks and đ, so that `Đơn_vị` and `don_vi` meet when a near name is looked for. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase();
}

/** Letters left out, put in, exchanged, or two neighbours swapped (optimal string alignment). */
function distance(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const steps = [(last[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1)];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) steps.push((beforeLast[j - 2] ?? 0) + 1);
      current.push(Math.min(...steps));
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

/** Longest name that is compared; a longer one is no typing slip. */
const COMPARED_LENGTH = 80;

/** The known names that a mistyped one may mean, all equally near (a third of its letters may differ). */
export function nearestAll(name: string, known: Iterable<string>): readonly string[] {
  if (name.length > COMPARED_LENGTH) return [];
  const comparable = (text: string): string => plain(text).replace(/[-\s]/g, '_');
  const wanted = comparable(name);
  const candidates = [...known].map((candidate) => ({ candidate, here: comparable(candidate) }));
  // A name that was begun and not finished, when only one goes on like that.
  const begun = candidates.filter(({ here }) => wanted.length >= 3 && here.startsWith(wanted));
  if (begun.length === 1) return begun.map(({ candidate }) => candidate);
  let best: string[] = [];
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3));
  for (const { candidate, here } of candidates) {
    if (Math.abs(here.length - wanted.length) > bestDistance) continue;
    const d = distance(wanted, here);
    if (d > bestDistance) continue;
    if (d < bestDistance) best = [];
    best.push(candidate);
    bestDistance = d;
  }
  return best;
}

/** The known name that a mistyped one most likely means, if any is near. */
export const nearest = (name: string, known: Iterable<string>): string | undefined => nearestAll(name, known)[0];

/** One order of names on every machine, whatever its language. */
export const byName = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};
