import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { figuresIn } from '../figures/figures.ts';
import { type Block, textOf } from '../report-text.ts';
import { clausesOf } from '../sentences.ts';
import { wordsOf } from '../terms.ts';

/** Shorter sentences repeat by nature. */
const LEAST_WORDS = 9;
/** Points of one list are near to one another sooner: each should be its own. */
const ALIKE = { list: 0.58, elsewhere: 0.75 } as const;
const SHOWN = 70;

interface Statement {
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

/** Clauses long enough. Figures tell two of one form apart: so many in the district, so many in the communes. */
function statementsOf(block: Block): readonly Statement[] {
  const figures = figuresIn(block);
  return clausesOf(block).flatMap(({ start, end }) => {
    if (figures.some((figure) => figure.start >= start && figure.end <= end)) return [];
    const text = block.text.slice(start, end);
    const words = new Set(wordsOf(text.replace(CITATION, ' ').replace(QUOTED, ' ')));
    if (words.size < LEAST_WORDS) return [];
    const cited = (text.match(CITED) ?? []).join(' ');
    return [{ block, start: start + (text.length - text.trimStart().length), text: text.trim(), words, cited }];
  });
}

interface Weighed extends Statement {
  /** How much each word tells: the fewer sentences have it, the more. */
  readonly weights: ReadonlyMap<string, number>;
  readonly total: number;
}

function weigh(sentences: readonly Statement[]): readonly Weighed[] {
  const count = new Map<string, number>();
  for (const { words } of sentences) for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
  const weight = new Map([...count].map(([word, times]) => [word, Math.log((sentences.length + 2) / times)]));
  return sentences.map((sentence) => {
    const weights = new Map([...sentence.words].map((word) => [word, weight.get(word) ?? 0]));
    return { ...sentence, weights, total: [...weights.values()].reduce((sum, value) => sum + value, 0) };
  });
}

/** For each sentence the first one before it that says the same. */
function repetitions(sentences: readonly Weighed[]): readonly (readonly [Statement, Statement])[] {
  const having = new Map<string, number[]>();
  return sentences.flatMap((second, i) => {
    const shared = new Float64Array(i);
    for (const [word, weight] of second.weights) {
      const before = having.get(word) ?? [];
      for (const j of before) shared[j] = (shared[j] ?? 0) + weight;
      before.push(i);
      having.set(word, before);
    }
    const first = sentences.slice(0, i).find((one, j) => {
      // Two sentences about two documents are two things.
      if (one.cited !== second.cited) return false;
      const both = shared[j] ?? 0;
      return both > 0 && both / (one.total + second.total - both) >= enough(one, second);
    });
    return first === undefined ? [] : [[first, second] as const];
  });
}

function enough(a: Statement, b: Statement): number {
  const inList = a.block.kind === 'item' && b.block.kind === 'item' && a.block.name === b.block.name;
  return inList ? ALIKE.list : ALIKE.elsewhere;
}

/** Sentences and points that say again what was said. */
export const repeatedSentences: Rule = {
  code: 'lap-cau',
  check(resolved, template): readonly Problem[] {
    const sentences = [...textOf(resolved, template).slots.values()]
      .flat()
      .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
      .flatMap(statementsOf);
    return repetitions(weigh(sentences)).map(([first, second]) => {
      const text = second.text.length <= SHOWN ? second.text : `${second.text.slice(0, SHOWN)}…`;
      return problem('lap-cau', { text }, second.block.placeAt(second.start), [first.block.placeAt(first.start)]);
    });
  },
};
