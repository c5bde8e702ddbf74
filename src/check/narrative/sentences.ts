import { CAPITAL } from '../../model/letters.ts';
import type { Block } from './report-text.ts';

export interface Sentence {
  readonly start: number;
  readonly end: number;
}

const SENTENCE_END = new RegExp(
  String.raw`[.!?…](?<!(?:[\s(][${CAPITAL}]{1,2}|TP)[.!?…])\s+(?=[${CAPITAL}\d“"(])`,
  'g',
);

/** Offsets of the sentences of a text. A point between digits, or after one letter, ends none. */
export function sentencesIn(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { index, 0: all } of text.matchAll(SENTENCE_END)) {
    sentences.push({ start, end: index + 1 });
    start = index + all.length;
  }
  sentences.push({ start, end: text.length });
  return sentences;
}

const parted = new WeakMap<Block, readonly Sentence[]>();

/** The sentences of a block; found once, however many rules ask. */
export function sentencesOf(block: Block): readonly Sentence[] {
  const made = parted.get(block) ?? sentencesIn(block.text);
  parted.set(block, made);
  return made;
}

export interface Clause {
  /** Where its sentence begins. */
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

/** The clauses of a block: they end at a semicolon and at a sentence's end. */
export const clausesOf = (block: Block): readonly Clause[] =>
  sentencesOf(block).flatMap((sentence) => {
    let next = sentence.start;
    return block.text
      .slice(sentence.start, sentence.end)
      .split(';')
      .map(({ length }) => {
        const start = next;
        next += length + 1;
        return { sentence: sentence.start, start, end: start + length };
      });
  });
