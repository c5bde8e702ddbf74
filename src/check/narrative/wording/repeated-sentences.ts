import { CAPITAL, LETTER } from '../../../model/letters.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { figuresIn } from '../figures/figures.ts';
import { type Block, textOf } from '../report-text.ts';
import { clausesOf } from '../sentences.ts';
import { wordsOf } from '../terms.ts';
import { firstAlike, Vocabulary, type Word } from './alike.ts';

/** Shorter sentences repeat by nature. */
const LEAST_WORDS = 9;
/** Points of one list are near to one another sooner: each should be its own. */
const ALIKE = { list: 0.58, elsewhere: 0.75 } as const;
const SHOWN = 70;

interface Statement {
  readonly block: Block;
  readonly start: number;
  readonly text: string;
  /** Each once. */
  readonly words: readonly Word[];
  /** The numbers of the documents that it cites. */
  readonly cited: string;
}

/** What is cited may be cited again. */
const NUMBER = String.raw`\d{1,5}(?:\/\d{4})?[/-][${CAPITAL}]`;
const CITATION = new RegExp(String.raw`(?:số\s+)?${NUMBER}[^;.]*`, 'g');
const CITED = new RegExp(String.raw`${NUMBER}[${LETTER}\d&.-]*`, 'g');
const QUOTED = /“[^”]*”/g;

/** Clauses long enough. Figures tell two of one form apart: so many in the district, so many in the communes. */
function statementsOf(block: Block, vocabulary: Vocabulary): readonly Statement[] {
  const figures = figuresIn(block);
  return clausesOf(block).flatMap(({ start, end }) => {
    if (figures.some((figure) => figure.start >= start && figure.end <= end)) return [];
    const text = block.text.slice(start, end);
    const hasNumbers = /\d/.test(text);
    const uncited = hasNumbers ? text.replace(CITATION, ' ') : text;
    const words = vocabulary.distinct(wordsOf(uncited.includes('“') ? uncited.replace(QUOTED, ' ') : uncited));
    if (words.length < LEAST_WORDS) return [];
    const cited = hasNumbers ? (text.match(CITED) ?? []).join(' ') : '';
    return [{ block, start: start + (text.length - text.trimStart().length), text: text.trim(), words, cited }];
  });
}

/** How like two must be to say the same; two about two documents are two things. */
function enough(a: Statement | undefined, b: Statement | undefined): number | undefined {
  if (a === undefined || b === undefined || a.cited !== b.cited) return undefined;
  const inList = a.block.kind === 'item' && b.block.kind === 'item' && a.block.name === b.block.name;
  return inList ? ALIKE.list : ALIKE.elsewhere;
}

/** Sentences and points that say again what was said. */
export const repeatedSentences: Rule = {
  code: 'lap-cau',
  check(resolved, template): readonly Problem[] {
    const vocabulary = new Vocabulary();
    const statements = [...textOf(resolved, template).slots.values()]
      .flat()
      .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
      .flatMap((block) => statementsOf(block, vocabulary));
    const firsts = firstAlike(
      statements.map(({ words }) => words),
      Math.min(ALIKE.list, ALIKE.elsewhere),
      (first, second) => enough(statements[first], statements[second]),
    );
    return statements.flatMap((second, i) => {
      const first = statements[firsts[i] ?? -1];
      if (first === undefined) return [];
      const text = second.text.length <= SHOWN ? second.text : `${second.text.slice(0, SHOWN)}…`;
      return [problem('lap-cau', { text }, second.block.placeAt(second.start), [first.block.placeAt(first.start)])];
    });
  },
};
