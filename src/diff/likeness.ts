/** Words with how often each stands in a text. */
export type Bag = ReadonlyMap<string, number>;

/** Share of common words from which one text is the other, changed. */
export const ALIKE = 0.4;

export const bagOf = (words: readonly string[]): Bag => {
  const bag = new Map<string, number>();
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
};

/** Dice coefficient of two bags of words. */
export function likenessOfBags(a: Bag, b: Bag): number {
  let [common, all] = [0, 0];
  for (const [word, count] of a) {
    common += Math.min(count, b.get(word) ?? 0);
    all += count;
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 0 : (2 * common) / all;
}

export const likeness = (a: readonly string[], b: readonly string[]): number => likenessOfBags(bagOf(a), bagOf(b));
