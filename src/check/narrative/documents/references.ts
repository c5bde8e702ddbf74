import { type Citation, citationsIn } from '../../../model/citation.ts';
import type { Resolved } from '../../../model/resolved.ts';
import type { Template } from '../../../model/template.ts';
import { type Block, textOf } from '../report-text.ts';
import { likeness, wordsOf } from '../terms.ts';

/** A citation in the report's text. */
export interface Reference extends Citation {
  readonly block: Block;
}

const known = new WeakMap<Resolved, readonly Reference[]>();

/** Every citation of a document by its number, in reading order. */
export function referencesIn(resolved: Resolved, template: Template): readonly Reference[] {
  const before = known.get(resolved);
  if (before !== undefined) return before;
  const { blocks, headings } = textOf(resolved, template);
  const made = [...blocks, ...headings].flatMap((block) =>
    citationsIn(block.text).map((cited) => ({ ...cited, block })),
  );
  known.set(resolved, made);
  return made;
}

const COMMON = new Set(
  'về việc công tác của và các năm trên địa bàn theo trong cho kế hoạch triển khai thực hiện tỉnh huyện'.split(' '),
);

/** What a subject is about, as a set of words. */
export const subjectWords = (subject: string): ReadonlySet<string> =>
  new Set(wordsOf(subject).filter((word) => !COMMON.has(word)));

/** Two subjects that say the same, or one of them a part of the other. */
export function sameSubject(a: string, b: string): boolean {
  const [left, right] = [subjectWords(a), subjectWords(b)];
  const smaller = Math.min(left.size, right.size);
  const shared = [...left].filter((word) => right.has(word)).length;
  return smaller > 0 && (likeness(left, right) >= 0.6 || shared / smaller >= 0.75);
}

export const placeOf = ({ block, start }: Reference) => block.placeAt(start);

/** References by number and symbol, those that two bodies could share kept apart by issuer. */
export function byName(references: readonly Reference[]): readonly (readonly Reference[])[] {
  const groups = new Map<string, Reference[]>();
  for (const reference of references) {
    const key = `${reference.number}/${reference.year ?? ''}/${reference.symbol.toUpperCase()}`;
    groups.set(key, [...(groups.get(key) ?? []), reference]);
  }
  return [...groups.values()];
}
