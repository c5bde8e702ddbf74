import { CAPITAL, LETTER, SMALL_LETTER } from '../../../model/letters.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { type Block, textOf } from '../report-text.ts';
import { isCompound } from './compounds.ts';
import { mayRepeat, PHRASE } from './may-repeat.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split('|'));

/** Words that Vietnamese doubles on purpose. */
const DOUBLED = set(
  'luôn|dần|từ|ngày|đời|xanh|người|nhà|ai|mãi|đều|chung|song|khăng|hằng|vừa|sau|năm|ba|chiều|sáng|đêm|tháng|lần|hay|cao|xa|rất',
);
/** Words that begin no compound: doubled, they are a slip. */
const SMALL = set(
  'các|của|và|về|cho|được|đã|tại|với|những|để|theo|trong|là|có|do|khi|này|bị|mà|như|nhằm|ở|bằng|hoặc|cùng',
);
interface Word {
  /** In lower case. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

interface Words {
  readonly block: Block;
  readonly words: readonly Word[];
}

const WORD = new RegExp(`[${LETTER}]+`, 'g');
const spellingsIn = ({ lower }: Block): readonly string[] => lower.match(WORD) ?? [];

const wordsIn = (block: Block): Words => {
  const words = [...block.lower.matchAll(WORD)].map(({ 0: word, index }) => {
    return { word, start: index, end: index + word.length };
  });
  return { block, words };
};

type Pairs = ReadonlyMap<string, ReadonlySet<string>>;

/** The words that come before each pair of words in the report: `hành chính` comes after `cách` too. */
function beforePairs(texts: readonly (readonly string[])[]): Pairs {
  const pairs = new Map<string, Set<string>>();
  for (const words of texts) {
    for (const [i, word] of words.entries()) {
      const key = `${word} ${words[i + 1] ?? ''}`;
      const before = pairs.get(key) ?? new Set<string>();
      before.add(words[i - 1] ?? '');
      pairs.set(key, before);
    }
  }
  return pairs;
}

interface Twice {
  readonly word: string;
  readonly before: string;
  readonly after: string;
}

/** Whether the two are the end of one compound and the beginning of the next. */
function compoundsMeet({ word, before, after }: Twice, pairs: () => Pairs): boolean {
  if (SMALL.has(word) || before === '' || after === '') return false;
  if (isCompound(word, after)) return true;
  const elsewhere = pairs().get(`${word} ${after}`) ?? new Set<string>();
  return [...elsewhere].some((one) => one !== before && one !== word);
}

/** What is said twice running: words `i` to `i + length - 1`, and as many after them. */
interface Repetition {
  readonly i: number;
  readonly length: number;
}

const BETWEEN = { words: /^\s+$/, phrase: /^\s$/, phrases: /^,?\s+$/ } as const;

/** In reading order, none within another. */
function repetitionsIn({ block, words }: Words): readonly Repetition[] {
  const between = (i: number): string => block.text.slice(words[i]?.end, words[i + 1]?.start);
  const isTwice = (i: number, length: number): boolean => {
    for (let k = 0; k < length; k += 1) if (words[i + k]?.word !== words[i + length + k]?.word) return false;
    for (let k = 0; k < 2 * length - 1; k += 1) {
      const form = length === 1 ? BETWEEN.words : k === length - 1 ? BETWEEN.phrases : BETWEEN.phrase;
      if (!form.test(between(i + k))) return false;
    }
    return true;
  };
  const found: Repetition[] = [];
  for (let i = 0; i < words.length; i += 1) {
    for (let length = PHRASE.most; length >= 1; length -= 1) {
      if (words[i]?.word !== words[i + length]?.word || words[i + length] === undefined) continue;
      if (i + 2 * length > words.length || !isTwice(i, length)) continue;
      found.push({ i, length });
      i += 2 * length - 1;
      break;
    }
  }
  return found;
}

const NAME = new RegExp(`^[${CAPITAL}]`);
const VERB = new RegExp(`^[${SMALL_LETTER}]`);

/** `Sở Xây dựng xây dựng …`: a name, and then what it does. */
function namesThenVerb(said: string): boolean {
  const half = (said.length - 1) / 2;
  const [first, second] = [said.slice(0, half), said.slice(half + 1)];
  return first !== second && NAME.test(first) && VERB.test(second) && first.length > 4;
}

/** Whether it is a slip, and not the language's own way. */
function isSlip({ block, words }: Words, { i, length }: Repetition, pairs: () => Pairs): boolean {
  const [first, second, last] = [words[i], words[i + length], words[i + 2 * length - 1]];
  if (first === undefined || second === undefined || last === undefined) return false;
  const next = words[i + 2 * length];
  if (namesThenVerb(block.text.slice(first.start, last.end))) return false;
  const follows = next !== undefined && BETWEEN.words.test(block.text.slice(last.end, next.start));
  const after = follows ? next.word : '';
  if (length >= PHRASE.least) {
    // After a comma, the second may be the beginning of a longer name: `một cửa, một cửa liên thông`.
    const listed = block.text.slice(words[i + length - 1]?.end, second.start).startsWith(',');
    return !listed || after === '' || SMALL.has(after);
  }
  const { word } = first;
  // Numbers in Roman digits, and parts of symbols.
  if (DOUBLED.has(word) || /^[IVX]+$/.test(block.text.slice(first.start, first.end))) return false;
  if (/[\d-]/.test(block.text[first.start - 1] ?? '') || block.text[last.end] === '-') return false;
  const previous = words[i - 1];
  const precedes = previous !== undefined && BETWEEN.words.test(block.text.slice(previous.end, first.start));
  return !compoundsMeet({ word, before: precedes ? previous.word : '', after }, pairs);
}

/** The same word, or the same few words, twice in a row. */
export const repeatedWords: Rule = {
  code: 'lap-tu',
  check(resolved, template): readonly Problem[] {
    const { blocks } = textOf(resolved, template);
    const spellings = blocks.map(spellingsIn);
    let known: Pairs | undefined;
    const pairs = (): Pairs => {
      known ??= beforePairs(spellings);
      return known;
    };
    const doubted = blocks.filter((_, i) => mayRepeat(spellings[i] ?? []));
    return doubted.map(wordsIn).flatMap((text) =>
      repetitionsIn(text)
        .filter((found) => isSlip(text, found, pairs))
        .map(({ i, length }) => {
          const { block, words } = text;
          const start = words[i]?.start ?? 0;
          return problem(
            'lap-tu',
            { words: block.text.slice(start, words[i + 2 * length - 1]?.end) },
            block.placeAt(start),
          );
        }),
    );
  },
};
