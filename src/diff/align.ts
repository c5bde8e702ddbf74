import { diffArrays } from 'diff';
import { ALIKE, bagOf, likenessOfBags } from './likeness.ts';

/** One of an earlier and one of a later sequence that stand for each other; either may be missing. */
export interface Pair<T> {
  readonly before?: T;
  readonly after?: T;
}

export interface Likeness<T> {
  /** Equal keys: the same, nothing changed. */
  readonly key: (item: T) => string;
  /** What may become one another: a dash point is not a changed paragraph. */
  readonly sort: (item: T) => string;
  readonly words: (item: T) => readonly string[];
}

/** A group with more combinations than this is paired off in order: looking at all would take too long. */
const MANY = 20_000;

/**
 * Lines two sequences up: what is equal, what became something alike, what went, what came. The order of both is kept;
 * within a stretch that changed, what went comes before what came.
 */
export function align<T>(before: readonly T[], after: readonly T[], likeness: Likeness<T>): readonly Pair<T>[] {
  const pairs: Pair<T>[] = [];
  let gone: readonly T[] = [];
  let come: readonly T[] = [];
  const close = (): void => {
    pairs.push(...alignGroup(gone, come, likeness));
    gone = [];
    come = [];
  };
  const [oldKeys, newKeys] = [before.map(likeness.key), after.map(likeness.key)];
  let [i, j] = [0, 0];
  for (const { value, added, removed } of diffArrays(oldKeys, newKeys)) {
    const count = value.length;
    if (removed) {
      gone = [...gone, ...before.slice(i, i + count)];
      i += count;
    } else if (added) {
      come = [...come, ...after.slice(j, j + count)];
      j += count;
    } else {
      close();
      for (let n = 0; n < count; n += 1) pairs.push({ before: before[i + n], after: after[j + n] });
      i += count;
      j += count;
    }
  }
  close();
  return pairs;
}

/** Nothing here is equal: the pairing whose members are most alike, in order. */
function alignGroup<T>(gone: readonly T[], come: readonly T[], likeness: Likeness<T>): readonly Pair<T>[] {
  const score = scores(gone, come, likeness);
  // best[i][j]: the most that gone from i and come from j can be alike.
  const best: number[][] = Array.from({ length: gone.length + 1 }, () => new Array(come.length + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = gone.length - 1; i >= 0; i -= 1) {
    const row = best[i] ?? [];
    for (let j = come.length - 1; j >= 0; j -= 1) {
      row[j] = Math.max(at(i + 1, j), at(i, j + 1), score(i, j) + at(i + 1, j + 1));
    }
  }
  const pairs: Pair<T>[] = [];
  let [i, j] = [0, 0];
  while (i < gone.length || j < come.length) {
    const here = i < gone.length && j < come.length ? score(i, j) : 0;
    if (here > 0 && at(i, j) === here + at(i + 1, j + 1)) {
      pairs.push({ before: gone[i], after: come[j] });
      i += 1;
      j += 1;
    } else if (i < gone.length && (j === come.length || at(i, j) === at(i + 1, j))) {
      pairs.push({ before: gone[i] });
      i += 1;
    } else {
      pairs.push({ after: come[j] });
      j += 1;
    }
  }
  return pairs;
}

/** How alike two members are; 0 when they cannot stand for each other. */
function scores<T>(
  gone: readonly T[],
  come: readonly T[],
  { sort, words }: Likeness<T>,
): (i: number, j: number) => number {
  const [oldSorts, newSorts] = [gone.map(sort), come.map(sort)];
  if (gone.length * come.length > MANY) return (i, j) => (i === j && oldSorts[i] === newSorts[j] ? 1 : 0);
  const [oldBags, newBags] = [gone.map(words).map(bagOf), come.map(words).map(bagOf)];
  const known = gone.map((_, i) =>
    come.map((__, j) => {
      const [a, b] = [oldBags[i], newBags[j]];
      const score = a === undefined || b === undefined || oldSorts[i] !== newSorts[j] ? 0 : likenessOfBags(a, b);
      return score >= ALIKE ? score : 0;
    }),
  );
  return (i, j) => known[i]?.[j] ?? 0;
}
