import { performance } from 'node:perf_hooks';

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** One thing to measure. `runs`: fewer for what takes long. */
export interface Candidate {
  readonly name: string;
  readonly runs: number;
  /** Makes ready what a round needs, and does not count. */
  readonly before?: (round: number) => void;
  readonly go: (round: number) => unknown;
}

const BLOCKS = 20;
/** Part of a block that does not count: what ran before has taken the processor's caches. */
const WARMING = 0.3;

/**
 * Medians in milliseconds, in a process that is warm. The candidates take turns in short blocks, so that a machine that
 * slows down slows all of them; the first block of each, and the beginning of the others, warms it up and does not count.
 * Rubbish is left to V8, as in a long run: a collection that is forced makes it give back its room for new objects, and
 * what comes next is slow until it has that again.
 */
export async function medians(candidates: readonly Candidate[]): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number[]>(candidates.map(({ name }) => [name, []]));
  for (let block = 0; block <= BLOCKS; block += 1) {
    for (const { name, runs, before, go } of candidates) {
      const counted = Math.max(1, Math.ceil(runs / BLOCKS));
      const warming = Math.ceil(counted * WARMING);
      const perBlock = warming + counted;
      for (let i = 0; i < perBlock; i += 1) {
        const round = block * perBlock + i;
        before?.(round);
        const start = performance.now();
        const result = go(round);
        if (result instanceof Promise) await result;
        if (block > 0 && i >= warming) times.get(name)?.push(performance.now() - start);
      }
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}
