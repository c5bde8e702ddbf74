import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { ordinal, spelled } from '../dates.ts';
import { byName, placeOf, type Reference, referencesIn, sameSubject } from './references.ts';

/** Two documents of two bodies, or of two years, may share a number; then their subjects differ. */
function sameDocument(a: Reference, b: Reference): boolean {
  if (a.subject !== undefined && b.subject !== undefined) {
    return sameSubject(a.subject, b.subject);
  }
  // Without a subject to go by, a number of the same year is the same document.
  return a.year !== undefined || (a.date?.year === b.date?.year && a.issuer === b.issuer);
}

/** One number and symbol with two dates. */
export const twoDates: Rule = {
  code: 'van-ban-hai-ngay',
  check(resolved, template): readonly Problem[] {
    return byName(referencesIn(resolved, template)).flatMap((references) => {
      const dated = references.filter(({ date }) => date !== undefined);
      const [first] = dated;
      const second = dated.find(
        (one) => one.date && first?.date && ordinal(one.date) !== ordinal(first.date) && sameDocument(one, first),
      );
      if (first?.date === undefined || second?.date === undefined) return [];
      const params = { name: second.name, first: spelled(first.date), second: spelled(second.date) };
      return [problem('van-ban-hai-ngay', params, placeOf(second), [placeOf(first)])];
    });
  },
};
