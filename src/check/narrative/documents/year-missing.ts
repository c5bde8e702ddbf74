import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { placeOf, type Reference, referencesIn } from './references.ts';

/** Since 1997 the number of a legal document of the Government and the ministries carries its year. */
const SINCE = 1997;
const WITH_YEAR = /^(?:NĐ-CP|TT-B|TTLT-|TT-VPCP|TT-TTCP)/u;

const lacksYear = ({ symbol, year, date }: Reference): boolean =>
  year === undefined && WITH_YEAR.test(symbol) && (date?.year ?? SINCE) >= SINCE;

/** `Nghị định số 21/NĐ-CP`: the year is missing. */
export const yearMissing: Rule = {
  code: 'so-hieu-thieu-nam',
  check(resolved, template): readonly Problem[] {
    return referencesIn(resolved, template)
      .filter(lacksYear)
      .map((reference) => {
        const { kind = 'Văn bản', name, symbol, date } = reference;
        const full = `${name.slice(0, name.length - symbol.length - 1)}/${date?.year ?? 'năm'}/${symbol}`;
        return problem('so-hieu-thieu-nam', { type: kind, name, full }, placeOf(reference));
      });
  },
};
