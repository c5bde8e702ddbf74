import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { ordinal } from '../dates.ts';
import { likeness, wordsOf } from '../terms.ts';
import { placeOf, type Reference, referencesIn } from './references.ts';

const LEAST_WORDS = 6;
const ALIKE = 0.9;

/** Figures in a subject tell documents of one kind apart: "năm 2021", "quý I", "mức độ 3". */
const figuresOf = (subject: string): string => (subject.match(/\d+/g) ?? []).join(' ');

function same(a: Reference, b: Reference): boolean {
  if (a.number === b.number || a.symbol.toUpperCase() !== b.symbol.toUpperCase()) return false;
  if (a.subject === undefined || b.subject === undefined || a.date === undefined || b.date === undefined) return false;
  const [left, right] = [new Set(wordsOf(a.subject)), new Set(wordsOf(b.subject))];
  return (
    ordinal(a.date) === ordinal(b.date) &&
    Math.min(left.size, right.size) >= LEAST_WORDS &&
    figuresOf(a.subject) === figuresOf(b.subject) &&
    likeness(left, right) >= ALIKE
  );
}

/** One document – kind, date and subject – with two numbers. */
export const twoNumbers: Rule = {
  code: 'van-ban-hai-so',
  check(resolved, template): readonly Problem[] {
    const references = referencesIn(resolved, template);
    return references.flatMap((second, i) => {
      const first = references.slice(0, i).find((one) => same(one, second));
      if (first === undefined) return [];
      const params = { first: first.name, second: second.name, subject: second.subject ?? '' };
      return [problem('van-ban-hai-so', params, placeOf(second), [placeOf(first)])];
    });
  },
};
