import { diffArrays } from 'diff';
import type { ChangeMark, Inline } from '../model/document.ts';
import { ALIKE, likeness } from './likeness.ts';

/** A piece of rich text that changes as a whole: a word, a number, a sign, a blank, a footnote. */
export interface Token {
  readonly inline: Inline;
  /** Equal keys print the same, look and footnote included. */
  readonly key: string;
  /** What a footnote says. */
  readonly note?: readonly Inline[];
}

export type Notes = readonly (readonly Inline[])[];

/** A number with its points and commas is one word: `2.481`, `95,9`, `15/6/2022`. */
const WORD = /\s+|\d+(?:[.,/]\d+)*|[\p{L}\p{M}\p{N}]+|./gsu;

export const wordsOf = (text: string): readonly string[] => text.match(/\d+(?:[.,/]\d+)*|[\p{L}\p{M}\p{N}]+/gu) ?? [];

const lookOf = (inline: Extract<Inline, { kind: 'text' }>): string =>
  `${inline.bold ? 'b' : ''}${inline.italic ? 'i' : ''}${inline.superscript ? 's' : ''}`;

/** Footnotes count by what they say: their numbers are given anew in every version. */
export const keyOf = (content: readonly Inline[], notes: Notes): string =>
  content
    .map((inline) => {
      if (inline.kind === 'break') return '\u0000br';
      if (inline.kind === 'footnote') return `\u0000note(${keyOf(notes[inline.note] ?? [], [])})`;
      return `\u0000${lookOf(inline)}:${inline.text}`;
    })
    .join('');

export function tokensOf(content: readonly Inline[], notes: Notes): readonly Token[] {
  return content.flatMap((inline): readonly Token[] =>
    inline.kind === 'text'
      ? (inline.text.match(WORD) ?? []).map((text) => ({
          inline: { ...inline, text },
          key: `${lookOf(inline)}:${text}`,
        }))
      : [
          {
            inline,
            key: keyOf([inline], notes),
            ...(inline.kind === 'footnote' ? { note: notes[inline.note] ?? [] } : {}),
          },
        ],
  );
}

/** A text as it reads; a footnote as `[^what it says]`. */
export const plainText = (content: readonly Inline[], notes: Notes): string =>
  content
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      return inline.kind === 'break' ? '\n' : `[^${plainText(notes[inline.note] ?? [], [])}]`;
    })
    .join('');

export interface MarkedToken {
  readonly token: Token;
  readonly change?: ChangeMark;
  /** A footnote that stayed, but says something else now: what it said. */
  readonly before?: readonly Inline[];
}

const sameNote = (a: Token, b: Token): boolean =>
  a.note !== undefined &&
  b.note !== undefined &&
  likeness(wordsOf(plainText(a.note, [])), wordsOf(plainText(b.note, []))) >= ALIKE;

/**
 * Both texts in one, word by word. A blank between two changes goes with them: "một hai" → "ba bốn" is one change, not
 * two.
 */
export function wordDiff(before: readonly Token[], after: readonly Token[]): readonly MarkedToken[] {
  const same = diffArrays([...before], [...after], { comparator: (a, b) => a.key === b.key || sameNote(a, b) });
  const result: MarkedToken[] = [];
  let gone: Token[] = [];
  let come: Token[] = [];
  let blanks: { readonly old: readonly Token[]; readonly new: readonly Token[] } | undefined;
  let [i, j] = [0, 0];
  const close = (): void => {
    result.push(...gone.map((token) => ({ token, change: 'del' }) as const));
    result.push(...come.map((token) => ({ token, change: 'ins' }) as const));
    result.push(...(blanks?.new ?? []).map((token) => ({ token })));
    gone = [];
    come = [];
    blanks = undefined;
  };
  const open = (): void => {
    gone.push(...(blanks?.old ?? []));
    come.push(...(blanks?.new ?? []));
    blanks = undefined;
  };
  for (const { value, added, removed } of same) {
    const count = value.length;
    if (removed) {
      open();
      gone.push(...before.slice(i, i + count));
      i += count;
    } else if (added) {
      open();
      come.push(...after.slice(j, j + count));
      j += count;
    } else {
      const kept = { old: before.slice(i, i + count), new: after.slice(j, j + count) };
      i += count;
      j += count;
      if (gone.length + come.length > 0 && kept.new.every(isBlank)) {
        blanks = kept;
      } else {
        close();
        for (const [n, token] of kept.new.entries()) {
          const old = kept.old[n];
          result.push(old?.key === token.key ? { token } : { token, before: old?.note ?? [] });
        }
      }
    }
  }
  close();
  return result;
}

const isBlank = ({ inline }: Token): boolean => inline.kind === 'text' && inline.text.trim() === '';
