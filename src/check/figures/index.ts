import type { Rule } from '../rule.ts';
import { blanks } from './blanks.ts';
import { catalogueRules } from './catalogue-rules.ts';
import { cumulative } from './cumulative.ts';
import { formNumbers } from './form-numbers.ts';
import { formUnits } from './form-units.ts';
import { formulas } from './formulas.ts';
import { headings } from './headings.ts';
import { oddValues } from './odd-values.ts';
import { overallRates } from './overall-rates.ts';
import { parts } from './parts.ts';
import { rates } from './rates.ts';
import { reportingBody } from './reporting-body.ts';
import { shares } from './shares.ts';
import { sums } from './sums.ts';
import { twins } from './twins.ts';
import { unions } from './unions.ts';
import { unitInCell } from './unit-in-cell.ts';
import { zeroRates } from './zero-rates.ts';

/**
 * Rules about the figures of an appendix, in three kinds: what the catalogue's keeper wrote (formulas, rules); what
 * follows from the structure of the form (totals, rates, parts); what is odd about single values, blanks and the form.
 */
export const FIGURE_RULES: readonly Rule[] = [
  formulas,
  catalogueRules,
  sums,
  rates,
  parts,
  unions,
  overallRates,
  shares,
  cumulative,
  oddValues,
  zeroRates,
  twins,
  unitInCell,
  headings,
  reportingBody,
  blanks,
  formNumbers,
  formUnits,
];
