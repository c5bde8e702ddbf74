/** A word of some texts. */
export interface Word {
  /** In how many of the texts that are compared. */
  times: number;
  /** How much it tells: the fewer of them have it, the more. */
  weight: number;
  /** One of 64 signs, shared with few other words. */
  readonly sign: number;
  /** The text that it was last met in: that two texts have it is then seen at once. */
  lastIn: readonly Word[] | undefined;
}

/** The words of a report. */
export class Vocabulary {
  readonly #words = new Map<string, Word>();

  /** The words of a text, each once. */
  distinct(spellings: readonly string[]): readonly Word[] {
    const words: Word[] = [];
    for (const spelling of spellings) {
      const word = this.#wordOf(spelling);
      if (word.lastIn === words) continue;
      word.lastIn = words;
      words.push(word);
    }
    return words;
  }

  #wordOf(spelling: string): Word {
    const before = this.#words.get(spelling);
    if (before !== undefined) return before;
    const made = { times: 0, weight: 0, sign: this.#words.size % 64, lastIn: undefined };
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
  /** What a telling word weighs at least. */
  readonly telling: number;
}

/** Of what words weigh on average, what a telling one has at least. */
const TELLING = 0.75;

function weigh(texts: readonly (readonly Word[])[]): Compared {
  for (const words of texts) for (const word of words) word.times += 1;
  const totals = texts.map((words) => {
    let total = 0;
    for (const word of words) {
      // Worked out where it is met first.
      if (word.weight === 0) word.weight = Math.log((texts.length + 2) / word.times);
      total += word.weight;
    }
    return total;
  });
  const count = texts.reduce((sum, { length }) => sum + length, 0);
  const telling = (TELLING * totals.reduce((sum, total) => sum + total, 0)) / count;
  return { texts: texts.map((words, i) => ({ words, total: totals[i] ?? 0, ...signsOf(words, telling) })), telling };
}

function signsOf(words: readonly Word[], telling: number): { readonly low: number; readonly high: number } {
  let low = 0;
  let high = 0;
  for (const { weight, sign } of words) {
    if (weight < telling) continue;
    if (sign < 32) low |= 1 << sign;
    else high |= 1 << (sign - 32);
  }
  return { low, high };
}

/** How many signs one of two texts has and the other has not: the bits that differ, added up side by side. */
function signsApart(a: Weighed, b: Weighed): number {
  const low = a.low ^ b.low;
  const high = a.high ^ b.high;
  const lowPairs = low - ((low >>> 1) & 0x5555_5555);
  const highPairs = high - ((high >>> 1) & 0x5555_5555);
  const fours =
    (lowPairs & 0x3333_3333) +
    ((lowPairs >>> 2) & 0x3333_3333) +
    (highPairs & 0x3333_3333) +
    ((highPairs >>> 2) & 0x3333_3333);
  return Math.imul((fours & 0x0f0f_0f0f) + ((fours >>> 4) & 0x0f0f_0f0f), 0x0101_0101) >>> 24;
}

/** Sums of weights are off by less. */
const ROUNDING = 1e-6;

/** The weight of the words of both, as a part of the weight of the words of either. */
function likeness(a: Weighed, b: Weighed): number {
  for (const word of a.words) word.lastIn = a.words;
  let both = 0;
  for (const word of b.words) if (word.lastIn === a.words) both += word.weight;
  return both > 0 ? both / (a.total + b.total - both) : 0;
}

/**
 * For each text the first one before it that is like it: 1 when they have the same words, 0 when none, words that many
 * texts have counting less. `enough` says how like two must be, if they can be at all, and no less than `least`.
 *
 * Few are alike, and that most are not is seen from a few bits of each: a sign that one has and the other has not is at
 * least one telling word that they do not share, and what two texts do not share may weigh no more than
 * `(a + b)(1 - least) / (1 + least)`.
 */
export function firstAlike(
  texts: readonly (readonly Word[])[],
  least: number,
  enough: (first: number, second: number) => number | undefined,
): readonly (number | undefined)[] {
  const { texts: weighed, telling } = weigh(texts);
  const mayBe = (apart: number, total: number, asked: number): boolean =>
    apart * telling * (1 + asked) <= total * (1 - asked) + ROUNDING;
  return weighed.map((second, i) => {
    for (let j = 0; j < i; j += 1) {
      const first = weighed[j];
      if (first === undefined) continue;
      const apart = signsApart(first, second);
      const total = first.total + second.total;
      if (!mayBe(apart, total, least)) continue;
      const asked = enough(j, i);
      if (asked !== undefined && mayBe(apart, total, asked) && likeness(first, second) >= asked) return j;
    }
    return undefined;
  });
}
