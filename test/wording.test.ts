import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstAlike, Vocabulary } from '../src/check/narrative/wording/alike.ts';
import { mayRepeat, PHRASE } from '../src/check/narrative/wording/may-repeat.ts';

const word = fc.constantFrom(...'hồ sơ thủ tục giải quyết đúng hạn tại bộ phận một cửa cấp xã được'.split(' '));
const words = (most: number) => fc.array(word, { maxLength: most });

describe('what may be said twice running', () => {
  test('is never overlooked', () => {
    const phrase = fc.array(word, { minLength: 1, maxLength: PHRASE.most });
    fc.assert(
      fc.property(words(30), phrase, words(30), (before, said, after) => {
        expect(mayRepeat([...before, ...said, ...said, ...after])).toBe(true);
      }),
    );
  });

  test('is not suspected where each word is another', () => {
    expect(mayRepeat('hồ sơ thủ tục giải quyết đúng hạn tại bộ phận một cửa'.split(' '))).toBe(false);
    expect(mayRepeat([])).toBe(false);
  });
});

describe('texts that are alike', () => {
  /** By the plain definition: the weight of the words of both, as a part of the weight of the words of either. */
  function plainly(texts: readonly (readonly string[])[], least: number): readonly (number | undefined)[] {
    const sets = texts.map((text) => new Set(text));
    const weight = (one: string) => Math.log((sets.length + 2) / sets.filter((set) => set.has(one)).length);
    const total = (some: Iterable<string>) => [...some].reduce((sum, one) => sum + weight(one), 0);
    return sets.map((second, i) => {
      const first = sets.slice(0, i).findIndex((set) => {
        const both = total([...second].filter((one) => set.has(one)));
        return both > 0 && both / (total(set) + total(second) - both) >= least;
      });
      return first < 0 ? undefined : first;
    });
  }

  test('are found as by comparing each with each', () => {
    // More words than there are signs, so that some share one.
    const others = fc.integer({ min: 0, max: 150 }).map((number) => `từ${number}`);
    const text = fc.array(fc.oneof(word, others), { maxLength: 25 });
    const near = fc.tuple(text, words(3)).map(([said, more]) => [said, [...said, ...more], said.slice(more.length)]);
    const texts = fc
      .array(
        fc.oneof(
          near,
          text.map((one) => [one]),
        ),
        { maxLength: 25 },
      )
      .map((some) => some.flat());
    fc.assert(
      fc.property(texts, fc.constantFrom(0.58, 0.75), (all, least) => {
        const vocabulary = new Vocabulary();
        const found = firstAlike(
          all.map((one) => vocabulary.distinct(one)),
          least,
          () => least,
        );
        expect(found).toEqual(plainly(all, least));
      }),
    );
  });
});
