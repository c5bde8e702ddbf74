import type { Catalogue } from '../../model/catalogue.ts';
import { referencesIn } from '../../model/expression.ts';
import { type Form, type FormRow, formOf } from './form.ts';
import { type PartRelation, partsBeside } from './part-relations.ts';
import { type RateRelation, ratesAbove, ratesBeside } from './rate-relations.ts';
import { belowOf, isCount } from './rows.ts';
import {
  type OverallRelation,
  overallRates,
  type ShareRelation,
  sharesOfTotals,
  type UnionRelation,
  unionsOf,
} from './share-relations.ts';
import { partsBelow, type SumRelation, sumsBelow, sumsBeside } from './sum-relations.ts';

/** What the structure of a form says of its figures, without anyone having written it down. */
export interface Relations {
  readonly sums: readonly SumRelation[];
  readonly rates: readonly RateRelation[];
  readonly partsOfWholes: readonly PartRelation[];
  readonly overall: readonly OverallRelation[];
  readonly shares: readonly ShareRelation[];
  readonly unions: readonly UnionRelation[];
}

function find(form: Form): Relations {
  const { rows, roots, catalogue } = form;
  const groups = [roots, ...rows.map(belowOf)].filter((group) => group.length > 1);
  const written = catalogue.rules.map(({ condition }) => new Set(referencesIn(condition).map(({ id }) => id)));
  /** Whoever wrote a rule about these very rows knows better. */
  const open = (...of: readonly FormRow[]): boolean => !written.some((ids) => of.every(({ row }) => ids.has(row.id)));
  const above = [...ratesAbove(rows)];
  const headings = groups.filter((group) => group[0]?.parent?.row.kind !== 'percent');
  const sums = [...sumsBelow(form), ...sumsBeside(headings)].filter(
    ({ total, parts }) => total.row.formula === undefined && open(total, ...parts),
  );
  const rates = [...above, ...ratesBeside(groups)].filter(
    ({ rate, total, parts }) => rate.row.formula === undefined && open(rate, total, ...parts),
  );
  const inRates = above.flatMap(({ total, parts, others }) =>
    [parts, ...others].flat().map((part) => ({ part, whole: total })),
  );
  const summed = new Set(sums.filter(({ proof }) => proof === 'words').flatMap(({ parts }) => parts));
  const inTotals = rows.filter(isCount).flatMap((whole) => partsBelow(whole).map((part) => ({ part, whole })));
  const partsOfWholes = [...inRates, ...inTotals, ...partsBeside(headings)].filter(
    ({ part, whole }) => !summed.has(part) && whole.row.formula === undefined && open(part, whole),
  );
  return {
    sums,
    rates,
    partsOfWholes,
    overall: [...overallRates(rows)].filter(({ rate }) => rate.row.formula === undefined),
    shares: [...sharesOfTotals(rows)],
    unions: [...unionsOf(rows)].filter(({ whole, parts }) => open(whole, ...parts)),
  };
}

const known = new WeakMap<Catalogue, Relations>();

/** The relations of a catalogue's rows; worked out once for each. */
export function relationsOf(catalogue: Catalogue): Relations {
  const made = known.get(catalogue) ?? find(formOf(catalogue));
  known.set(catalogue, made);
  return made;
}
