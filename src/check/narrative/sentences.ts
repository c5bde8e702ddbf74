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

const divided = new WeakMap<Block, readonly Clause[]>();

/** The clauses of a block: they end at a semicolon and at a sentence's end. */
export function clausesOf(block: Block): readonly Clause[] {
  const before = divided.get(block);
  if (before !== undefined) return before;
  const made = sentencesOf(block).flatMap((sentence) => {
    const clauses: Clause[] = [];
    let { start } = sentence;
    for (let at = block.text.indexOf(';', start); at >= 0 && at < sentence.end; at = block.text.indexOf(';', start)) {
      clauses.push({ sentence: sentence.start, start, end: at });
      start = at + 1;
    }
    clauses.push({ sentence: sentence.start, start, end: sentence.end });
    return clauses;
  });
  divided.set(block, made);
  return made;
}
