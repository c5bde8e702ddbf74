import { calculate, decide, type Lookup } from '../../expression/evaluate.ts';
import { figure, withFigures } from '../../expression/explain.ts';
import { compare, rounded } from '../../expression/rational.ts';
import type { CatalogueRule } from '../../model/catalogue.ts';
import { decimal, trimmed } from '../../model/decimal.ts';
import { type Condition, type NumberExpression, referencesIn } from '../../model/expression.ts';
import { problem } from '../../model/problem-codes.ts';
import { WORDS } from '../../model/words.ts';
import type { Figures } from './figures.ts';
import { figureRule } from './rule.ts';

/**
 * How this rule sees a missing value (`khi_thieu`): as missing, so that it is left out (sums go on without it); as 0, as
 * soon as one is there; or as 0 in any case. `undefined`: the rule is left out.
 */
function lookupFor({ condition, whenMissing }: CatalogueRule, figures: Figures): Lookup | undefined {
  if (whenMissing === 'bo_qua') return figures.lookup;
  const none = referencesIn(condition).every((reference) => figures.lookup(reference) === undefined);
  if (whenMissing === 'bo_qua_khi_thieu_het' && none) return undefined;
  return (reference) => figures.lookup(reference) ?? decimal(0n);
}

/** A side of a comparison: `97 + 41 (= 138)`. */
function side(expression: NumberExpression, lookup: Lookup): string {
  const text = withFigures(expression, lookup);
  const result = calculate(expression, lookup);
  if (result.kind !== 'value') return text;
  const value = figure(trimmed(rounded(result.value, SHOWN_DIGITS)));
  return value === text ? text : `${text} (= ${value})`;
}

const SHOWN_DIGITS = 2;

/** How a condition that does not hold stands: `97 + 41 (= 138) > 99`. */
function violation(condition: Condition, lookup: Lookup): string {
  switch (condition.kind) {
    case 'comparison': {
      const [left, right] = [calculate(condition.left, lookup), calculate(condition.right, lookup)];
      if (left.kind !== 'value' || right.kind !== 'value') return withFigures(condition, lookup);
      const order = compare(left.value, right.value);
      const sign = order === 0 ? '=' : order < 0 ? '<' : '>';
      return `${side(condition.left, lookup)} ${sign} ${side(condition.right, lookup)}`;
    }
    case 'or':
      return violation(condition.right, lookup);
    case 'and': {
      const left = decide(condition.left, lookup);
      return violation(left.kind === 'verdict' && !left.holds ? condition.left : condition.right, lookup);
    }
    case 'not':
      return withFigures(condition.operand, lookup);
  }
}

/** The rules of the catalogue (`quy_tac`), each with its own severity and message. */
export const catalogueRules = figureRule('quy-tac', function* ({ figures, form }) {
  for (const [index, rule] of form.catalogue.rules.entries()) {
    const lookup = lookupFor(rule, figures);
    const verdict = lookup === undefined ? undefined : decide(rule.condition, lookup);
    if (lookup === undefined || verdict?.kind !== 'verdict' || verdict.holds) continue;
    const rows = referencesIn(rule.condition)
      .filter(({ period }) => period === 'now')
      .map(({ id }) => ({ row: { id } }));
    const [first] = rows.filter(({ row }) => figures.resolved.report.values.has(row.id));
    const calculation = violation(rule.condition, lookup);
    const written = { kind: 'data', file: form.catalogue.file, path: [WORDS.catalogue.rules, index] } as const;
    const at = first === undefined ? figures.valuesPlace : figures.place(first);
    const related = [...figures.places(rows.filter((row) => row !== first)), written];
    const details = { severity: rule.severity, basis: calculation };
    yield problem('quy-tac', { rule: rule.id, message: rule.message, calculation }, at, related, details);
  }
});
