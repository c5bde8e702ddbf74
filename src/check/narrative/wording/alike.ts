/** A word of some texts. */
export interface Word {
  /** In how many of the texts that are compared. */
  times: number;
  /** How much it tells: the fewer of them have it, the more. */
  weight: number;
  /** One of 64 signs, shared with few other words. */
  readonly sign: number;
  /** The text that it was last seen in. */
  seenIn: number;
}

/** The words of a report. */
export class Vocabulary {
  readonly #words = new Map<string, Word>();
  #texts = 0;

  /** The words of a text, each once. */
  distinct(spellings: readonly string[]): readonly Word[] {
    this.#texts += 1;
    const words: Word[] = [];
    for (const spelling of spellings) {
      const word = this.#wordOf(spelling);
      if (word.seenIn === this.#texts) continue;
      word.seenIn = this.#texts;
      words.push(word);
    }
    return words;
  }

  #wordOf(spelling: string): Word {
    const before = this.#words.get(spelling);
    if (before !== undefined) return before;
    const made = { times: 0, weight: 0, sign: this.#words.size % 64, seenIn: 0 };
    this.#words.set(spelling, made);
    return made;
  }
}

interface Weighed {
  readonly words: readonly Word[];
  readonly total: number;
  /** The signs of its telling words, a bit each. */
  readonly low: number;
  readonly high: number;
}

interface Compared {
  readonly texts: readonly Weighed[];
  /** What a telling word weighs at least: half of what words weigh on average. */
  readonly telling: number;
}

function weigh(texts: readonly (readonly Word[])[]): Compared {
  for (const words of texts) for (const word of words) word.times += 1;
  for (const words of texts) for (const word of words) word.weight = Math.log((texts.length + 2) / word.times);
  const totals = texts.map((words) => words.reduce((sum, { weight }) => sum + weight, 0));
  const count = texts.reduce((sum, { length }) => sum + length, 0);
  const telling = totals.reduce((sum, total) => sum + total, 0) / count / 2;
  return { texts: texts.map((words, i) => ({ words, total: totals[i] ?? 0, ...signsOf(words, telling) })), telling };
}

function signsOf(words: readonly Word[], telling: number): { readonly low: number; readonly high: number } {
  let [low, high] = [0, 0];
  for (const { weight, sign } of words) {
    if (weight < telling) continue;
    if (sign < 32) low |= 1 << sign;
    else high |= 1 << (sign - 32);
  }
  return { low, high };
}

/** How many bits of a number of 32 bits are set. */
function bitsOf(number: number): number {
  const pairs = number - ((number >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** Sums of weights are off by less. */
const ROUNDING = 1e-6;

/**
 * Whether two texts can share so much. Each sign that one has and the other has not is at least one telling word that they
 * do not share; what is not shared must weigh no more than `(a + b)(1 - least) / (1 + least)`.
 */
function mayShare(a: Weighed, b: Weighed, least: number, telling: number): boolean {
  const apart = (bitsOf(a.low ^ b.low) + bitsOf(a.high ^ b.high)) * telling;
  return apart * (1 + least) <= (a.total + b.total) * (1 - least) + ROUNDING;
}

/** The weight of the words of both, as a part of the weight of the words of either. */
function likeness(a: Weighed, b: Weighed): number {
  const words = new Set(a.words);
  const both = b.words.reduce((sum, word) => (words.has(word) ? sum + word.weight : sum), 0);
  return both > 0 ? both / (a.total + b.total - both) : 0;
}

/**
 * For each text the first one before it that is like it: 1 when they have the same words, 0 when none, words that many
 * texts have counting less. `least` says how like two must be, if they can be at all. Few are alike, and that most are
 * not is seen from a few bits of each.
 */
export function firstAlike(
  texts: readonly (readonly Word[])[],
  least: (first: number, second: number) => number | undefined,
): readonly (number | undefined)[] {
  const { texts: weighed, telling } = weigh(texts);
  return weighed.map((second, i) => {
    for (let j = 0; j < i; j += 1) {
      const first = weighed[j];
      const enough = least(j, i);
      if (first === undefined || enough === undefined || !mayShare(first, second, enough, telling)) continue;
      if (likeness(first, second) >= enough) return j;
    }
    return undefined;
  });
}
