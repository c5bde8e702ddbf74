import type { Catalogue, CatalogueRow } from '../model/catalogue.ts';
import { plain } from '../model/text.ts';

/** A row of a table that this program did not make. */
export interface ForeignRow {
  readonly number: string;
  readonly label: string;
}

/** Which indicator a foreign row is: sure, or a guess that a person must confirm. */
export interface RowMatch {
  readonly row: CatalogueRow;
  readonly sure: boolean;
}

/** Likeness of labels from which a row with the same number is sure, and from which any is worth a guess. */
const SURE = 0.8;
const GUESS = 0.6;

const labelWords = (label: string): readonly string[] =>
  plain(label)
    .replace(/\[\^[^\]]*\]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '');

const sameNumber = (a: string, b: string): boolean => a !== '' && bareNumber(a) === bareNumber(b);
const bareNumber = (number: string): string => number.replace(/\s/g, '').replace(/\.+$/, '');

/** Dice coefficient of two lists of words. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  let common = 0;
  for (const word of a) {
    const at = left.indexOf(word);
    if (at === -1) continue;
    left.splice(at, 1);
    common += 1;
  }
  return a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length);
}

/**
 * Finds the indicators of foreign rows by label and printed number; both lists are in the form's order. Each indicator is
 * found once at most; a row of which two are equally likely is left over.
 */
export function matchRows({ rows }: Catalogue, foreign: readonly ForeignRow[]): readonly (RowMatch | undefined)[] {
  const known = rows.map((row) => ({ row, number: row.number ?? '', words: labelWords(row.label) }));
  const wanted = foreign.map(({ number, label }) => ({ number, words: labelWords(label) }));
  const found: (RowMatch | undefined)[] = foreign.map(() => undefined);
  const taken = new Set<CatalogueRow>();
  const take = (i: number, row: CatalogueRow, sure: boolean): void => {
    found[i] = { row, sure };
    taken.add(row);
  };
  const text = (words: readonly string[]): string => words.join(' ');
  // Number and label both.
  for (const [i, { number, words }] of wanted.entries()) {
    const same = known.filter(
      (one) => !taken.has(one.row) && sameNumber(one.number, number) && text(one.words) === text(words),
    );
    const [only] = same;
    if (only !== undefined && same.length === 1) take(i, only.row, true);
  }
  // A label that stands once on either side, whatever its number; then parts, which have no number, in their order.
  for (const [i, { words }] of wanted.entries()) {
    if (found[i] !== undefined || words.length === 0) continue;
    const here = known.filter((one) => !taken.has(one.row) && text(one.words) === text(words));
    const there = wanted.filter((other, j) => found[j] === undefined && text(other.words) === text(words));
    const [only] = here;
    if (only !== undefined && (here.length === 1 || wanted[i]?.number === '') && here.length === there.length)
      take(i, only.row, true);
  }
  for (const [i, { number, words }] of wanted.entries()) {
    if (found[i] !== undefined || words.length === 0) continue;
    const rated = known
      .filter((one) => !taken.has(one.row))
      .map((one) => ({ one, likeness: likeness(one.words, words), numbered: sameNumber(one.number, number) }))
      .filter((candidate) => candidate.likeness >= GUESS)
      .sort((a, b) => Number(b.numbered) - Number(a.numbered) || b.likeness - a.likeness);
    const [best, next] = rated;
    if (best === undefined) continue;
    if (next !== undefined && next.numbered === best.numbered && next.likeness === best.likeness) continue;
    take(i, best.one.row, best.numbered && best.likeness >= SURE);
  }
  return found;
}
