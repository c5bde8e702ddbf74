import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { figuresIn, sentencesIn } from '../figures/figures.ts';
import { type Block, textOf } from '../report-text.ts';
import { wordsOf } from '../terms.ts';

/** Shorter sentences repeat by nature. */
const LEAST_WORDS = 9;
/** Points of one list are near to one another sooner: each should be its own. */
const ALIKE = { list: 0.58, elsewhere: 0.75 } as const;
const SHOWN = 70;

interface Sentence {
  readonly block: Block;
  readonly start: number;
  readonly text: string;
  readonly words: ReadonlySet<string>;
  /** The numbers of the documents that it cites. */
  readonly cited: string;
}

/** What is cited may be cited again. */
const CITATION = /(?:số\s+)?\d{1,5}(?:\/\d{4})?[/-]\p{Lu}[^;.]*/gu;
const CITED = /\d{1,5}(?:\/\d{4})?[/-]\p{Lu}[\p{L}\d&.-]*/gu;
const QUOTED = /“[^”]*”/gu;

/** Sentences, and their clauses between semicolons. */
function sentencesOf(block: Block): readonly Sentence[] {
  return sentencesIn(block.text).flatMap(({ start, end }) => {
    let at = start;
    return block.text
      .slice(start, end)
      .split(';')
      .flatMap((text) => {
        const from = at + (text.length - text.trimStart().length);
        at += text.length + 1;
        const words = new Set(wordsOf(text.replace(CITATION, ' ').replace(QUOTED, ' ')));
        const cited = (text.match(CITED) ?? []).join(' ');
        return words.size < LEAST_WORDS ? [] : [{ block, start: from, text: text.trim(), words, cited }];
      });
  });
}

/** Two sentences about two documents are two things. */
function repeats(a: Sentence, b: Sentence, weight: (word: string) => number): boolean {
  const inList = a.block.kind === 'item' && b.block.kind === 'item' && a.block.name === b.block.name;
  if (a.cited !== b.cited) return false;
  return alike(a, b, weight) >= (inList ? ALIKE.list : ALIKE.elsewhere);
}

/** How much each word tells: the fewer sentences have it, the more. */
function weigh(sentences: readonly Sentence[]): (word: string) => number {
  const count = new Map<string, number>();
  for (const { words } of sentences) for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
  return (word) => Math.log((sentences.length + 2) / (count.get(word) ?? 1));
}

function alike(a: Sentence, b: Sentence, weight: (word: string) => number): number {
  let shared = 0;
  let all = 0;
  for (const word of a.words) {
    const value = weight(word);
    all += value;
    if (b.words.has(word)) shared += value;
  }
  for (const word of b.words) if (!a.words.has(word)) all += weight(word);
  return all === 0 ? 0 : shared / all;
}

/** Figures tell two sentences of one form apart: so many in the district, so many in the communes. */
const counts = ({ block, start, text }: Sentence): boolean =>
  figuresIn(block).some((figure) => figure.start >= start && figure.end <= start + text.length);

/** Sentences and points that say again what was said. */
export const repeatedSentences: Rule = {
  code: 'lap-cau',
  check(resolved, template): readonly Problem[] {
    const sentences = [...textOf(resolved, template).slots.values()]
      .flat()
      .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
      .flatMap(sentencesOf)
      .filter((sentence) => !counts(sentence));
    const weight = weigh(sentences);
    return sentences.flatMap((second, i) => {
      const first = sentences.slice(0, i).find((one) => repeats(one, second, weight));
      if (first === undefined) return [];
      const text = second.text.length <= SHOWN ? second.text : `${second.text.slice(0, SHOWN)}…`;
      return [problem('lap-cau', { text }, second.block.placeAt(second.start), [first.block.placeAt(first.start)])];
    });
  },
};
