import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { ordinal } from '../dates.ts';
import { byName, placeOf, type Reference, referencesIn, sameSubject, subjectWords } from './references.ts';

/** Subjects of fewer words say too little to differ. */
const LEAST_WORDS = 3;
const SHOWN = 60;

const shortened = (subject: string): string => (subject.length <= SHOWN ? subject : `${subject.slice(0, SHOWN)}…`);

function differ(a: Reference, b: Reference): boolean {
  if (a.subject === undefined || b.subject === undefined || a.date === undefined || b.date === undefined) return false;
  if (ordinal(a.date) !== ordinal(b.date) || (a.issuer ?? '') !== (b.issuer ?? '')) return false;
  if (subjectWords(a.subject).size < LEAST_WORDS || subjectWords(b.subject).size < LEAST_WORDS) return false;
  return !sameSubject(a.subject, b.subject);
}

/** One number, symbol and date for two documents. */
export const twoSubjects: Rule = {
  code: 'van-ban-hai-noi-dung',
  check(resolved, template): readonly Problem[] {
    return byName(referencesIn(resolved, template)).flatMap((references) => {
      for (const [i, second] of references.entries()) {
        const first = references.slice(0, i).find((one) => differ(one, second));
        if (first === undefined) continue;
        const params = {
          name: second.name,
          first: shortened(first.subject ?? ''),
          second: shortened(second.subject ?? ''),
        };
        return [problem('van-ban-hai-noi-dung', params, placeOf(second), [placeOf(first)])];
      }
      return [];
    });
  },
};
